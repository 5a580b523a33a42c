import { Matrix } from 'ml-matrix';
import { factorSpd } from '../linear-algebra/spd.js';
import type { QpProblem } from './problem.js';

/** The problem min ½|z|² + cᵀz subject to unit rows · z = rhs, and the way back to the original variables. */
export interface WhitenedQp {
  readonly linear: number[];
  readonly rows: number[][];
  readonly rhs: number[];
  /** The original x of a whitened z. */
  readonly unwhiten: (z: ArrayLike<number>) => Float64Array;
}

/**
 * Changes variables to z = Gᵀx/s, with H = GGᵀ and s such that the data of the problem have size one.
 *
 * quadprog-js calls a badly scaled but feasible problem inconsistent, and drops numbers below about 2e-15 in
 * absolute terms: after this change neither can do harm.
 * @throws Error when H is not symmetric positive definite; RangeError when a constraint row is zero.
 */
export function whiten({ hessian, linear, matrix, rhs }: QpProblem): WhitenedQp {
  const factor = factorSpd(new Matrix(hessian.map((row) => Array.from(row))));
  const rows = matrix.map((row) => factor.whiten(row));
  const norms = rows.map((row) => Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)));
  const zero = norms.findIndex((norm) => !(norm > 0));
  if (zero >= 0) {
    throw new RangeError(
      `solveQp: got constraint row ${zero} of zeros, expected a row that constrains: leave it out`,
    );
  }
  const c = Array.from(factor.whiten(linear));
  const b = norms.map((norm, i) => rhs[i] / norm);
  const size = [...c, ...b].reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const scale = size > 0 ? size : 1;
  return {
    linear: c.map((value) => value / scale),
    rows: rows.map((row, i) => Array.from(row, (value) => value / norms[i])),
    rhs: b.map((value) => value / scale),
    unwhiten: (z) => factor.unwhitenTransposed(z).map((value) => value * scale),
  };
}
