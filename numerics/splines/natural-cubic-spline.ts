import { factorBanded } from '../linear-algebra/banded.js';
import { checkedKnots, knotInterval } from './knots.js';

/** A natural cubic spline; affine outside the knots. */
export interface NaturalCubicSpline {
  /** g′ at the knots. */
  readonly slopes: Float64Array;
  readonly evaluate: (t: number) => number;
}

/**
 * The natural cubic spline through (x, y), from the textbook system for its slopes k (de Boor, *A Practical Guide
 * to Splines*, ch. IV): k_{j−1}/h_{j−1} + 2k_j(1/h_{j−1} + 1/h_j) + k_{j+1}/h_j = 3(d_{j−1}/h_{j−1} + d_j/h_j), with
 * d the divided differences, and 2k_0 + k_1 = 3d_0 at a free end; between knots Hermite's cubic.
 * @throws RangeError unless x is finite and strictly increasing, with at least two points and as many y.
 */
export function naturalCubicSpline(x: ArrayLike<number>, y: ArrayLike<number>): NaturalCubicSpline {
  const knots = checkedKnots('naturalCubicSpline', x, y, 2);
  const slopes = knotSlopes(knots.x, knots.y);
  return { slopes, evaluate: (t) => hermite(knots.x, knots.y, slopes, t) };
}

function knotSlopes(x: Float64Array, y: Float64Array): Float64Array {
  const n = x.length;
  const diagonal = new Float64Array(n);
  const next = new Float64Array(n - 1);
  const rhs = new Float64Array(n);
  for (let j = 0; j < n - 1; j++) {
    const inverse = 1 / (x[j + 1] - x[j]);
    const share = 3 * (y[j + 1] - y[j]) * inverse * inverse;
    diagonal[j] += 2 * inverse;
    diagonal[j + 1] += 2 * inverse;
    next[j] = inverse;
    rhs[j] += share;
    rhs[j + 1] += share;
  }
  return factorBanded([diagonal, next]).solve(rhs);
}

function hermite(x: Float64Array, y: Float64Array, slopes: Float64Array, t: number): number {
  const j = knotInterval(x, t);
  if (j < 0) return y[0] + slopes[0] * (t - x[0]);
  const last = x.length - 1;
  if (j === last) return y[last] + slopes[last] * (t - x[last]);
  const h = x[j + 1] - x[j];
  const p = (t - x[j]) / h;
  const q = (x[j + 1] - t) / h;
  const d = (y[j + 1] - y[j]) / h;
  return q * y[j] + p * y[j + 1] + h * p * q * (q * (slopes[j] - d) - p * (slopes[j + 1] - d));
}
