import { Matrix } from 'ml-matrix';

/**
 * A square matrix to a whole power t ≥ 0, by repeated squaring: O(n³ log t). For a symmetric matrix of norm at most 1 the error
 * is of order eps·t‖A^t‖, at most eps/(1 − ‖A‖).
 * @throws RangeError for a matrix that is not square, or another power
 */
export function matrixPower(matrix: Matrix, power: number): Matrix {
  if (matrix.rows !== matrix.columns || !(Number.isSafeInteger(power) && power >= 0)) {
    throw new RangeError(
      `got a ${matrix.rows} × ${matrix.columns} matrix to the power ${power}, expected a square one and a whole power of at least 0`,
    );
  }
  let [result, square] = [Matrix.eye(matrix.rows), matrix];
  for (let rest = power; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result.mmul(square);
    if (rest > 1) square = square.mmul(square);
  }
  return result;
}
