import { Matrix, QrDecomposition } from 'ml-matrix';

/** An orthonormal basis of the contrasts of x: the vectors with no affine part, Nᵀ[x, 1] = 0 (M − 2 rows of M). */
export function contrasts(x: Float64Array): number[][] {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  return contrastsTo(Array.from(x, (value) => [value - mean, 1]));
}

/**
 * An orthonormal basis of the complement of the columns of a design P of full rank (M rows of p): M − p rows of M.
 *
 * From a QR decomposition of [P, e_{p+1}, …, e_M]: the columns after P's span the complement.
 */
export function contrastsTo(design: readonly (readonly number[])[]): number[][] {
  const full = Matrix.eye(design.length, design.length);
  design.forEach((row, j) => {
    row.forEach((value, k) => full.set(j, k, value));
  });
  return new QrDecomposition(full).orthogonalMatrix.transpose().to2DArray().slice(design[0].length);
}
