import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dataProducts,
  hatProducts,
  jumps,
  spreadJumps,
} from '../../../numerics/splines/divided-differences.js';
import { knotIntervalOf } from '../../../numerics/splines/interval-moments.js';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { dataSets, weightFunctions } from '../kernels/weight-functions.js';

const unit = (n: number, j: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => (i === j ? 1 : 0));
const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, i) => sum + v * b[i], 0);

it('spreadJumps is the transpose of jumps, and dataProducts their product QᵀW⁻¹Q', () => {
  fc.assert(
    fc.property(dataSets(), ({ x, y }) => {
      const n = x.length;
      const intervals = x.slice(1).map((right, j) => knotIntervalOf(() => 1, x[j], right, []));
      const weights = y.map((value) => 3 + value);
      const columns = x.map((_, k) => spreadJumps(intervals, unit(n, k)));
      const bands = dataProducts(intervals, weights, 0, n - 1);
      // Elements of Q are at most 2/.1; products of three of them, with weights of at least 1.
      const bound = 10 * 400 * Number.EPSILON;
      for (let j = 0; j < n; j++) {
        for (let k = j; k < n; k++) {
          expect(dot(unit(n, j), columns[k])).toBe(dot(jumps(intervals, unit(n, j)), unit(n, k)));
          const product = columns[j].reduce((sum, v, i) => sum + (v * columns[k][i]) / weights[i], 0);
          expect(Math.abs(product - (k - j <= 2 ? bands[k - j][j] : 0))).toBeLessThanOrEqual(bound);
        }
      }
    }),
  );
});

it('hatProducts are ∫ζ hat_j hat_k', () => {
  fc.assert(
    fc.property(weightFunctions, dataSets(3, 6), ({ zeta, breaks }, { x }) => {
      const last = x.length - 1;
      const intervals = x.slice(1).map((right, j) => knotIntervalOf(zeta, x[j], right, breaks));
      const [diagonal, next] = hatProducts(intervals, 0, last);
      const hat = (j: number, t: number): number => {
        if (j > 0 && t >= x[j - 1] && t <= x[j]) return (t - x[j - 1]) / (x[j] - x[j - 1]);
        return j < last && t >= x[j] && t <= x[j + 1] ? (x[j + 1] - t) / (x[j + 1] - x[j]) : 0;
      };
      const product = (j: number, k: number): number =>
        integrate((t) => zeta(t) * hat(j, t) * hat(k, t), x[0], x[last], { breaks: [...x, ...breaks] }).value;
      // Both integrals are of positive functions, accurate to 50 eps.
      for (let j = 0; j <= last; j++) {
        const exact = product(j, j);
        expect(Math.abs(diagonal[j] - exact)).toBeLessThan(100 * Number.EPSILON * exact);
        if (j < last)
          expect(Math.abs(next[j] - product(j, j + 1))).toBeLessThan(100 * Number.EPSILON * exact);
      }
    }),
    { numRuns: 50 },
  );
});
