import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { symmetricEigen } from './symmetric-eigen.js';
import { checkSymmetric } from './symmetric.js';

/** A factored symmetric positive definite matrix K = G Gᵀ, G lower triangular. */
export interface SpdFactor {
  /** Solves K z = rhs, with one step of iterative refinement. */
  readonly solve: (rhs: ArrayLike<number>) => Float64Array;
  /** G⁻¹ rhs, which turns the norm of K⁻¹ into the Euclidean one. */
  readonly whiten: (rhs: ArrayLike<number>) => Float64Array;
  /** G⁻ᵀ z. */
  readonly unwhitenTransposed: (z: ArrayLike<number>) => Float64Array;
}

/**
 * Cholesky factorization of a symmetric positive definite matrix (n × n), equilibrated to a unit diagonal first.
 *
 * @throws Error when the matrix has a non-finite element, is not symmetric, or is not positive definite to round-off.
 */
export function factorSpd(matrix: Matrix): SpdFactor {
  const n = matrix.rows;
  checkSymmetric(matrix);
  const flat = matrix.diagonal().findIndex((value) => !(value > 0));
  if (flat >= 0) throw notDefinite(n, flat);
  const scale = Float64Array.from({ length: n }, (_, i) => 1 / Math.sqrt(matrix.get(i, i)));
  const scaled = new Matrix(n, n);
  for (let i = 0; i < n; i++) {
    // The products of scales first: commutative, so the scaled matrix is symmetric to the last bit.
    for (let j = 0; j < n; j++) scaled.set(i, j, matrix.get(i, j) * (scale[i] * scale[j]));
  }
  const cholesky = new CholeskyDecomposition(scaled);
  const rows = cholesky.lowerTriangularMatrix.to2DArray().map((row) => Float64Array.from(row));
  // ml-matrix returns numbers for any matrix; with a unit diagonal a squared pivot near n·eps is round-off.
  const bad = rows.findIndex((row, i) => !(row[i] * row[i] > n * Number.EPSILON));
  if (bad >= 0) throw notDefinite(n, bad);

  const whiten = (rhs: ArrayLike<number>): Float64Array => {
    const z = Float64Array.from(rhs, (value, i) => value * scale[i]);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) z[i] -= rows[i][j] * z[j];
      z[i] /= rows[i][i];
    }
    return z;
  };
  const unwhitenTransposed = (rhs: ArrayLike<number>): Float64Array => {
    const z = Float64Array.from(rhs);
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) z[i] -= rows[j][i] * z[j];
      z[i] /= rows[i][i];
    }
    return z.map((value, i) => value * scale[i]);
  };
  const solve = (rhs: ArrayLike<number>): Float64Array => {
    const z = unwhitenTransposed(whiten(rhs));
    const correction = unwhitenTransposed(whiten(residual(matrix, z, rhs)));
    return z.map((value, i) => value + correction[i]);
  };
  return { solve, whiten, unwhitenTransposed };
}

/** The spectral condition number of a symmetric positive definite matrix; Infinity when it is singular to round-off. */
export function spdCondition(matrix: Matrix): number {
  const { values } = symmetricEigen(matrix);
  const smallest = values[0];
  const largest = values[values.length - 1];
  return smallest > 0 ? largest / smallest : Infinity;
}

function notDefinite(n: number, row: number): Error {
  return new Error(
    `factorSpd: the ${n} × ${n} matrix is not positive definite to round-off (row ${row}): ` +
      'expected linearly independent rows; remove dependent data or add a ridge',
  );
}

function residual(matrix: Matrix, z: Float64Array, rhs: ArrayLike<number>): Float64Array {
  return z.map((_, i) => {
    let sum = rhs[i];
    for (let j = 0; j < z.length; j++) sum -= matrix.get(i, j) * z[j];
    return sum;
  });
}
