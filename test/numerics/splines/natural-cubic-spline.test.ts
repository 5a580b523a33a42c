import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalCubicSpline } from '../../../numerics/splines/natural-cubic-spline.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { dataSets, grid, supGap } from '../kernels/weight-functions.js';

/** Errors of y are magnified by at most the sizes of slopes: 2/.1 per unit of y, at distances of up to 1. */
const bound = (y: readonly number[]): number =>
  100 * Number.EPSILON * 20 * Math.max(...y.map(Math.abs), 1e-300);

describe('naturalCubicSpline', () => {
  it('is the weighted natural spline of any constant weight', () => {
    fc.assert(
      fc.property(dataSets(2, 12), fc.double({ min: 1e-6, max: 1e6, noNaN: true }), ({ x, y }, c) => {
        const cubic = naturalCubicSpline(x, y);
        const weighted = weightedNaturalSpline({ x, y, zeta: () => c });
        const points = grid(x[0] - 1, x[x.length - 1] + 1, 101);
        expect(supGap(cubic.evaluate, weighted.evaluate, points)).toBeLessThan(bound(y));
      }),
    );
  });

  it('has a known value: three points, g(x) = x − x³/2·… by hand', () => {
    // Through (−1, 0), (0, 1), (1, 0): g = 1 − 3x²/2 + |x|³/2.
    const { evaluate, slopes } = naturalCubicSpline([-1, 0, 1], [0, 1, 0]);
    for (const t of grid(-1, 1, 21)) {
      const a = Math.abs(t);
      expect(Math.abs(evaluate(t) - (1 - 1.5 * a * a + 0.5 * a * a * a))).toBeLessThan(8 * Number.EPSILON);
    }
    expect([...slopes].map((k) => k.toFixed(12))).toEqual([
      '1.500000000000',
      '0.000000000000',
      '-1.500000000000',
    ]);
    expect(evaluate(3)).toBeCloseTo(-3, 13);
  });

  it('passes through the data and reproduces straight lines', () => {
    fc.assert(
      fc.property(dataSets(), ({ x, y }) => {
        const { evaluate } = naturalCubicSpline(x, y);
        x.forEach((knot, j) => {
          expect(Math.abs(evaluate(knot) - y[j])).toBeLessThan(4 * Number.EPSILON * 2);
        });
        const line = naturalCubicSpline(
          x,
          x.map((t) => 2 * t - 1),
        );
        expect(supGap(line.evaluate, (t) => 2 * t - 1, grid(-4, 4, 33))).toBeLessThan(bound([7]));
      }),
    );
  });

  it('refuses bad data', () => {
    expect(() => naturalCubicSpline([0, 0], [1, 2])).toThrow(/strictly increasing/);
  });
});
