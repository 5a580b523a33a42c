import { describe, expect, it } from 'vitest';
import { optimality } from '../../../numerics/qp/optimality.js';
import { whiten } from '../../../numerics/qp/whitened-qp.js';

const problem = whiten(
  [
    [1, 0],
    [0, 1],
  ],
  [0, 0],
  { matrix: [[1, 1]], rhs: [2] },
  { matrix: [[1, 0]], rhs: [0.5] },
);
// In whitened variables the right sides are divided by the largest, √2, and rows by their norms.
const solution = [0.5 / Math.SQRT2, 1.5 / Math.SQRT2];

describe('optimality', () => {
  it('accepts a solution', () => {
    const { residual, bound } = optimality(problem, solution, 1, [0, 1]);
    expect(residual).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(1e-12);
  });

  it.each([
    ['a point off the equality', [solution[0], solution[1] + 1e-6], [0, 1]],
    ['a point that is feasible but not optimal', [0.4 / Math.SQRT2, 1.6 / Math.SQRT2], [0]],
    ['the optimum without the inequality', [1 / Math.SQRT2, 1 / Math.SQRT2], [0]],
    ['a wrong active set', solution, [0]],
  ])('is large for %s', (_, point, active) => {
    const { residual, bound } = optimality(problem, point, 1, active);
    expect(residual).toBeGreaterThan(1e4 * bound);
  });

  it('counts a negative multiplier of an inequality', () => {
    const other = whiten([[1]], [-1], { matrix: [], rhs: [] }, { matrix: [[-1]], rhs: [-2] });
    const scaled = other.rhs[0] / other.rows[0][0];
    expect(optimality(other, [scaled], 0, [0]).residual).toBeLessThan(1e-15);
    const wrong = whiten([[1]], [-3], { matrix: [], rhs: [] }, { matrix: [[-1]], rhs: [-2] });
    const bound = wrong.rhs[0] / wrong.rows[0][0];
    expect(optimality(wrong, [bound], 0, [0]).residual).toBeGreaterThan(0.1);
  });
});
