import { expect, it } from 'vitest';
import { sgdLimit } from '../../../proofs-check/univariate/sgd-limit.js';

it('the gate of single-point SGD looks at its networks from width 512 on, and breaks above 5 %', () => {
  const gate = sgdLimit.assumptions.find(({ statement }) => statement.includes('5 %'));
  const row = (error: number, width = 512, batches = 'batch 1'): Record<string, number | string> => ({
    error,
    width,
    batches,
  });
  const elsewhere = [row(0.9, 64), row(0.9, 512, 'batch 2')];
  expect(gate?.measured([row(0.04), row(0.01, 4096), ...elsewhere], [])).toEqual({
    value: 'largest of 2: 4.0 %',
    holds: true,
  });
  expect(gate?.measured([row(0.06, 4096), row(0.01)], []).holds).toBe(false);
  expect(gate?.measured(elsewhere, []).holds).toBe(false);
});
