import { Matrix, QrDecomposition } from 'ml-matrix';

/**
 * Replaces constraints A z = b (m unit rows) by equivalent ones with orthonormal rows, Qᵀz = R⁻ᵀb with Aᵀ = QR.
 *
 * On nearly parallel rows quadprog-js loses twice the digits it must, and on dependent rows it may never return.
 * @throws Error when the rows are linearly dependent to round-off.
 */
export function orthogonalRows(
  rows: readonly (readonly number[])[],
  rhs: readonly number[],
): { rows: number[][]; rhs: number[] } {
  if (rows.length === 0) return { rows: [], rhs: [] };
  const n = rows[0].length;
  const qr =
    rows.length <= n ? new QrDecomposition(new Matrix(rows.map((row) => [...row])).transpose()) : undefined;
  const triangle = qr?.upperTriangularMatrix;
  const dependent =
    triangle?.diagonal().findIndex((value) => !(Math.abs(value) > 10 * n * Number.EPSILON)) ?? n;
  if (qr === undefined || triangle === undefined || dependent >= 0) {
    throw new Error(
      `solveQp: constraint row ${dependent} depends on the rows before it: expected linearly independent rows; ` +
        'drop contradictory or repeated rows',
    );
  }
  const right: number[] = [];
  rhs.forEach((value, i) => {
    const sum = right.reduce((rest, known, k) => rest - triangle.get(k, i) * known, value);
    right.push(sum / triangle.get(i, i));
  });
  return { rows: qr.orthogonalMatrix.transpose().to2DArray(), rhs: right };
}
