import { Matrix, QrDecomposition } from 'ml-matrix';

/**
 * An orthonormal basis of the contrasts of x: the vectors with no affine part, Nᵀ[x, 1] = 0 (M − 2 rows of M).
 *
 * From a QR decomposition of [x − mean, 1, e_1, e_2, …]: the columns after the second span the complement.
 */
export function contrasts(x: Float64Array): number[][] {
  const n = x.length;
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  const full = new Matrix(n, n);
  for (let i = 0; i < n; i++) {
    full.set(i, 0, x[i] - mean);
    full.set(i, 1, 1);
    if (i >= 2) full.set(i - 1, i, 1);
  }
  return new QrDecomposition(full).orthogonalMatrix.transpose().to2DArray().slice(2);
}
