import type { KnotInterval } from './interval-moments.js';

/** The bands of A, rows and columns `first` to `last`. */
export function hatProducts(intervals: readonly KnotInterval[], first: number, last: number): Float64Array[] {
  const size = last - first + 1;
  const diagonal = new Float64Array(size);
  const next = new Float64Array(size);
  for (let j = first; j <= last; j++) {
    diagonal[j - first] = (intervals[j - 1]?.rightSquare ?? 0) + (intervals[j]?.leftSquare ?? 0);
    if (j < last) next[j - first] = intervals[j].product;
  }
  return [diagonal, next];
}

/** The three bands of QᵀW⁻¹Q; column j of Q is (1/h_{j−1}, −1/h_{j−1} − 1/h_j, 1/h_j) at j−1, j, j+1. */
export function dataProducts(
  intervals: readonly KnotInterval[],
  weights: ArrayLike<number>,
  first: number,
  last: number,
): Float64Array[] {
  const inverse = (j: number): number => (j in intervals ? 1 / (intervals[j].right - intervals[j].left) : 0);
  const q = (row: number, column: number): number => {
    if (row === column) return -inverse(column - 1) - inverse(column);
    return row === column - 1 ? inverse(row) : inverse(column);
  };
  const bands = [0, 1, 2].map(() => new Float64Array(last - first + 1));
  for (let j = first; j <= last; j++) {
    for (let k = 0; k <= 2 && j + k <= last; k++) {
      for (let row = Math.max(0, j + k - 1); row <= Math.min(weights.length - 1, j + 1); row++) {
        bands[k][j - first] += (q(row, j) * q(row, j + k)) / weights[row];
      }
    }
  }
  return bands;
}

/** Qᵀg for all hats: the jump of the divided differences at every knot, with slope 0 beyond the ends. */
export function jumps(intervals: readonly KnotInterval[], g: Float64Array): Float64Array {
  const result = new Float64Array(g.length);
  intervals.forEach(({ left, right }, j) => {
    const slope = (g[j + 1] - g[j]) / (right - left);
    result[j] += slope;
    result[j + 1] -= slope;
  });
  return result;
}

/** Qμ, the transpose of `jumps`. */
export function spreadJumps(intervals: readonly KnotInterval[], mu: Float64Array): Float64Array {
  const result = new Float64Array(mu.length);
  intervals.forEach(({ left, right }, j) => {
    const slope = (mu[j + 1] - mu[j]) / (right - left);
    result[j] += slope;
    result[j + 1] -= slope;
  });
  return result;
}
