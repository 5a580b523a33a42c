import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import {
  binaryGaussian,
  constant,
  dataSets,
  gaussian,
  grid,
  roundOff,
  supGap,
  uniform,
  weightFunctions,
} from './weight-functions.js';

const P5 = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };

describe('kernelInterpolant', () => {
  it('with generalized least squares is the ζ-weighted natural spline, affine part added back', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(), ({ zeta, breaks, kernel }, { x, y }) => {
        const limit = kernelInterpolant({ kernel, x, y, adjust: 'gls' });
        const spline = weightedNaturalSpline({ x, y, zeta, breaks });
        const gap = supGap(limit.evaluateWithAffine, spline.evaluate, grid(x[0], x[x.length - 1], 41));
        expect(gap).toBeLessThan(roundOff(limit.condition, y));
        // The energies: cᵀKc = Σ c_j f∞(x_j) against ∫g″²/ζ.
        const energy = limit.coefficients.reduce((sum, c, j) => sum + c * limit.evaluate(x[j]), 0);
        expect(Math.abs(energy - spline.energy)).toBeLessThanOrEqual(
          1e3 * Number.EPSILON * limit.condition * (1 + spline.energy),
        );
      }),
    );
  });

  it.each([gaussian(1, 1), gaussian(1, Math.sqrt(0.1)), uniform(1, 1.5), binaryGaussian(1, 1)])(
    'misses the spline of any other weight: $name',
    ({ kernel, zeta, breaks }) => {
      const limit = kernelInterpolant({ kernel, ...P5, adjust: 'gls' });
      const gapTo = (weight: (t: number) => number): number =>
        supGap(
          limit.evaluateWithAffine,
          weightedNaturalSpline({ ...P5, zeta: weight, breaks }).evaluate,
          grid(-2, 2, 101),
        );
      expect(gapTo(zeta)).toBeLessThan(roundOff(limit.condition, P5.y));
      expect(roundOff(limit.condition, P5.y)).toBeLessThan(1e-8);
      expect(gapTo(() => 1)).toBeGreaterThan(0.01);
      expect(gapTo((t) => zeta(1.2 * t))).toBeGreaterThan(0.005);
      expect(gapTo((t) => 1 / zeta(t))).toBeGreaterThan(0.05);
    },
  );

  it.each([
    { weight: constant(1, 1, 2), slope: 0, none: 0.04873, ols: 0.07653 },
    { weight: constant(1, 1, 2), slope: 10, none: 0.4226, ols: 0.07653 },
    { weight: gaussian(1, 1), slope: 0, none: 0.007353, ols: 0.01523 },
    { weight: gaussian(1, 1), slope: 10, none: 0.122, ols: 0.01523 },
  ])('$weight.name, $slope(1 + x) added: known misses of no adjustment and of least squares', (example) => {
    const { weight, slope, none, ols } = example;
    const y = P5.y.map((value, j) => value + slope * (1 + P5.x[j]));
    const spline = weightedNaturalSpline({ x: P5.x, y, zeta: weight.zeta });
    const gap = (adjust: 'none' | 'ols'): number =>
      supGap(
        kernelInterpolant({ kernel: weight.kernel, x: P5.x, y, adjust }).evaluateWithAffine,
        spline.evaluate,
        grid(-2, 2, 2001),
      );
    // The references have at least three figures.
    expect(gap('none')).toBeGreaterThan(none * 0.995);
    expect(gap('none')).toBeLessThan(none * 1.005);
    expect(gap('ols')).toBeGreaterThan(ols * 0.995);
    expect(gap('ols')).toBeLessThan(ols * 1.005);
  });

  it('interpolates under every adjustment, with inputs in any order', () => {
    fc.assert(
      fc.property(
        weightFunctions,
        dataSets(),
        fc.constantFrom('gls', 'ols', 'none'),
        ({ kernel }, { x, y }, adjust) => {
          const order = x.map((_, j) => (j * 7 + 3) % x.length).filter((j, k, all) => all.indexOf(j) === k);
          const data = { x: order.map((j) => x[j]), y: order.map((j) => y[j]) };
          if (order.length < 2) return;
          const limit = kernelInterpolant({ kernel, ...data, adjust });
          data.x.forEach((t, j) => {
            expect(Math.abs(limit.evaluateWithAffine(t) - data.y[j])).toBeLessThan(
              roundOff(limit.condition, y),
            );
          });
        },
      ),
    );
  });

  it('generalized least squares makes the coefficients orthogonal to affine functions', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(3), ({ kernel }, { x, y }) => {
        const { coefficients, condition } = kernelInterpolant({ kernel, x, y, adjust: 'gls' });
        const size = coefficients.reduce((sum, c) => sum + Math.abs(c), 1);
        for (const basis of [() => 1, (t: number) => t]) {
          const moment = coefficients.reduce((sum, c, j) => sum + c * basis(x[j]), 0);
          expect(Math.abs(moment)).toBeLessThan(100 * Number.EPSILON * condition * size);
        }
      }),
    );
  });

  it('two points leave nothing but the affine part', () => {
    const limit = kernelInterpolant({ kernel: gaussian(1, 1).kernel, x: [0, 2], y: [1, 5], adjust: 'gls' });
    expect(limit.u).toBeCloseTo(2, 12);
    expect(limit.v).toBeCloseTo(1, 12);
    expect(Math.abs(limit.evaluate(1))).toBeLessThan(1e-12);
  });

  it.each([
    ['repeated inputs', { x: [0, 1, 1], y: [0, 1, 1] }, /cannot be solved with.*distinct inputs/],
    ['zero biases', { kernel: (s: number, t: number) => Math.max(s * t, 0) / 2 }, /cannot be solved with/],
    ['one input', { x: [1], y: [1] }, /at least two/],
    ['no input', { x: [], y: [] }, /at least one/],
    ['unequal lengths', { y: [1] }, /5 x, 1 y/],
    ['a negative ridge', { ridge: -1 }, /ridge = -1/],
    ['too few weights', { weights: [1] }, /1 weights/],
  ])('refuses %s', (_, wrong, message) => {
    const { kernel } = gaussian(1, 1);
    expect(() => kernelInterpolant({ kernel, ...P5, adjust: 'gls', ...wrong })).toThrow(message);
  });

  it('needs no second input without an affine part', () => {
    const limit = kernelInterpolant({ kernel: gaussian(1, 1).kernel, x: [1], y: [3], adjust: 'none' });
    expect([limit.u, limit.v, limit.condition]).toEqual([0, 0, 1]);
    expect(limit.evaluate(1)).toBeCloseTo(3, 14);
  });
});
