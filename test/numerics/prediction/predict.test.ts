import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError } from '../../../numerics/data/data-error.js';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { kernelMatrix } from '../../../numerics/kernels/kernel-matrix.js';
import { spdCondition } from '../../../numerics/linear-algebra/spd.js';
import { pairKernel } from '../../../numerics/prediction/pair-kernel.js';
import { predict } from '../../../numerics/prediction/predict.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const LAWS = ['gaussian', 'gaussian(sigmaB=0.5)', 'binary-uniform(aB=3)'].map(bindLaw);
const GRID = Array.from({ length: 21 }, (_, k) => -2 + 0.2 * k);

/** Data with gaps of at least .4 on [−2, 2], so that K is well enough conditioned to say something. */
const data = fc
  .record({
    x: fc.uniqueArray(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 6 }),
    y: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 }),
    law: fc.constantFrom(...LAWS),
  })
  .map(({ x, y, law }) => ({ x: x.map((k) => 0.4 * k), y: y.slice(0, x.length), law }));

const size = (y: readonly number[]): number => Math.max(1, ...y.map(Math.abs));

describe('predict, spline', () => {
  test('takes the data at the data, in any order', () => {
    fc.assert(
      fc.property(data, ({ x, y, law }) => {
        const g = predict({ x, y, law, limit: 'spline' });
        // the chord formula is exact at knots up to roundings
        x.forEach((value, j) =>
          expect(Math.abs(g(value) - y[j])).toBeLessThan(64 * Number.EPSILON * size(y)),
        );
      }),
    );
  });

  test('equals generalized least squares in the kernel, with and without smoothing', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(0, 1e-3, 0.1, 10), ({ x, y, law }, smoothing) => {
        const g = predict({ x, y, law, limit: 'spline', smoothing });
        const kernel = pairKernel(law);
        const f = kernelInterpolant({ kernel, x, y, adjust: 'gls', ridge: smoothing });
        const tolerance = 1e3 * Number.EPSILON * f.condition * size(y);
        for (const t of GRID) expect(Math.abs(g(t) - f.evaluateWithAffine(t))).toBeLessThan(tolerance);
      }),
      { numRuns: 40 },
    );
  });

  test('at time t is the smoothing spline with λ = 1/t, and the least-squares line at time 0', () => {
    const [x, y, law] = [[-1, 0, 1, 2], [0, 1, 0, 3], LAWS[0]];
    const late = predict({ x, y, law, limit: 'spline', time: 4 });
    const smooth = predict({ x, y, law, limit: 'spline', smoothing: 0.25 });
    const line = predict({ x, y, law, limit: 'spline', time: 0 });
    for (const t of GRID) {
      expect(late(t)).toBe(smooth(t));
      // Σ(x−½)(y−1)/Σ(x−½)² = .8, through (½, 1)
      expect(Math.abs(line(t) - (1 + 0.8 * (t - 0.5)))).toBeLessThan(64 * Number.EPSILON * 3);
    }
  });

  test('smoothing counts repeated inputs as often as they are there', () => {
    const law = LAWS[0];
    const repeated = predict({ x: [0, 1, 1, 2], y: [0, 1, 3, 0], law, limit: 'spline', smoothing: 0.1 });
    const reordered = predict({ x: [1, 2, 0, 1], y: [3, 0, 0, 1], law, limit: 'spline', smoothing: 0.1 });
    const single = predict({ x: [0, 1, 2], y: [0, 2, 0], law, limit: 'spline', smoothing: 0.1 });
    expect(repeated(1)).toBe(reordered(1));
    // twice the weight pulls the curve nearer to the mean, 2
    expect(repeated(1)).toBeGreaterThan(single(1) + 1e-3);
    expect(() => predict({ x: [0, 1, 1], y: [0, 1, 3], law, limit: 'spline' })).toThrow(DataError);
  });
});

describe('predict, raw', () => {
  test('is the interpolant at late times and with no smoothing', () => {
    fc.assert(
      fc.property(data, ({ x, y, law }) => {
        const f = predict({ x, y, law, limit: 'raw' });
        const flow = predict({ x, y, law, limit: 'raw', time: 1e12 });
        const ridge = predict({ x, y, law, limit: 'raw', smoothing: 0 });
        const condition = spdCondition(kernelMatrix(pairKernel(law), x));
        const tolerance = 1e3 * Number.EPSILON * condition * size(y);
        x.forEach((value, j) => expect(Math.abs(f(value) - y[j])).toBeLessThan(tolerance));
        for (const t of GRID) {
          expect(Math.abs(flow(t) - f(t))).toBeLessThan(tolerance);
          expect(ridge(t)).toBe(f(t));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('starts at 0 with slope Σ y_j K(·, x_j), and does so for replicates too', () => {
    const [x, y, law] = [[-1, 0.5, 0.5], [1, -2, 3], LAWS[0]];
    const at = (time: number): ((t: number) => number) => predict({ x, y, law, limit: 'raw', time });
    const kernel = pairKernel(law);
    const [start, early] = [at(0), at(1e-6)];
    for (const t of GRID) {
      const slope = x.reduce((sum, value, j) => sum + y[j] * kernel(t, value), 0);
      expect(start(t)).toBe(0);
      // the next term of the exponential is ½t‖K‖ of the first
      expect(Math.abs(early(t) / 1e-6 - slope)).toBeLessThan(1e-4);
    }
  });

  test('uses quadrature beyond the range of the closed form, without a jump', () => {
    const law = bindLaw('binary-uniform(aB=1)');
    const f = predict({ x: [-0.5, 0.2, 0.9], y: [1, 0, 1], law, limit: 'raw' });
    expect(Math.abs(f(1 + 1e-9) - f(1))).toBeLessThan(1e-7);
    // units beyond |x| = aB/w0 never switch, so the limit is affine there
    expect(Math.abs(f(4) - 2 * f(3) + f(2))).toBeLessThan(1e-10);
  });

  test('differs from the spline: the affine part matters', () => {
    const [x, y, law] = [[-1, 0, 1], [10, 20, 31], LAWS[0]];
    const [raw, spline] = (['raw', 'spline'] as const).map((limit) => predict({ x, y, law, limit }));
    expect(Math.abs(raw(0.5) - spline(0.5))).toBeGreaterThan(0.01);
  });
});

describe('predict refuses', () => {
  test('data outside the support of ζ, naming the parameters that widen it', () => {
    const law = bindLaw('binary-uniform(w0=2,aB=2)');
    expect(() => predict({ x: [0, 1.5], y: [0, 1], law, limit: 'spline' })).toThrow(DataError);
    expect(() => predict({ x: [0, 1.5], y: [0, 1], law, limit: 'raw' })).toThrow(
      /input 1\.5 lies outside the support \[-1, 1\].*reduce w0 or enlarge aB/,
    );
    expect(() => predict({ x: [-1, 1], y: [0, 1], law, limit: 'spline' })).not.toThrow();
  });

  test('whatever it cannot do, with the error for bad data and no other', () => {
    const wild = fc.double({ noNaN: true, noDefaultInfinity: true });
    const points = fc.array(fc.tuple(wild, wild), { minLength: 2, maxLength: 5 });
    const limits = fc.constantFrom('spline' as const, 'raw' as const);
    const how = fc.constantFrom(
      {},
      { smoothing: 1e-300 },
      { smoothing: 1e300 },
      { time: 0 },
      { time: 1e308 },
    );
    fc.assert(
      fc.property(points, limits, how, (data, limit, options) => {
        const [x, y] = [data.map(([value]) => value), data.map(([, value]) => value)];
        if (new Set(x).size < 2) return;
        try {
          expect(typeof predict({ x, y, law: LAWS[0], limit, ...options })(0.5)).toBe('number');
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('inputs too close for double precision, with the remedy', () => {
    const x = [0, Number.MIN_VALUE, 1];
    expect(() => predict({ x, y: [0, 1, 0], law: LAWS[0], limit: 'raw' })).toThrow(DataError);
  });
});
