import { Matrix } from 'ml-matrix';
import { factorSpd } from '../linear-algebra/spd.js';
import type { Constraints } from './constraints.js';

/** The problem min ½|z|² + cᵀz with rows of norm 1, and the way back to the original variables. */
export interface WhitenedQp {
  readonly linear: number[];
  /** Unit rows: the equalities first, then the inequalities (row · z ≤ rhs). */
  readonly rows: number[][];
  readonly rhs: number[];
  /** The original x of a whitened z. */
  readonly unwhiten: (z: ArrayLike<number>) => Float64Array;
  /** The original multiplier of row i. */
  readonly multiplier: (i: number, nu: number) => number;
  /** Original objective per whitened objective. */
  readonly valueScale: number;
}

/**
 * Changes variables to z = Gᵀx/s, with H = GGᵀ and s such that the data of the problem have size one.
 *
 * quadprog-js calls a badly scaled but feasible problem inconsistent, and drops numbers below about 2e-15 in
 * absolute terms: after this change neither can do harm.
 * @throws Error when H is not symmetric positive definite or a constraint row is zero.
 */
export function whiten(
  hessian: readonly ArrayLike<number>[],
  linear: ArrayLike<number>,
  equality: Constraints,
  inequality: Constraints,
): WhitenedQp {
  const factor = factorSpd(new Matrix(hessian.map((row) => Array.from(row))));
  const rows = [...equality.matrix, ...inequality.matrix].map((row) => factor.whiten(row));
  const norms = rows.map((row) => Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)));
  const zero = norms.findIndex((norm) => !(norm > 0));
  if (zero >= 0) {
    throw new RangeError(
      `solveQp: got a constraint row of zeros (row ${zero}, equalities first): leave it out`,
    );
  }
  const rhs = [...Array.from(equality.rhs), ...Array.from(inequality.rhs)].map(
    (value, i) => value / norms[i],
  );
  const c = Array.from(factor.whiten(linear));
  const size = [...c, ...rhs].reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const scale = size > 0 ? size : 1;
  return {
    linear: c.map((value) => value / scale),
    rows: rows.map((row, i) => Array.from(row, (value) => value / norms[i])),
    rhs: rhs.map((value) => value / scale),
    unwhiten: (z) => factor.unwhitenTransposed(z).map((value) => value * scale),
    multiplier: (i, nu) => (nu * scale) / norms[i],
    valueScale: scale * scale,
  };
}
