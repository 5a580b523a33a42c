import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientFlow } from '../../../../numerics/kernels/gradient-flow.js';
import { pointFlow } from '../../../../numerics/kernels/several/point-flow.js';
import { pointInterpolant } from '../../../../numerics/kernels/several/point-interpolant.js';
import { streams } from '../../../../numerics/random/streams.js';
import {
  pointInBall,
  randomPoints,
  type PointData,
} from '../../../../proofs-check/multivariate/point-sets.js';
import { bindVectorLaw, type PointKernel } from '../../../../theory/initializations/several/vector-law.js';

const LAWS = ['gaussian(sigmaW=1,sigmaB=.7)', 'sphere-uniform(aB=1.2)'];

/** A law in d = 1…4 inputs, data in its unit ball, and a few places. */
const settings = fc
  .record({ law: fc.constantFrom(...LAWS), inputs: fc.integer({ min: 1, max: 4 }), seed: fc.nat(1e6) })
  .map(({ law, inputs, seed }): { kernel: PointKernel; data: PointData; places: number[][] } => {
    const random = streams(seed).stream('flow');
    return {
      kernel: bindVectorLaw(law, inputs).kernel!.at,
      data: randomPoints(3 + random.integer(5), inputs, 1, random),
      places: Array.from({ length: 5 }, () => pointInBall(inputs, 1, random)),
    };
  });

describe('pointFlow', () => {
  it('takes the steps of gradient descent, one by one', () => {
    fc.assert(
      fc.property(settings, fc.nat(50), ({ kernel, data, places }, steps) => {
        const { x, inputs, y } = data;
        const point = (j: number): number[] => x.slice(j * inputs, (j + 1) * inputs);
        const flow = pointFlow(kernel, x, inputs, y);
        const rate = 0.8 / flow.eigenvalues[y.length - 1];
        // f is moved at the data and at the places by −η̄ Σ r_j K(·, x_j).
        const all = [...y.map((_, j) => point(j)), ...places];
        let f = all.map(() => 0);
        for (let step = 0; step < steps; step++) {
          const before = f;
          f = all.map((to, i) =>
            y.reduce((sum, yj, j) => sum + rate * (yj - before[j]) * kernel(to, point(j)), before[i]),
          );
        }
        const { evaluate } = flow.after(steps, rate);
        const scale = (steps + 1) * Math.max(...y.map(Math.abs), 1);
        all.forEach((to, i) => {
          expect(Math.abs(evaluate(to) - f[i])).toBeLessThanOrEqual(1e-13 * scale);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('tends to the interpolant without an affine part', () => {
    fc.assert(
      fc.property(settings, ({ kernel, data, places }) => {
        const limit = pointInterpolant({ ...data, kernel, degree: -1 });
        const { evaluate } = pointFlow(kernel, data.x, data.inputs, data.y).at(Infinity);
        const scale = Math.max(...data.y.map(Math.abs), 1);
        for (const place of places) {
          expect(Math.abs(evaluate(place) - limit.evaluate(place))).toBeLessThanOrEqual(
            1e3 * Number.EPSILON * limit.condition * scale,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has the bits of one input in one input', () => {
    const x = [-1, -0.2, 0.5, 0.9];
    const y = [1, -2, 0.5, 3];
    const kernel = (p: number, q: number): number => 1 + p * q + Math.exp(-(p - q) * (p - q));
    const line = gradientFlow(kernel, x, y);
    const points = pointFlow((p, q) => kernel(p[0], q[0]), x, 1, y);
    for (const t of [0.1, 3, 1000]) {
      expect(points.at(t).coefficients).toEqual(line.at(t).coefficients);
      expect(points.after(t * 10, 0.1).evaluate([0.3])).toBe(line.after(t * 10, 0.1).evaluate(0.3));
    }
  });

  it('refuses points that are not whole, and another number of targets', () => {
    const kernel: PointKernel = () => 1;
    expect(() => pointFlow(kernel, [1, 2, 3], 2, [1])).toThrow(/3 input values/);
    expect(() => pointFlow(kernel, [1, 2, 3, 4], 2, [1])).toThrow(/2 x and 1 y/);
  });
});
