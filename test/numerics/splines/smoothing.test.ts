import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitAffine } from '../../../numerics/kernels/affine-part.js';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { mergeReplicates } from '../../../numerics/splines/replicates.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { dataSets, gaussian, grid, roundOff, supGap, weightFunctions } from '../kernels/weight-functions.js';

const lambdas = fc.double({ min: -4, max: 4, noNaN: true }).map((k) => Math.exp(k * Math.LN10));
const weightLists = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 10, maxLength: 10 });

describe('smoothing with weightedNaturalSpline', () => {
  it('is ridge regression with the kernel of ζ and generalized least squares', () => {
    fc.assert(
      fc.property(
        weightFunctions,
        dataSets(),
        lambdas,
        weightLists,
        ({ zeta, breaks, kernel }, { x, y }, lambda, w) => {
          const weights = w.slice(0, x.length);
          const spline = weightedNaturalSpline({ x, y, zeta, breaks, smoothing: lambda, weights });
          const ridge = kernelInterpolant({ kernel, x, y, adjust: 'gls', ridge: lambda, weights });
          const gap = supGap(spline.evaluate, ridge.evaluateWithAffine, grid(x[0], x[x.length - 1], 31));
          // With λ large K + λW⁻¹ is harmless, and the condition 25·(2/.1)² of the banded system takes its place.
          expect(gap).toBeLessThan(roundOff(Math.max(ridge.condition, 25), y));
        },
      ),
    );
  });

  it('minimises Σw(g−y)² + λ∫g″²/ζ over all splines on the knots', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(3), lambdas, weightLists, (weight, { x, y }, lambda, w) => {
        const { zeta, breaks } = weight;
        const weights = w.slice(0, x.length);
        const cost = (values: ArrayLike<number>): number => {
          const { energy } = weightedNaturalSpline({ x, y: values, zeta, breaks });
          return y.reduce(
            (sum, v, j) => sum + weights[j] * (values[j] - v) * (values[j] - v),
            lambda * energy,
          );
        };
        const { values } = weightedNaturalSpline({ x, y, zeta, breaks, smoothing: lambda, weights });
        const best = cost(values);
        const size = cost(y) + y.reduce((sum, v, j) => sum + weights[j] * v * v, 0);
        for (let j = 0; j < x.length; j++) {
          for (const step of [0.01, -0.01]) {
            const moved = values.map((value, k) => (k === j ? value + step : value));
            expect(cost(moved)).toBeGreaterThan(best - 1e-9 * size);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tends to the interpolant for λ → 0 and is the least-squares line for λ = ∞', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(3), weightLists, ({ zeta, breaks }, { x, y }, w) => {
        const weights = w.slice(0, x.length);
        const data = { x, y, zeta, breaks, weights };
        const points = grid(-4, 4, 17);
        const line = fitAffine(x, y, (z) =>
          Float64Array.from(z, (value, j) => value * Math.sqrt(weights[j])),
        );
        const limit = weightedNaturalSpline({ ...data, smoothing: Infinity });
        // Slopes over gaps of .1, at distances of up to 4 from the knots.
        expect(supGap(limit.evaluate, (t) => line.u * t + line.v, points)).toBeLessThan(
          1e4 * 40 * Number.EPSILON,
        );
        expect(limit.energy).toBe(0);
        const stiff = weightedNaturalSpline({ ...data, smoothing: 1e15 });
        expect(supGap(stiff.evaluate, limit.evaluate, points)).toBeLessThan(1e-7);
      }),
    );
    const data = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5], zeta: gaussian(1, 1).zeta };
    const tight = weightedNaturalSpline({ ...data, smoothing: 1e-9 });
    expect(supGap(tight.evaluate, weightedNaturalSpline(data).evaluate, grid(-3, 3, 31))).toBeLessThan(1e-6);
    const linear = [1, 10].map((k) => {
      const near = weightedNaturalSpline({ ...data, smoothing: k * 1e-6 });
      return supGap(near.evaluate, weightedNaturalSpline(data).evaluate, grid(-2, 2, 31));
    });
    expect(linear[1] / linear[0]).toBeCloseTo(10, 1);
  });

  it('has an energy that falls with λ and a misfit that grows', () => {
    const data = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5], zeta: gaussian(1, 1).zeta };
    const path = [0, 0.01, 0.1, 1, 10, 100].map((smoothing) => {
      const { energy, values } = weightedNaturalSpline({ ...data, smoothing });
      return { energy, misfit: values.reduce((sum, g, j) => sum + (g - data.y[j]) * (g - data.y[j]), 0) };
    });
    for (let k = 1; k < path.length; k++) {
      expect(path[k].energy).toBeLessThan(path[k - 1].energy);
      expect(path[k].misfit).toBeGreaterThan(path[k - 1].misfit);
    }
  });

  it('with merged replicates is ridge regression on all points', () => {
    const { zeta, kernel } = gaussian(1, 1);
    const [x, y] = [
      [1, -1, 0, 1, 2, -1, 1],
      [0.5, 1, 0.3, 0.7, -1, 0.2, 0.9],
    ];
    const spline = weightedNaturalSpline({ ...mergeReplicates(x, y), zeta, smoothing: 0.1 });
    const ridge = kernelInterpolant({ kernel, x, y, adjust: 'gls', ridge: 0.1 });
    expect(supGap(spline.evaluate, ridge.evaluateWithAffine, grid(-1, 2, 31))).toBeLessThan(
      roundOff(ridge.condition, y),
    );
  });

  it('stays accurate on many points, for every λ', () => {
    const x = grid(-3, 3, 200);
    const y = x.map((t, j) => Math.sin(2 * t) + 0.3 * Math.cos(17 * j));
    const line = fitAffine(x, y, (z) => z);
    const limit = weightedNaturalSpline({ x, y, zeta: () => 1, smoothing: Infinity });
    // The normal equations have condition about 200⁴ = 1.6e9; the corrected step leaves its square root.
    expect(supGap(limit.evaluate, (t) => line.u * t + line.v, x)).toBeLessThan(1e3 * 4e4 * Number.EPSILON);
  });

  it('with clamped ends tends to the weighted mean', () => {
    const spline = weightedNaturalSpline({
      x: [0, 1, 3],
      y: [1, 2, 6],
      weights: [1, 1, 2],
      zeta: () => 1,
      smoothing: 1e9,
      ends: 'clamped',
    });
    for (const t of [-1, 0.5, 2, 4]) expect(spline.evaluate(t)).toBeCloseTo(15 / 4, 6);
  });
});
