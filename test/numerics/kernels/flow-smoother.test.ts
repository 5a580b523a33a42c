import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowSmoother } from '../../../numerics/kernels/flow-smoother.js';
import { gradientFlow } from '../../../numerics/kernels/gradient-flow.js';
import { kernelMatrix } from '../../../numerics/kernels/kernel-matrix.js';
import { dataSets, gaussian, weightFunctions } from './weight-functions.js';

describe('flowSmoother', () => {
  it('is gradient descent with many small steps', () => {
    fc.assert(
      fc.property(dataSets(), fc.double({ min: 0.01, max: 2, noNaN: true }), ({ x, y }, t) => {
        const { kernel } = gaussian(1, 1);
        const k = kernelMatrix(kernel, x).to2DArray();
        const largest = Math.max(...k.map((row) => row.reduce((sum, v) => sum + Math.abs(v), 0)));
        // Of a step h the error is at most hκ/(2e) of a mode: that of e^{−z} against (1 − z/s)^s.
        const steps = Math.ceil(200 * t * largest);
        let f = x.map(() => 0);
        for (let s = 0; s < steps; s++) {
          const residual = y.map((v, j) => v - f[j]);
          f = f.map((v, i) => v + (t / steps) * k[i].reduce((sum, kij, j) => sum + kij * residual[j], 0));
        }
        const size = Math.hypot(...y);
        flowSmoother(kernel, x)(y, t).forEach((value, j) => {
          expect(Math.abs(value - f[j])).toBeLessThan(size / 800);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('has the values of gradientFlow at the data, for any targets and times', () => {
    fc.assert(
      fc.property(
        weightFunctions,
        dataSets(),
        fc.double({ min: -6, max: 6, noNaN: true }),
        ({ kernel }, { x, y }, power) => {
          const smoother = flowSmoother(kernel, x);
          smoother(
            y.map(() => 1),
            1,
          );
          const t = Math.exp(power * Math.LN10);
          const { eigenvalues, at } = gradientFlow(kernel, x, y);
          // The coefficients of gradientFlow are as large as min(t, 1/κ) times the data.
          const condition = eigenvalues[x.length - 1] * Math.min(t, 1 / eigenvalues[0]);
          const tolerance = 1e3 * Number.EPSILON * Math.max(1, condition) * Math.hypot(...y);
          smoother(y, t).forEach((value, j) => {
            expect(Math.abs(value - at(t).evaluate(x[j]))).toBeLessThan(tolerance);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('starts at 0, and refuses bad arguments', () => {
    const { kernel } = gaussian(1, 1);
    const smoother = flowSmoother(kernel, [0, 1]);
    expect(smoother([1, 2], 0).every((value) => value === 0)).toBe(true);
    expect(() => smoother([1], 1)).toThrow(/2 x and 1 y/);
    expect(() => smoother([1, 2], -1)).toThrow(/time -1/);
    expect(() => flowSmoother(kernel, [])).toThrow(/no x/);
  });
});
