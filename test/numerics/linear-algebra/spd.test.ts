import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { factorSpd, spdCondition } from '../../../numerics/linear-algebra/spd.js';
import { symmetricEigen } from '../../../numerics/linear-algebra/symmetric-eigen.js';

const entry = fc.double({ min: -1, max: 1, noNaN: true });

/** AAᵀ + I/4 for random A, with a right side. */
const problems = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc
    .tuple(
      fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
      fc.array(entry, { minLength: n, maxLength: n }),
    )
    .map(([rows, rhs]) => {
      const a = new Matrix(rows);
      return { matrix: symmetrised(a.mmul(a.transpose()).add(Matrix.eye(n).mul(0.25))), rhs };
    }),
);

function symmetrised(matrix: Matrix): Matrix {
  return Matrix.add(matrix, matrix.transpose()).mul(0.5);
}

/** Symmetric, of whole numbers: multiplied by any power of two they stay exact. */
const integerMatrices = fc
  .integer({ min: 1, max: 8 })
  .chain((n) =>
    fc.array(fc.array(fc.integer({ min: -7, max: 7 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  )
  .map((rows) => new Matrix(rows.map((row, i) => row.map((_, j) => rows[Math.max(i, j)][Math.min(i, j)]))));

function powerBelow(size: number): number {
  let power = 1;
  while (power > size) power /= 2;
  while (power <= size / 2) power *= 2;
  return power;
}

const norm = (z: ArrayLike<number>): number =>
  Math.sqrt(Array.from(z).reduce((sum, value) => sum + value * value, 0));

describe('factorSpd', () => {
  it('solves like elimination with pivoting', () => {
    fc.assert(
      fc.property(problems, ({ matrix, rhs }) => {
        const z = factorSpd(matrix).solve(rhs);
        const expected = solve(matrix, Matrix.columnVector(rhs)).to1DArray();
        const bound = 50 * Number.EPSILON * spdCondition(matrix) * norm(expected);
        expect(norm(z.map((value, i) => value - expected[i]))).toBeLessThanOrEqual(bound);
      }),
    );
  });

  it('whitens: |G⁻¹r|² = rᵀK⁻¹r and G⁻ᵀG⁻¹ = K⁻¹', () => {
    fc.assert(
      fc.property(problems, ({ matrix, rhs }) => {
        const factor = factorSpd(matrix);
        const white = factor.whiten(rhs);
        const z = factor.solve(rhs);
        const energy = rhs.reduce((sum, value, i) => sum + value * z[i], 0);
        const bound = 50 * Number.EPSILON * spdCondition(matrix);
        expect(Math.abs(norm(white) * norm(white) - energy)).toBeLessThanOrEqual(bound * energy);
        const back = factor.unwhitenTransposed(white);
        expect(norm(back.map((value, i) => value - z[i]))).toBeLessThanOrEqual(bound * norm(z));
      }),
    );
  });

  it('is untroubled by a diagonal scaling of 1e±150', () => {
    const matrix = new Matrix([
      [2e300, 1],
      [1, 2e-300],
    ]);
    const z = factorSpd(matrix).solve([3e150, 3e-150]);
    expect(z[0] * 1e150).toBeCloseTo(1, 14);
    expect(z[1] * 1e-150).toBeCloseTo(1, 14);
  });

  it.each([
    [
      'indefinite',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'singular',
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'negative',
      [
        [-1, 0],
        [0, 1],
      ],
    ],
    [
      'zero',
      [
        [1, 0],
        [0, 0],
      ],
    ],
  ])('refuses a matrix that is %s', (_, rows) => {
    expect(() => factorSpd(new Matrix(rows))).toThrow(/not positive definite to round-off/);
  });

  it.each([
    [
      'not symmetric',
      [
        [1, 0.5],
        [0.25, 1],
      ],
    ],
    [
      'not finite',
      [
        [1, NaN],
        [NaN, 1],
      ],
    ],
    ['not square', [[1, 0]]],
  ])('refuses a matrix that is %s', (_, rows) => {
    expect(() => factorSpd(new Matrix(rows))).toThrow(/expected/);
    expect(() => symmetricEigen(new Matrix(rows))).toThrow(/expected/);
  });
});

describe('symmetricEigen', () => {
  it('gives increasing values and orthonormal vectors that rebuild the matrix', () => {
    fc.assert(
      fc.property(problems, ({ matrix }) => {
        const n = matrix.rows;
        const { values, vectors } = symmetricEigen(matrix);
        expect([...values]).toEqual([...values].sort((p, q) => p - q));
        const bound = 50 * n * Number.EPSILON * Math.max(1, values[n - 1]);
        const rebuilt = vectors.mmul(Matrix.diag([...values])).mmul(vectors.transpose());
        expect(Matrix.sub(rebuilt, matrix).norm('frobenius')).toBeLessThan(bound);
        expect(Matrix.sub(vectors.transpose().mmul(vectors), Matrix.eye(n)).norm('frobenius')).toBeLessThan(
          bound,
        );
      }),
    );
  });

  it('does the same at every size of floating point, to the last bit', () => {
    const tiny = 4 * Number.MIN_VALUE;
    const powers = [Number.MAX_VALUE / (2 - Number.EPSILON) / 64, 1e274, 1, 1e-274, tiny].map(powerBelow);
    fc.assert(
      fc.property(integerMatrices, fc.constantFrom(...powers), (matrix, power) => {
        const expected = symmetricEigen(matrix);
        const { values, vectors } = symmetricEigen(Matrix.mul(matrix, power));
        expect([...values]).toEqual([...expected.values].map((value) => value * power));
        expect(vectors.to2DArray()).toEqual(expected.vectors.to2DArray());
      }),
      { numRuns: 200 },
    );
  });

  it('takes elements whose squares overflow', () => {
    const rows = [
      [2, -1, 0],
      [-1, 2, -1],
      [0, -1, 2],
    ];
    const { values } = symmetricEigen(new Matrix(rows).mul(1e274));
    [2 - Math.SQRT2, 2, 2 + Math.SQRT2].forEach((expected, k) => {
      expect(Math.abs(values[k] / 1e274 - expected)).toBeLessThan(50 * Number.EPSILON);
    });
    expect([...symmetricEigen(new Matrix([[0]])).values]).toEqual([0]);
  });

  it('gives the condition number', () => {
    const rotated = new Matrix([
      [5.5, 4.5],
      [4.5, 5.5],
    ]);
    expect(spdCondition(rotated)).toBeCloseTo(10, 12);
    expect(spdCondition(new Matrix([[0]]))).toBe(Infinity);
  });
});
