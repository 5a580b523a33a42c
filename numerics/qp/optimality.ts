import { Matrix, QrDecomposition } from 'ml-matrix';
import { spdCondition } from '../linear-algebra/spd.js';
import type { WhitenedQp } from './whitened-qp.js';

/** How well a point satisfies the Karush–Kuhn–Tucker conditions. */
export interface Optimality {
  /** One multiplier per row; 0 for rows that are not active. */
  readonly multipliers: Float64Array;
  /** Largest violation of stationarity, feasibility, sign and complementarity, relative to the solution's size. */
  readonly residual: number;
  /** What round-off explains: C·eps·√n·cond(active rows). */
  readonly bound: number;
}

// Margin over the first-order error analysis of an orthogonal active-set method.
const MARGIN = 100;

/**
 * The optimality residual of z, from multipliers computed anew by least squares on the active rows.
 *
 * (quadprog-js loses the sign of equality multipliers, so its own cannot be used.)
 * @param active indices of the active rows; all equalities must be among them.
 */
export function optimality(
  { linear, rows, rhs }: WhitenedQp,
  z: readonly number[],
  equalities: number,
  active: readonly number[],
): Optimality {
  const gradient = z.map((value, i) => value + linear[i]);
  const multipliers = new Float64Array(rows.length);
  if (active.length > 0) {
    const columns = new Matrix(active.map((i) => rows[i])).transpose();
    const nu = new QrDecomposition(columns).solve(Matrix.columnVector(gradient.map((value) => -value)));
    active.forEach((i, k) => (multipliers[i] = nu.get(k, 0)));
  }
  const stationarity = gradient.map((value, i) =>
    rows.reduce((sum, row, k) => sum + multipliers[k] * row[i], value),
  );
  const excess = rows.map((row, i) => row.reduce((sum, value, k) => sum + value * z[k], -rhs[i]));
  const binding = new Set(active);
  const violations = excess.map((value, i) => {
    const infeasible = i < equalities || binding.has(i) ? Math.abs(value) : Math.max(value, 0);
    return Math.max(infeasible, i < equalities ? 0 : -multipliers[i]);
  });
  const size = largest([1, ...z, ...multipliers]);
  return {
    multipliers,
    residual: largest([...stationarity, ...violations]) / size,
    bound: MARGIN * Number.EPSILON * Math.sqrt(z.length) * rowCondition(active.map((i) => rows[i])),
  };
}

/** The condition number of a set of rows, from their Gram matrix; at most eps^(-1/2). */
function rowCondition(rows: readonly (readonly number[])[]): number {
  if (rows.length === 0) return 1;
  const gram = new Matrix(rows.length, rows.length);
  rows.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      const product = row.reduce((sum, value, k) => sum + value * rows[j][k], 0);
      gram.set(i, j, product);
      gram.set(j, i, product);
    }
  });
  return Math.sqrt(Math.min(spdCondition(gram), 1 / Number.EPSILON));
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
