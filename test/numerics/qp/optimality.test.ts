import { describe, expect, it } from 'vitest';
import { optimality } from '../../../numerics/qp/optimality.js';
import { whiten } from '../../../numerics/qp/whitened-qp.js';

const IDENTITY = [
  [1, 0],
  [0, 1],
];
// min ½|x|² − x₁ on x₀ + x₁ = 2: x = (½, 1½), ν = −½.
const problem = whiten({ hessian: IDENTITY, linear: [0, -1], matrix: [[1, 1]], rhs: [2] });
// In whitened variables everything is divided by the largest of c and b/|a|, √2.
const solution = [0.5 / Math.SQRT2, 1.5 / Math.SQRT2];

describe('optimality', () => {
  it('accepts a solution', () => {
    const { residual, bound } = optimality(problem, solution);
    expect(residual).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(1e-12);
  });

  it.each([
    ['a point off the constraint', [solution[0], solution[1] + 1e-6]],
    ['a feasible point that is not optimal', [0.4 / Math.SQRT2, 1.6 / Math.SQRT2]],
    ['the minimum without the constraint', [0, 1 / Math.SQRT2]],
    ['NaN', [NaN, NaN]],
  ])('does not accept %s', (_, point) => {
    const { residual, bound } = optimality(problem, point);
    expect(residual <= 1e4 * bound).toBe(false);
  });

  it('without constraints is the size of the gradient', () => {
    const free = whiten({ hessian: IDENTITY, linear: [0, -1], matrix: [], rhs: [] });
    expect(optimality(free, [0, 1])).toEqual({ residual: 0, bound: 100 * Number.EPSILON * Math.SQRT2 });
    expect(optimality(free, [0, 0.75]).residual).toBe(0.25);
  });

  it('has a bound that grows with the condition of the rows', () => {
    const row = (angle: number): number[] => [Math.cos(angle), Math.sin(angle)];
    const bound = (angle: number): number =>
      optimality({ linear: [0, 0], rows: [row(0), row(angle)], rhs: [0, 0] }, [0, 0]).bound;
    // Two unit rows at an angle t have condition cot(t/2), found from the Gram matrix to eps·cond².
    const ratio = (bound(1e-4) / bound(1)) * (Math.tan(0.5e-4) / Math.tan(0.5));
    expect(Math.abs(ratio - 1)).toBeLessThan(10 * Number.EPSILON * 4e8);
  });
});
