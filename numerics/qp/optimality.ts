import { Matrix, QrDecomposition } from 'ml-matrix';
import { spdCondition } from '../linear-algebra/spd.js';
import type { WhitenedQp } from './whitened-qp.js';

/** How well a point satisfies the Karush–Kuhn–Tucker conditions z + c + Rᵀν = 0 and Rz = b, R the rows. */
export interface Optimality {
  /** Largest violation, relative to the size of z and ν. */
  readonly residual: number;
  /** What round-off explains: C·eps·√n·cond R. */
  readonly bound: number;
}

// Margin over the first-order error analysis of an orthogonal method.
const MARGIN = 100;

/**
 * The optimality residual of z (n), with the multipliers ν that fit it best, by least squares.
 *
 * (quadprog-js loses the sign of equality multipliers, so its own cannot be used.)
 */
export function optimality(
  { linear, rows, rhs }: Pick<WhitenedQp, 'linear' | 'rows' | 'rhs'>,
  z: readonly number[],
): Optimality {
  const gradient = z.map((value, i) => value + linear[i]);
  const multipliers = bestMultipliers(rows, gradient);
  const stationarity = gradient.map((value, i) =>
    rows.reduce((sum, row, k) => sum + multipliers[k] * row[i], value),
  );
  const infeasibility = rows.map((row, k) => dot(row, z, -rhs[k]));
  return {
    residual: largest([...stationarity, ...infeasibility]) / largest([1, ...z, ...multipliers]),
    bound: MARGIN * Number.EPSILON * Math.sqrt(z.length) * rowCondition(rows),
  };
}

function bestMultipliers(rows: readonly number[][], gradient: readonly number[]): readonly number[] {
  if (rows.length === 0) return [];
  const columns = new Matrix(rows.map((row) => [...row])).transpose();
  return new QrDecomposition(columns).solve(Matrix.columnVector(gradient.map((value) => -value))).to1DArray();
}

/** The condition number of a set of rows, from their Gram matrix; at most eps^(-1/2). */
function rowCondition(rows: readonly number[][]): number {
  if (rows.length === 0) return 1;
  // The order of summation does not depend on the order of the two rows: symmetric to the last bit.
  const gram = new Matrix(rows.map((row) => rows.map((other) => dot(row, other))));
  return Math.sqrt(Math.min(spdCondition(gram), 1 / Number.EPSILON));
}

function dot(a: readonly number[], b: readonly number[], start = 0): number {
  return a.reduce((sum, value, i) => sum + value * b[i], start);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
