import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import type { WeightedSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { dataSets, gaussian, grid, uniform, weightFunctions } from '../kernels/weight-functions.js';

const last = (values: ArrayLike<number>): number => values[values.length - 1];

/** ∫F over [x_0, x_last], cut at the knots and at the breaks of ζ. */
function overKnots(spline: WeightedSpline, breaks: readonly number[], f: (t: number) => number): number {
  const { knots } = spline;
  return integrate(f, knots[0], last(knots), { breaks: [...knots, ...breaks], absoluteTolerance: 1e-13 })
    .value;
}

/** The largest |g″|, a scale for errors of g″ and its integrals. */
function bend(spline: WeightedSpline): number {
  return grid(spline.knots[0], last(spline.knots), 401).reduce(
    (most, t) => Math.max(most, Math.abs(spline.secondDerivative(t))),
    1,
  );
}

describe('weightedNaturalSpline', () => {
  it('interpolates, is continuous with its slope, and ends with g″ = 0', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(), ({ zeta, breaks }, { x, y }) => {
        const spline = weightedNaturalSpline({ x, y, zeta, breaks });
        const size = 1000 * Number.EPSILON * bend(spline);
        x.forEach((knot, j) => {
          expect(Math.abs(spline.evaluate(knot) - y[j])).toBeLessThan(size);
          // A step of 1e-9 changes g by 1e-9 g′ and g′ by 1e-9 g″: anything larger is a jump.
          const step = 1e-9;
          for (const [f, slope] of [
            [spline.evaluate, Math.abs(spline.derivative(knot)) + bend(spline)],
            [spline.derivative, bend(spline)],
          ] as const) {
            expect(Math.abs(f(knot + step) - f(knot - step))).toBeLessThan(4 * step * slope + size * 10);
          }
        });
        expect(spline.multipliers[0]).toBe(0);
        expect(last(spline.multipliers)).toBe(0);
        expect(spline.secondDerivative(x[0] - 0.1)).toBe(0);
      }),
    );
  });

  it('has g″ = ζ · (piecewise linear), and derivatives that belong together', () => {
    fc.assert(
      fc.property(
        weightFunctions,
        dataSets(3),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weight, data, share) => {
          const { x, y } = data;
          const spline = weightedNaturalSpline({ x, y, zeta: weight.zeta, breaks: weight.breaks });
          const [a, b] = [x[0], x[0] + share * (last(x) - x[0])];
          const options = { breaks: [...x, ...weight.breaks], absoluteTolerance: 1e-13 };
          const size = 1000 * Number.EPSILON * bend(spline) * 6;
          const rise = integrate(spline.derivative, a, b, options).value;
          expect(Math.abs(spline.evaluate(b) - spline.evaluate(a) - rise)).toBeLessThan(size * 6);
          const turn = integrate(spline.secondDerivative, a, b, options).value;
          expect(Math.abs(spline.derivative(b) - spline.derivative(a) - turn)).toBeLessThan(size);
          const middle = 0.5 * (x[1] + x[2]);
          const chord = 0.5 * (spline.multipliers[1] + spline.multipliers[2]);
          const ratio = spline.secondDerivative(middle) / weight.zeta(middle);
          expect(Math.abs(ratio - chord)).toBeLessThanOrEqual(
            20 * Number.EPSILON * (Math.abs(spline.multipliers[1]) + Math.abs(spline.multipliers[2])),
          );
        },
      ),
    );
  });

  it('reports the energy ∫g″²/ζ', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(3), ({ zeta, breaks }, { x, y }) => {
        const spline = weightedNaturalSpline({ x, y, zeta, breaks });
        const direct = overKnots(spline, breaks, (t) => {
          const second = spline.secondDerivative(t);
          return (second * second) / zeta(t);
        });
        // A sum of positive pieces, each accurate to tens of eps; the integral's own tolerance is 1e-13.
        expect(Math.abs(spline.energy - direct)).toBeLessThanOrEqual(200 * Number.EPSILON * direct + 1e-13);
      }),
    );
  });

  it('is optimal: no perturbation that vanishes at the knots lowers the energy', () => {
    const amplitude = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        weightFunctions,
        dataSets(3, 6),
        fc.array(amplitude, { minLength: 5, maxLength: 5 }),
        (weight, data, amplitudes) => {
          const { zeta, breaks } = weight;
          const spline = weightedNaturalSpline({ ...data, zeta, breaks });
          // Sines that vanish at the two knots around t, joined with slope 0: sin² has one.
          const second = (t: number): number => {
            const j = data.x.findIndex((knot) => t < knot);
            if (j <= 0) return 0;
            const h = data.x[j] - data.x[j - 1];
            const frequency = (2 * Math.PI) / h;
            return (
              0.5 *
              amplitudes[j - 1] *
              frequency *
              frequency *
              h *
              h *
              Math.cos(frequency * (t - data.x[j - 1]))
            );
          };
          const cross = overKnots(spline, breaks, (t) => (spline.secondDerivative(t) * second(t)) / zeta(t));
          const own = overKnots(spline, breaks, (t) => (second(t) * second(t)) / zeta(t));
          // First variation 0 (to round-off of the norms), second positive: so E(g+h) = E(g) + E(h) for every size of h.
          const norms = Math.sqrt(spline.energy * own) + own;
          expect(Math.abs(cross)).toBeLessThanOrEqual(1e4 * Number.EPSILON * norms + 1e-12);
          expect(own).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is not the spline of another weight, nor of another end condition', () => {
    const data = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };
    const { zeta } = gaussian(1, 1);
    const right = weightedNaturalSpline({ ...data, zeta });
    for (const wrong of [
      weightedNaturalSpline({ ...data, zeta: () => 1 }),
      weightedNaturalSpline({ ...data, zeta: (t) => 1 / zeta(t) }),
      weightedNaturalSpline({ ...data, zeta, ends: 'clamped' }),
    ]) {
      expect(Math.abs(wrong.evaluate(1.5) - right.evaluate(1.5))).toBeGreaterThan(0.01);
    }
    const doubled = weightedNaturalSpline({ ...data, zeta: (t) => 2 * zeta(t) });
    expect(Math.abs(doubled.evaluate(1.5) - right.evaluate(1.5))).toBeLessThan(1e-14);
    expect(doubled.energy).toBeCloseTo(right.energy / 2, 12);
  });

  it('clamped ends: interpolates with slope 0 at both ends, at higher energy', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(), ({ zeta, breaks }, { x, y }) => {
        const clamped = weightedNaturalSpline({ x, y, zeta, breaks, ends: 'clamped' });
        const natural = weightedNaturalSpline({ x, y, zeta, breaks });
        const size = 1000 * Number.EPSILON * bend(clamped);
        expect(Math.abs(clamped.derivative(x[0]))).toBeLessThan(size * 10);
        expect(Math.abs(clamped.derivative(last(x)))).toBeLessThan(size * 10);
        x.forEach((knot, j) => {
          expect(Math.abs(clamped.evaluate(knot) - y[j])).toBeLessThan(size);
        });
        expect(clamped.energy).toBeGreaterThanOrEqual(natural.energy * (1 - 1e-12));
      }),
    );
  });

  it('takes kinks of ζ that are not named, at the same accuracy', () => {
    const { zeta, breaks } = uniform(1, 1);
    const data = { x: [-2.5, -1.7, -0.4, 0.3, 1.9, 2.2], y: [1, -1, 0.5, 2, -1, 0] };
    const named = weightedNaturalSpline({ ...data, zeta, breaks });
    const unnamed = weightedNaturalSpline({ ...data, zeta });
    for (const t of grid(-3, 3, 61)) {
      expect(Math.abs(named.evaluate(t) - unnamed.evaluate(t))).toBeLessThan(
        1000 * Number.EPSILON * bend(named),
      );
    }
  });

  it('through two points is their chord, affine outside', () => {
    const { evaluate, energy } = weightedNaturalSpline({ x: [0, 2], y: [1, 5], zeta: () => 0 });
    expect([-1, 0, 1, 2, 3].map(evaluate)).toEqual([-1, 1, 3, 5, 7]);
    expect(energy).toBe(0);
  });

  describe('with ζ of compact support', () => {
    const zeta = (t: number): number => (Math.abs(t) < 1 ? 0.5 : 0);
    const breaks = [-1, 1];

    it('takes two points outside on a side, and is affine there', () => {
      const x = [-0.8, 0, 0.7, 1.5, 2.5];
      const spline = weightedNaturalSpline({ x, y: [1, 0, 1, 0, 2], zeta, breaks });
      expect(spline.derivative(1.1)).toBeCloseTo(2, 12);
      expect(spline.derivative(2.2)).toBeCloseTo(2, 12);
      expect(spline.secondDerivative(1.2)).toBe(0);
    });

    it('names the knot where three points outside cannot be bent through', () => {
      const x = [-0.8, 0, 1.2, 1.5, 2.5];
      expect(() => weightedNaturalSpline({ x, y: [1, 0, 1, 0, 2], zeta, breaks })).toThrow(
        /ζ vanishes around the knot x = 1.5.*at most two/,
      );
      expect(() =>
        weightedNaturalSpline({ x, y: [1, 0, 1, 0, 2], zeta, breaks, smoothing: 0.1 }),
      ).not.toThrow();
    });
  });

  it.each([
    ['a negative ζ', { zeta: () => -1 }, /at least 0/],
    ['ζ = NaN', { zeta: () => NaN }, /at least 0/],
    ['negative smoothing', { smoothing: -1 }, /smoothing = -1/],
    ['clamped ends with λ = ∞', { smoothing: Infinity, ends: 'clamped' as const }, /finite λ/],
    ['smoothing = NaN', { smoothing: NaN }, /smoothing = NaN/],
    ['too few weights', { weights: [1] }, /1 weights.*expected 3/],
    ['a weight of 0', { weights: [1, 0, 1] }, /weights\[1\] = 0/],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => weightedNaturalSpline({ x: [0, 1, 2], y: [0, 1, 0], zeta: () => 1, ...wrong })).toThrow(
      message,
    );
  });
});
