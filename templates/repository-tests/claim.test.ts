import { expect, it } from 'vitest';
import { checkClaim } from '../../api/check-claim.js';
import { newClaim } from '../claim.js';

it('is supported, and every control is refuted', async () => {
  const { decision, controls, assumptions } = await checkClaim(newClaim, { seed: 1 });
  expect(decision.verdict, decision.reason).toBe('supported');
  expect(assumptions.filter(({ holds }) => !holds)).toEqual([]);
  for (const each of controls)
    expect(each.decision.verdict, `${each.control.id}: ${each.decision.reason}`).toBe('refuted');
});

it('says what it states', () => {
  expect(JSON.stringify(newClaim)).not.toMatch(/to be written/i);
});
