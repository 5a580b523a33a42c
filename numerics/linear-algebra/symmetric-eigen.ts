import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { checkSymmetric } from './symmetric.js';

/** Eigenvalues in increasing order; `vectors` has the unit eigenvectors as its columns (n × n). */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

const LARGEST_POWER_OF_TWO = Number.MAX_VALUE / (2 - Number.EPSILON);

/**
 * The eigen-decomposition of a symmetric matrix; absolute errors are of the order eps·‖matrix‖.
 *
 * ml-matrix throws a TypeError on elements near 1e274. So they are brought to size one by a power of two, which rounds
 * nothing but elements some 1e-300 times the largest.
 * @throws RangeError when the matrix is not square, finite and symmetric.
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  checkSymmetric(matrix);
  const scale = unitScale(Math.max(matrix.max(), -matrix.min()));
  const decomposition = new EigenvalueDecomposition(Matrix.mul(matrix, scale), { assumeSymmetric: true });
  return {
    values: Float64Array.from(decomposition.realEigenvalues, (value) => value / scale),
    vectors: decomposition.eigenvectorMatrix,
  };
}

/** The power of two that brings `size` into [1, 2), as nearly as it has one; 1 for a size of 0. */
function unitScale(size: number): number {
  let scale = 1;
  while (size * scale >= 2) scale /= 2;
  while (size > 0 && size * scale < 1 && scale < LARGEST_POWER_OF_TWO) scale *= 2;
  return scale;
}
