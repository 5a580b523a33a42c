import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../../numerics/quadrature/gauss-legendre.js';
import { kronrod21 } from '../../../numerics/quadrature/gauss-kronrod.js';

/** Legendre's polynomial, whose integral over [−1, 1] is 0 from degree 1 on. */
function legendre(k: number, t: number): number {
  let [previous, value] = [1, t];
  for (let m = 2; m <= k; m++)
    [previous, value] = [value, ((2 * m - 1) * t * value - (m - 1) * previous) / m];
  return k === 0 ? 1 : value;
}

describe('kronrod21', () => {
  it('is exact to degree 31 and not at degree 32', () => {
    // 21 terms of size at most 1 with weights of total 2.
    for (let k = 1; k <= 31; k++) {
      expect(Math.abs(kronrod21((t) => legendre(k, t), -1, 1).value)).toBeLessThan(16 * Number.EPSILON);
    }
    expect(Math.abs(kronrod21((t) => legendre(32, t), -1, 1).value)).toBeGreaterThan(1e-3);
  });

  it('contains the ten Gauss nodes', () => {
    const seen: number[] = [];
    kronrod21((t) => (seen.push(t), 1), -1, 1);
    for (const node of gaussLegendre(10).nodes) {
      expect(Math.min(...seen.map((t) => Math.abs(t - node)))).toBeLessThan(2 * Number.EPSILON);
    }
    expect(seen).toHaveLength(21);
  });

  it('bounds its own error on kinks and smooth functions', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 0.9, noNaN: true }), (c) => {
        const { value, error } = kronrod21((t) => Math.abs(t - c), -1, 1);
        expect(Math.abs(value - (1 + c * c))).toBeLessThanOrEqual(error + 8 * Number.EPSILON);
      }),
    );
    const smooth = kronrod21(Math.exp, -1, 1);
    expect(smooth.error).toBeLessThan(1e-15);
    expect(Math.abs(smooth.value - 2 * Math.sinh(1))).toBeLessThan(8 * Number.EPSILON);
  });

  it('reports the integral of |f|', () => {
    expect(kronrod21((t) => 3 * t * t - 1, 0, 1).magnitude).toBeCloseTo(4 / (3 * Math.sqrt(3)), 2);
    expect(kronrod21(() => -2, 0, 3).magnitude).toBeCloseTo(6, 13);
  });
});
