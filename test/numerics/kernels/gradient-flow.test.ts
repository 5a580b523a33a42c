import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientFlow } from '../../../numerics/kernels/gradient-flow.js';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { kernelMatrix } from '../../../numerics/kernels/kernel-matrix.js';
import { dataSets, gaussian, grid, roundOff, supGap, weightFunctions } from './weight-functions.js';

const P5 = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };
const { kernel } = gaussian(1, 1);

/** dc/dt = y − Kc from c = 0, by the classical Runge–Kutta method. */
function integrated(t: number, steps: number): number[] {
  const k = kernelMatrix(kernel, P5.x).to2DArray();
  const rate = (c: readonly number[]): number[] =>
    P5.y.map((y, i) => k[i].reduce((sum, value, j) => sum - value * c[j], y));
  const moved = (c: readonly number[], d: readonly number[], h: number): number[] =>
    c.map((v, j) => v + h * d[j]);
  let c = P5.x.map(() => 0);
  const h = t / steps;
  for (let s = 0; s < steps; s++) {
    const a = rate(c);
    const b = rate(moved(c, a, h / 2));
    const d = rate(moved(c, b, h / 2));
    const e = rate(moved(c, d, h));
    c = c.map((v, j) => v + (h / 6) * (a[j] + 2 * b[j] + 2 * d[j] + e[j]));
  }
  return c;
}

describe('gradientFlow', () => {
  it('solves dc/dt = y − Kc', () => {
    for (const t of [0.3, 3]) {
      const { coefficients } = gradientFlow(kernel, P5.x, P5.y).at(t);
      // The method's error is (hλmax)⁴·t/120 with hλmax about .01.
      integrated(t, 1000 * t).forEach((c, j) => {
        expect(Math.abs(coefficients[j] - c)).toBeLessThan(1e-9);
      });
    }
  });

  it('starts at 0, with slope k(x)ᵀy, and ends in the interpolant', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(), (weight, { x, y }) => {
        const flow = gradientFlow(weight.kernel, x, y);
        const limit = kernelInterpolant({ kernel: weight.kernel, x, y, adjust: 'none' });
        const points = grid(-3, 3, 11);
        expect(supGap(flow.at(Infinity).evaluate, limit.evaluate, points)).toBeLessThan(
          // The kernel at ±3 can be ten times that at the data.
          10 * roundOff(limit.condition, y),
        );
        expect(points.map(flow.at(0).evaluate).every((value) => value === 0)).toBe(true);
        const early = 1e-9 / flow.eigenvalues[x.length - 1];
        flow.at(early).coefficients.forEach((c, j) => {
          expect(Math.abs(c / early - y[j])).toBeLessThan(1e-7);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('takes the steps of gradient descent, one by one', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(), fc.nat(60), (weight, { x, y }, steps) => {
        const flow = gradientFlow(weight.kernel, x, y);
        const matrix = kernelMatrix(weight.kernel, x).to2DArray();
        const rate = 0.8 / flow.eigenvalues[x.length - 1];
        let c = x.map(() => 0);
        for (let step = 0; step < steps; step++)
          c = c.map((value, i) => value + rate * matrix[i].reduce((sum, k, j) => sum - k * c[j], y[i]));
        const scale = rate * (steps + 1) * Math.max(...y.map(Math.abs), 1);
        flow.after(steps, rate).coefficients.forEach((value, j) => {
          expect(Math.abs(value - c[j])).toBeLessThanOrEqual(1e-12 * scale);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('has a training error that falls in every mode', () => {
    const flow = gradientFlow(kernel, P5.x, P5.y);
    let before = Infinity;
    for (const t of [0, 0.1, 1, 10, 100, 1000]) {
      const { evaluate } = flow.at(t);
      const misfit = P5.x.reduce((sum, x, j) => sum + (evaluate(x) - P5.y[j]) * (evaluate(x) - P5.y[j]), 0);
      expect(misfit).toBeLessThan(before);
      before = misfit;
    }
    expect(before).toBeLessThan(1e-3);
  });

  it('averages replicates, and does not need a regular kernel matrix at finite time', () => {
    const doubled = gradientFlow(kernel, [...P5.x, 0], [...P5.y, 2.5]);
    expect(doubled.at(1e6).evaluate(0)).toBeCloseTo(2, 9);
    expect(() => doubled.at(Infinity)).toThrow(/smallest eigenvalue.*finite time/);
  });

  it('refuses bad arguments', () => {
    expect(() => gradientFlow(kernel, [1], [])).toThrow(/1 x and 0 y/);
    expect(() => gradientFlow(kernel, P5.x, P5.y).at(-1)).toThrow(/time -1/);
    expect(() => gradientFlow(kernel, P5.x, P5.y).at(NaN)).toThrow(/time NaN/);
  });
});
