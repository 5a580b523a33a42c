import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { variationalQp } from '../../../numerics/variational/variational-qp.js';
import { variationalSaddle } from '../../../numerics/variational/variational-saddle.js';
import {
  dataSets,
  gaussian,
  grid,
  roundOff,
  supGap,
  uniform,
  weightFunctions,
} from '../kernels/weight-functions.js';

describe('the variational problem', () => {
  it('has one solution: by quadratic program, saddle system, weighted spline and kernel', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(), ({ zeta, breaks, kernel }, { x, y }) => {
        const data = { x, y, zeta, breaks };
        const spline = weightedNaturalSpline(data);
        const limit = kernelInterpolant({ kernel, x, y, adjust: 'gls' });
        const bound = roundOff(limit.condition, y);
        const inside = grid(x[0], x[x.length - 1], 25);
        const beyond = [x[0] - 1, ...inside, x[x.length - 1] + 1];
        expect(supGap(limit.evaluateWithAffine, spline.evaluate, inside)).toBeLessThan(bound);
        for (const route of [variationalQp(data), variationalSaddle(data)]) {
          expect(supGap(route.evaluate, spline.evaluate, beyond)).toBeLessThan(bound);
          // The discretisation resolves ζ to 1e-13 on every panel.
          const tolerance = 1e-12 + 1e3 * Number.EPSILON * limit.condition;
          expect(Math.abs(route.energy - spline.energy)).toBeLessThanOrEqual(
            tolerance * (spline.energy + 1e-12),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    { weight: gaussian(1, 1), bound: 2e-12 },
    { weight: gaussian(1, Math.sqrt(0.1)), bound: 2e-12 },
    { weight: uniform(1, 1.5), bound: 2e-12 },
  ])('to many digits on well-conditioned data: $weight.name', ({ weight, bound }) => {
    const { zeta, breaks } = weight;
    const data = { x: [-2, -1.6, 0.3, 0.6, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5], zeta, breaks };
    const spline = weightedNaturalSpline(data);
    const qp = variationalQp(data);
    const limit = kernelInterpolant({ kernel: weight.kernel, x: data.x, y: data.y, adjust: 'gls' });
    const points = grid(-2, 2, 41);
    expect(supGap(qp.evaluate, spline.evaluate, points)).toBeLessThan(bound);
    expect(supGap(variationalSaddle(data).evaluate, spline.evaluate, points)).toBeLessThan(bound);
    expect(supGap(limit.evaluateWithAffine, spline.evaluate, points)).toBeLessThan(bound);
    // The affine part of the program is the tangent at the left end.
    expect(Math.abs(qp.u - spline.derivative(-2))).toBeLessThan(10 * bound);
    expect(Math.abs(qp.u * -2 + qp.v - 1.5)).toBeLessThan(10 * bound);
    expect(qp.kktResidual).toBeLessThan(1e-13);
    expect(qp.kktResidual).toBeLessThanOrEqual(qp.kktBound);
    // And a wrong weight is seen.
    const wrong = variationalQp({ ...data, zeta: (t) => Math.sqrt(zeta(t)) });
    expect(supGap(wrong.evaluate, spline.evaluate, points)).toBeGreaterThan(0.01);
  });
});
