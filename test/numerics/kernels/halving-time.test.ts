import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { halvingTime } from '../../../numerics/kernels/halving-time.js';
import { kernelMatrix } from '../../../numerics/kernels/kernel-matrix.js';
import { symmetricEigen } from '../../../numerics/linear-algebra/symmetric-eigen.js';

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 9 });

describe('halvingTime', () => {
  it('is the step at which plain iteration first has the component at half', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 3 }), (list, frequency) => {
        const x = list.map((_, j) => j / list.length);
        const target = list.map((value, j) => value / 50 + 3 * Math.sin(2 * Math.PI * frequency * x[j] + 1));
        const kernel = kernelMatrix((p, q) => Math.exp(-8 * Math.abs(p - q)), x);
        const modes = symmetricEigen(kernel);
        const rate = 0.3 / modes.values[x.length - 1];
        const directions = [Math.sin, Math.cos].map((wave) =>
          x.map((p) => wave(2 * Math.PI * frequency * p)),
        );
        const component = (r: readonly number[]): number =>
          Math.hypot(...directions.map((d) => d.reduce((sum, v, j) => sum + v * r[j], 0)));
        fc.pre(component(target) > 0.5);
        const step = Matrix.sub(Matrix.eye(x.length), Matrix.mul(kernel, rate));
        let [residual, steps] = [Matrix.columnVector(target), 0];
        for (; component(residual.to1DArray()) > component(target) / 2; steps++)
          residual = step.mmul(residual);
        expect(Math.ceil(halvingTime(modes, rate, target, directions) * (1 - 1e-8))).toBe(steps);
      }),
    );
  });

  it('is log 2 over the rate for an eigenvector', () => {
    const modes = symmetricEigen(
      new Matrix([
        [2, 0],
        [0, 1e-6],
      ]),
    );
    expect(halvingTime(modes, 1e-3, [0, 1], [[0, 1]])).toBeCloseTo(Math.LN2 * 1e9, -3);
    expect(halvingTime(modes, 1e-3, [1, 1], [[1, 0]])).toBeCloseTo(Math.LN2 / -Math.log1p(-2e-3), 5);
  });

  it('refuses a rate too large, a component that is not there, and one that is never learned', () => {
    const modes = symmetricEigen(
      new Matrix([
        [2, 0],
        [0, 0],
      ]),
    );
    expect(() => halvingTime(modes, 0.5, [1, 1], [[1, 0]])).toThrow(
      /rate of 0.5, expected a positive one below 1\/2/,
    );
    expect(() => halvingTime(modes, 0.1, [1, 0], [[0, 1]])).toThrow(/without the component/);
    expect(() => halvingTime(modes, 0.1, [1, 1], [[0, 1]])).toThrow(/not halved/);
  });
});
