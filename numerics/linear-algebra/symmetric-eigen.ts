import { EigenvalueDecomposition } from 'ml-matrix';
import type { Matrix } from 'ml-matrix';
import { checkSymmetric } from './symmetric.js';

/** Eigenvalues in increasing order; `vectors` has the unit eigenvectors as its columns (n × n). */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

/**
 * The eigen-decomposition of a symmetric matrix; absolute errors are of the order eps·‖matrix‖.
 *
 * @throws RangeError when the matrix is not square, finite and symmetric.
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  checkSymmetric(matrix);
  const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  return {
    values: Float64Array.from(decomposition.realEigenvalues),
    vectors: decomposition.eigenvectorMatrix,
  };
}
