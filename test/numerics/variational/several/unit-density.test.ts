import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointInterpolant } from '../../../../numerics/kernels/several/point-interpolant.js';
import { polyharmonicKernel } from '../../../../numerics/kernels/several/radial-kernel.js';
import { pointRows } from '../../../../numerics/kernels/several/points.js';
import { integrate } from '../../../../numerics/quadrature/integrate.js';
import { hemisphereRule } from '../../../../numerics/quadrature/hemisphere-rule.js';
import { streams } from '../../../../numerics/random/streams.js';
import { cubicFactor, densityFactor } from '../../../../numerics/variational/several/radon-constants.js';
import {
  halfDistances,
  shadowBreaks,
  unitIntegral,
  unitRule,
  valuesAt,
} from '../../../../numerics/variational/several/unit-density.js';
import { randomPoints } from '../../../../proofs-check/multivariate/point-sets.js';
import { gammaOfHalf, overPi, piRationalValue, sphereSurface } from '../../../../theory/pi-rational.js';

describe('constants of the Radon transform', () => {
  it('satisfy γ_d A_d κ_d |S^(d−1)| = 12 in every d', () => {
    for (let d = 1; d <= 12; d++) {
      const third = piRationalValue(overPi(gammaOfHalf(d), gammaOfHalf(d + 3))) / Math.sqrt(Math.PI);
      const product = densityFactor(d) * cubicFactor(d) * third * piRationalValue(sphereSurface(d));
      expect(product / 12).toBeCloseTo(1, 13);
    }
  });
});

describe('an integral over directions and offsets', () => {
  it('is that of adaptive quadrature, direction by direction', () => {
    const points = [
      [0.1, 0.5],
      [-0.7, 0.2],
      [0.4, -0.6],
      [0.3, 0.3],
    ];
    const rule = hemisphereRule(2, 5);
    const sums = halfDistances(points, [1, -2, 3, -2]);
    const f = (direction: ArrayLike<number>) => (c: number) => sums(direction)(c) * Math.exp(-c * c);
    const breaks = shadowBreaks(points, () => [0, 5]);
    const expected = rule.directions.reduce((sum, direction, k) => {
      const inside = breaks(direction).toSorted((a, b) => a - b);
      expect(inside).not.toContain(5);
      const line = integrate(f(direction), inside[0], inside[inside.length - 1], { breaks: inside });
      return sum + rule.weights[k] * line.value;
    }, 0);
    expect(unitIntegral(f, unitRule(rule, breaks))).toBeCloseTo(expected, 12);
    // And so is the sum of its values.
    const values = valuesAt(unitRule(rule, breaks), f);
    const weights = unitRule(rule, breaks).flatMap((each) => [...each.weights]);
    expect(weights.reduce((sum, w, l) => sum + w * values[l], 0)).toBeCloseTo(expected, 12);
    const short = shadowBreaks(points, () => [0, 5], 0.05);
    const ends = short(rule.directions[0]);
    ends.slice(1).forEach((end, k) => {
      expect(end - ends[k]).toBeGreaterThanOrEqual(0);
      expect(end - ends[k]).toBeLessThan(0.05 + 1e-15);
    });
    expect(unitIntegral(f, unitRule(rule, short))).toBeCloseTo(expected, 13);
  });

  it('of the square of Σλ_j|⟨V,x_j⟩ − c| is the squared norm of the cubic spline', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1e6 }), (inputs, seed) => {
        const data = randomPoints(6, inputs, 1, streams(seed).stream('data'));
        const points = pointRows(data.x, inputs);
        const spline = pointInterpolant({ ...data, kernel: polyharmonicKernel(1), degree: 1 });
        const sums = halfDistances(points, spline.coefficients);
        const rule = hemisphereRule(inputs, inputs === 3 ? 40 : 400);
        const half = unitIntegral(
          (direction) => {
            const along = sums(direction);
            return (c) => along(c) * along(c);
          },
          unitRule(
            rule,
            shadowBreaks(points, () => []),
          ),
        );
        // ∫(R{…}g)² = 2(2π)^(d−1) A_d λᵀ(r³)λ over the whole sphere.
        const ratio = (2 * half * cubicFactor(inputs) * densityFactor(inputs)) / spline.squaredNorm;
        expect(Math.abs(ratio - 1)).toBeLessThan(1e-5 + 1e3 * Number.EPSILON * spline.condition);
      }),
      { numRuns: 30 },
    );
  });
});
