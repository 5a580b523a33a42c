import type { Matrix } from 'ml-matrix';

/** @throws RangeError unless the matrix is square, finite and symmetric to the last bit. */
export function checkSymmetric(matrix: Matrix): void {
  if (matrix.rows !== matrix.columns || matrix.rows === 0) {
    throw new RangeError(`got a ${matrix.rows} × ${matrix.columns} matrix, expected a square one with rows`);
  }
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j <= i; j++) {
      const value = matrix.get(i, j);
      if (!Number.isFinite(value) || value !== matrix.get(j, i)) {
        throw new RangeError(
          `got matrix elements (${i}, ${j}) = ${value} and (${j}, ${i}) = ${matrix.get(j, i)}, ` +
            'expected finite and equal ones: symmetrise the matrix',
        );
      }
    }
  }
}
