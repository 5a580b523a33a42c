import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { piecewiseRule } from '../../../numerics/quadrature/piecewise-rule.js';

const number = fc.double({ min: -3, max: 3, noNaN: true });

describe('piecewiseRule', () => {
  it('integrates the square of a function with kinks and jumps as adaptive quadrature does', () => {
    fc.assert(
      fc.property(
        number,
        fc.array(fc.record({ at: number, kink: number, jump: number }), { maxLength: 8 }),
        (slope, terms) => {
          const f = (x: number): number =>
            terms.reduce(
              (sum, { at, kink, jump }) => sum + (x > at ? kink * (x - at) + jump : 0),
              slope * x + 1,
            );
          const breaks = terms.map(({ at }) => at);
          const { points, weights } = piecewiseRule(breaks, -2, 1.5);
          const sum = points.reduce((total, x, k) => total + weights[k] * f(x) * f(x), 0);
          const oracle = integrate((x) => f(x) * f(x), -2, 1.5, { breaks }).value;
          expect(Math.abs(sum - oracle)).toBeLessThanOrEqual(1e-11 * (1 + oracle));
        },
      ),
    );
  });

  it('has ascending points inside the interval and weights that add up to its length, whatever the breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(number, fc.constantFrom(-Infinity, Infinity, 0))), (breaks) => {
        const { points, weights } = piecewiseRule(breaks, -1, 2);
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(3, 12);
        points.forEach((x, k) => {
          expect(x).toBeGreaterThanOrEqual(k > 0 ? points[k - 1] : -1);
          expect(x).toBeLessThanOrEqual(2);
        });
      }),
    );
  });

  it('answers an impossible interval or break with what was expected', () => {
    expect(() => piecewiseRule([], 1, 1)).toThrow(/got the interval \[1, 1\], expected finite ends/);
    expect(() => piecewiseRule([NaN], 0, 1)).toThrow(/break that is NaN/);
  });
});
