// node --test new-initialization.test.mjs
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkLaw, loadPlugin } from 'theorem-check/testing';

const file = fileURLToPath(new URL('./new-initialization.ts', import.meta.url));

test('ζ of new-initialization is what is derived, integrated and drawn', async () => {
  const plugin = await loadPlugin(file);
  const law = plugin.initializations[0];
  const { decision } = await checkLaw(law, { seed: 1 });
  assert.equal(decision.verdict, 'supported', decision.reason);
  assert.doesNotMatch(JSON.stringify([law.title, law.parameters, law.source]), /to be written/i);
});
