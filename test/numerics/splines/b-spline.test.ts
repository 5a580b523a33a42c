import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bSpline, dividedDifference } from '../../../numerics/splines/b-spline.js';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { dataSets } from '../kernels/weight-functions.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('bSpline', () => {
  it('is positive inside its knots, 0 outside, and adds up to 1 where all neighbours are there', () => {
    fc.assert(
      fc.property(dataSets(9, 9), fc.integer({ min: 0, max: 3 }), share, ({ x }, degree, t) => {
        const count = x.length - degree - 1;
        const s = x[degree] + t * (x[count] - x[degree]);
        const values = Array.from({ length: count }, (_, j) => bSpline(x, j, degree, s));
        values.forEach((value, j) => {
          const inside = s > x[j] && s < x[j + degree + 1];
          expect(value > 0 || !inside).toBe(true);
          if (s < x[j] || s > x[j + degree + 1]) expect(value).toBe(0);
        });
        // Half-open intervals: at an inner knot the B-splines of degree 0 belong to both sides.
        if (!x.includes(s)) expect(values.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 13);
      }),
    );
  });

  it('is the kernel of divided differences (Peano)', () => {
    fc.assert(
      fc.property(dataSets(6, 6), fc.integer({ min: 1, max: 4 }), ({ x }, order) => {
        // f = e^x, whose derivatives of every order are e^x.
        const difference = dividedDifference(x, x.map(Math.exp), 1, 1 + order);
        const range = [x[1], x[1 + order]] as const;
        const factorial = [1, 1, 2, 6][order - 1];
        const peano =
          integrate((s) => Math.exp(s) * bSpline(x, 1, order - 1, s), ...range, { breaks: x }).value /
          (factorial * (range[1] - range[0]));
        // Gaps of .1 cost a digit for each order.
        expect(Math.abs(difference - peano)).toBeLessThan(1e-9 * Math.exp(3));
      }),
    );
  });
});

it('dividedDifference is the leading coefficient of a polynomial, and symmetric', () => {
  fc.assert(
    fc.property(dataSets(5, 5), fc.integer({ min: -9, max: 9 }), ({ x }, a) => {
      const cubic = (t: number): number => a * t * t * t - t * t + 2;
      expect(Math.abs(dividedDifference(x, x.map(cubic), 0, 3) - a)).toBeLessThan(1e-9);
      expect(Math.abs(dividedDifference(x, x.map(cubic), 0, 4))).toBeLessThan(1e-8);
    }),
  );
});
