import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { fitAffine } from '../../../numerics/kernels/affine-part.js';
import { kernelMatrix } from '../../../numerics/kernels/kernel-matrix.js';
import { factorSpd, spdCondition } from '../../../numerics/linear-algebra/spd.js';
import { dataSets, gaussian } from './weight-functions.js';

describe('fitAffine', () => {
  it('is (PᵀK⁻¹P)⁻¹PᵀK⁻¹y, as the normal equations give it', () => {
    fc.assert(
      fc.property(dataSets(2, 6), ({ x, y }) => {
        const matrix = kernelMatrix(gaussian(1, 1).kernel, x);
        const design = new Matrix(x.map((t) => [t, 1]));
        const inverse = solve(matrix, design);
        const expected = solve(
          inverse.transpose().mmul(design),
          inverse.transpose().mmul(Matrix.columnVector(y)),
        );
        const { u, v } = fitAffine(x, y, (z) => factorSpd(matrix).whiten(z));
        const bound = 100 * Number.EPSILON * spdCondition(matrix) * 20 * Math.max(...y.map(Math.abs));
        expect(Math.abs(u - expected.get(0, 0))).toBeLessThanOrEqual(bound);
        expect(Math.abs(v - expected.get(1, 0))).toBeLessThanOrEqual(bound);
      }),
    );
  });

  it('finds a line whatever the norm, also far from the origin', () => {
    const x = [1e6, 1e6 + 1, 1e6 + 3];
    const { u, v } = fitAffine(
      x,
      x.map((t) => 2 * t - 1),
      (z) => Float64Array.from(z, (value, j) => value * (j + 1)),
    );
    // The targets are rounded at 2e6 eps, over gaps of size 1.
    expect(Math.abs(u - 2)).toBeLessThan(2e7 * Number.EPSILON);
    expect(Math.abs(1e6 * u + v - (2e6 - 1))).toBeLessThan(2e7 * Number.EPSILON);
  });

  it('refuses fewer than two distinct inputs', () => {
    expect(() => fitAffine([3, 3], [1, 2], (z) => z)).toThrow(/1 distinct inputs.*at least two/);
  });
});
