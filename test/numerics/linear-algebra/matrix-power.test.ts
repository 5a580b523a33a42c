import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { matrixPower } from '../../../numerics/linear-algebra/matrix-power.js';
import { symmetricEigen } from '../../../numerics/linear-algebra/symmetric-eigen.js';

const entry = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 1000);
const matrices = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
  .map((rows) => new Matrix(rows));

describe('matrixPower', () => {
  it('is what multiplying t times gives', () => {
    fc.assert(
      fc.property(matrices, fc.nat(40), (matrix, t) => {
        let product = Matrix.eye(matrix.rows);
        for (let k = 0; k < t; k++) product = product.mmul(matrix);
        const size = Math.max(1, matrix.norm('frobenius'));
        const difference = Matrix.sub(matrixPower(matrix, t), product).norm('frobenius');
        expect(difference).toBeLessThanOrEqual(1e-14 * (t + 1) * Math.exp(t * Math.log(size)));
      }),
    );
  });

  it('has powers of the eigenvalues, for a contraction and up to a billion steps', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 1_000_000_000 }), (matrix, t) => {
        // I − AAᵀ/(2‖AAᵀ‖) has its eigenvalues in [1/2, 1].
        const gram = matrix.mmul(matrix.transpose());
        const scale = 2 * Math.max(gram.norm('frobenius'), 1e-300);
        const half = Matrix.sub(Matrix.eye(gram.rows), gram.div(scale));
        const step = Matrix.add(half, half.transpose()).div(2).mul(0.999);
        const { values } = symmetricEigen(step);
        const trace = values.reduce((sum, value) => sum + Math.exp(t * Math.log(value)), 0);
        expect(Math.abs(matrixPower(step, t).trace() - trace)).toBeLessThan(1e-11);
      }),
    );
  });

  it('refuses what has no such power', () => {
    expect(() => matrixPower(new Matrix(2, 3), 2)).toThrow(/got a 2 × 3 matrix to the power 2/);
    expect(() => matrixPower(Matrix.eye(2), 1.5)).toThrow(RangeError);
    expect(() => matrixPower(Matrix.eye(2), -1)).toThrow(RangeError);
  });
});
