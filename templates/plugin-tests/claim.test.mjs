// node --test new-claim.test.mjs
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkClaim, loadPlugin } from 'theorem-check/testing';

const file = fileURLToPath(new URL('./new-claim.ts', import.meta.url));
const plugin = await loadPlugin(file);
const claim = plugin.claims[0];

test('new-claim is supported, and every control is refuted', async () => {
  const { decision, controls, assumptions } = await checkClaim(claim, { seed: 1 });
  assert.equal(decision.verdict, 'supported', decision.reason);
  assert.ok(assumptions.every(({ holds }) => holds));
  for (const { control, decision } of controls)
    assert.equal(decision.verdict, 'refuted', `${control.id}: ${decision.reason}`);
});

test('new-claim says what it states', () => {
  assert.doesNotMatch(JSON.stringify(claim), /to be written/i);
});
