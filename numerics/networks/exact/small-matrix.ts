/** out = (I + E) v for the D × D matrix E that starts at `at` in `matrix`; v starts at `from` in `vector`. */
export function applyIdentityPlus(
  matrix: Float64Array,
  at: number,
  vector: Float64Array,
  from: number,
  out: Float64Array,
): void {
  const dimension = out.length;
  for (let i = 0; i < dimension; i++) {
    let sum = 0;
    for (let k = 0; k < dimension; k++) sum += matrix[at + i * dimension + k] * vector[from + k];
    out[i] = vector[from + i] + sum;
  }
}

/**
 * Solves (I + E) out = v, by elimination without pivoting: E is small in some scaling of the coordinates, and
 * scaling changes nothing here. `scratch` holds D × D numbers.
 */
export function solveIdentityPlus(
  matrix: Float64Array,
  at: number,
  vector: Float64Array,
  from: number,
  out: Float64Array,
  scratch: Float64Array,
): void {
  const dimension = out.length;
  for (let i = 0; i < dimension * dimension; i++) scratch[i] = matrix[at + i];
  for (let i = 0; i < dimension; i++) {
    scratch[i * dimension + i] += 1;
    out[i] = vector[from + i];
  }
  for (let column = 0; column < dimension; column++) {
    for (let i = column + 1; i < dimension; i++) {
      const factor = scratch[i * dimension + column] / scratch[column * dimension + column];
      for (let k = column; k < dimension; k++) {
        scratch[i * dimension + k] -= factor * scratch[column * dimension + k];
      }
      out[i] -= factor * out[column];
    }
  }
  for (let i = dimension - 1; i >= 0; i--) {
    for (let k = i + 1; k < dimension; k++) out[i] -= scratch[i * dimension + k] * out[k];
    out[i] /= scratch[i * dimension + i];
  }
}

/** Adds `sign` · vvᵀ to the D × D matrix that starts at `at`; v starts at `from` in `vector`. */
export function addSquare(
  matrix: Float64Array,
  at: number,
  vector: Float64Array,
  from: number,
  dimension: number,
  sign: 1 | -1,
): void {
  for (let i = 0; i < dimension; i++) {
    const scaled = sign * vector[from + i];
    for (let k = 0; k < dimension; k++) matrix[at + i * dimension + k] += scaled * vector[from + k];
  }
}
