/** A factored symmetric positive definite band matrix. */
export interface BandedFactor {
  /** Solves A z = rhs; the right side is not changed. */
  readonly solve: (rhs: ArrayLike<number>) => Float64Array;
}

/** Thrown when a pivot shows that the matrix is not positive definite; `index` is the pivot's row. */
export class NotPositiveDefinite extends Error {
  override readonly name = 'NotPositiveDefinite';
  constructor(
    message: string,
    readonly index: number,
  ) {
    super(message);
  }
}

/**
 * Factors a symmetric positive definite band matrix as L D Lᵀ in O(n p²), p the half bandwidth.
 *
 * `bands[k][i]` is A(i, i+k): bands[0] is the diagonal, of length n; bands[1] the first off-diagonal; and so on.
 * The factorization does not depend on a scaling of rows and columns, so a graded matrix is no harder than an even one.
 * @throws NotPositiveDefinite when a pivot is not above n·eps times its diagonal element.
 */
export function factorBanded(bands: readonly ArrayLike<number>[]): BandedFactor {
  const n = bands[0].length;
  const p = bands.length - 1;
  const pivots = Float64Array.from(bands[0]);
  const lower = bands.slice(1).map((band) => Float64Array.from({ length: n }, (_, i) => band[i] ?? 0));
  for (let i = 0; i < n; i++) {
    if (!(pivots[i] > n * Number.EPSILON * bands[0][i] && pivots[i] < Infinity)) {
      throw new NotPositiveDefinite(
        `factorBanded: got pivot ${pivots[i]} in row ${i} (diagonal element ${bands[0][i]}), expected a ` +
          'positive definite band matrix: check the data for repeated or missing rows',
        i,
      );
    }
    for (let k = Math.min(p, n - 1 - i); k >= 1; k--) {
      const multiplier = lower[k - 1][i] / pivots[i];
      pivots[i + k] -= multiplier * lower[k - 1][i];
      // Rows between i and i+k still hold the unscaled column i, because k runs downwards.
      for (let m = 1; m < k; m++) lower[k - m - 1][i + m] -= multiplier * lower[m - 1][i];
      lower[k - 1][i] = multiplier;
    }
  }
  return { solve: (rhs) => substitute(pivots, lower, rhs) };
}

function substitute(
  pivots: Float64Array,
  lower: readonly Float64Array[],
  rhs: ArrayLike<number>,
): Float64Array {
  const n = pivots.length;
  const z = Float64Array.from(rhs);
  for (let i = 0; i < n; i++) {
    for (let k = 1; k <= lower.length && i + k < n; k++) z[i + k] -= lower[k - 1][i] * z[i];
  }
  for (let i = n - 1; i >= 0; i--) {
    z[i] /= pivots[i];
    for (let k = 1; k <= lower.length && i + k < n; k++) z[i] -= lower[k - 1][i] * z[i + k];
  }
  return z;
}
