import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../../numerics/quadrature/gauss-legendre.js';

const SIZES = [1, 2, 3, 5, 10, 16, 33, 64];

/** The rule applied to tᵏ, by repeated multiplication. */
function moment(n: number, k: number): number {
  const { nodes, weights } = gaussLegendre(n);
  return nodes.reduce((sum, t, i) => {
    let power = weights[i];
    for (let m = 0; m < k; m++) power *= t;
    return sum + power;
  }, 0);
}

describe('gaussLegendre', () => {
  it.each(SIZES)('with %i nodes is exact to degree 2n − 1 and not beyond', (n) => {
    // A sum of n positive terms of total at most 2, each with relative error of about k eps.
    for (let k = 0; k < 2 * n; k++) {
      const exact = k % 2 === 1 ? 0 : 2 / (k + 1);
      expect(Math.abs(moment(n, k) - exact)).toBeLessThan(8 * n * Number.EPSILON);
    }
    // The error at degree 2n is 2(n!)⁴ 4ⁿ.../((2n+1)(2n)!²), visible while it is above round-off.
    if (n <= 16) expect(Math.abs(moment(n, 2 * n) - 2 / (2 * n + 1))).toBeGreaterThan(1e-10);
  });

  it('has the known nodes for two and three points', () => {
    expect(gaussLegendre(2).nodes[1]).toBeCloseTo(1 / Math.sqrt(3), 15);
    expect(gaussLegendre(3).nodes[2]).toBeCloseTo(Math.sqrt(0.6), 15);
    expect(gaussLegendre(3).weights[1]).toBeCloseTo(8 / 9, 15);
  });

  it.each(SIZES)(
    'with %i nodes is increasing, inside (−1, 1), symmetric to the last bit, and positive',
    (n) => {
      const { nodes, weights } = gaussLegendre(n);
      for (let i = 0; i < n; i++) {
        expect(nodes[i] + nodes[n - 1 - i]).toBe(0);
        expect(weights[i]).toBe(weights[n - 1 - i]);
        expect(weights[i]).toBeGreaterThan(0);
        expect(Math.abs(nodes[i])).toBeLessThan(1);
        if (i > 0) expect(nodes[i]).toBeGreaterThan(nodes[i - 1]);
      }
    },
  );

  it('is computed once per size', () => {
    expect(gaussLegendre(7)).toBe(gaussLegendre(7));
  });

  it.each([0, -1, 2.5, NaN])('refuses n = %f', (n) => {
    expect(() => gaussLegendre(n)).toThrow(/positive integer/);
  });
});
