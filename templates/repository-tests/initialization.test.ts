import { expect, it } from 'vitest';
import { checkLaw } from '../../api/check-claim.js';
import { initializations } from '../../theory/initializations/index.js';
import { newInitialization } from '../initialization.js';

it('has the ζ that is derived, integrated and drawn', async () => {
  expect(initializations, 'a line in theory/initializations/index.ts').toContain(newInitialization);
  const { decision } = await checkLaw(newInitialization, { seed: 1 });
  expect(decision.verdict, decision.reason).toBe('supported');
});

it('says what it is', () => {
  const { title, parameters, source } = newInitialization;
  expect(JSON.stringify([title, parameters, source])).not.toMatch(/to be written/i);
});
