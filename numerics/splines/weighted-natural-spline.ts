import { knotIntervalOf } from './interval-moments.js';
import { checkedKnots, knotInterval } from './knots.js';
import { SplinePiece } from './spline-piece.js';
import { interpolate, smooth } from './spline-system.js';
import type { EndCondition } from './spline-system.js';

/** Data, weight function and variation of a weighted spline. */
export interface WeightedSplineOptions {
  /** Strictly increasing knots, at least two. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** ζ ≥ 0 on [x_0, x_last]; the penalty is ∫g″²/ζ. */
  readonly zeta: (x: number) => number;
  /** Kinks and jumps of ζ; naming them saves work. */
  readonly breaks?: readonly number[];
  /** λ ≥ 0 in Σw(g−y)² + λ∫g″²/ζ; 0 (default) interpolates, Infinity gives the least-squares line. */
  readonly smoothing?: number;
  /** Positive weights of the data in smoothing; default 1. */
  readonly weights?: ArrayLike<number>;
  /** Default 'natural'; 'clamped' is the wrong end condition g′ = 0, for controls. */
  readonly ends?: EndCondition;
}

/** A spline g with g″ = ζ·(piecewise linear) between its knots and affine beyond them. */
export interface WeightedSpline {
  readonly knots: Float64Array;
  /** g at the knots. */
  readonly values: Float64Array;
  /** g″/ζ at the knots. */
  readonly multipliers: Float64Array;
  /** ∫g″²/ζ. */
  readonly energy: number;
  readonly evaluate: (t: number) => number;
  readonly derivative: (t: number) => number;
  readonly secondDerivative: (t: number) => number;
}

/**
 * The ζ-weighted natural spline: the minimiser of ∫g″²/ζ among interpolants, or of Σw(g−y)² + λ∫g″²/ζ.
 *
 * g″/ζ is piecewise linear and 0 at the end knots (Jin and Montúfar 2023, Theorem 1, where 1/ζ is the penalty
 * function); ζ = 1 gives the natural cubic spline. Values are accurate to round-off, O(M) to solve.
 * @throws RangeError on bad data or a negative ζ; Error when ζ vanishes around a knot that must be interpolated.
 */
export function weightedNaturalSpline(options: WeightedSplineOptions): WeightedSpline {
  const { zeta, breaks = [], smoothing = 0, ends = 'natural' } = options;
  const { x, y } = checkedKnots('weightedNaturalSpline', options.x, options.y, 2);
  const weights = checkedWeights(options.weights, x.length);
  if (!(smoothing >= 0)) {
    throw new RangeError(
      `weightedNaturalSpline: got smoothing = ${smoothing}, expected a number of at least 0`,
    );
  }
  if (ends === 'clamped' && smoothing === Infinity) {
    throw new RangeError(
      "weightedNaturalSpline: got smoothing = Infinity with ends = 'clamped', expected a finite λ: the limit is the mean",
    );
  }
  const intervals = Array.from(x.subarray(1), (right, j) => knotIntervalOf(zeta, x[j], right, breaks));
  const { values, multipliers } =
    smoothing === 0 ? interpolate(intervals, y, ends) : smooth(intervals, y, ends, smoothing, weights);
  const pieces = intervals.map((interval, j) => new SplinePiece(interval, zeta, values, multipliers, j));
  const last = x.length - 1;
  const leftSlope = pieces[0].derivative(x[0]);
  const rightSlope = pieces[last - 1].derivative(x[last]);

  return {
    knots: x,
    values,
    multipliers,
    energy: pieces.reduce((sum, piece) => sum + piece.energy(), 0),
    evaluate: (t) => {
      if (t <= x[0]) return values[0] + leftSlope * (t - x[0]);
      if (t >= x[last]) return values[last] + rightSlope * (t - x[last]);
      return pieces[knotInterval(x, t)].evaluate(t);
    },
    derivative: (t) => {
      if (t <= x[0]) return leftSlope;
      return t >= x[last] ? rightSlope : pieces[knotInterval(x, t)].derivative(t);
    },
    secondDerivative: (t) => (t < x[0] || t > x[last] ? 0 : pieces[knotInterval(x, t)].secondDerivative(t)),
  };
}

function checkedWeights(weights: ArrayLike<number> | undefined, n: number): Float64Array {
  if (weights === undefined) return new Float64Array(n).fill(1);
  const bad = Array.from(weights).findIndex((weight) => !(weight > 0 && weight < Infinity));
  if (weights.length !== n || bad >= 0) {
    throw new RangeError(
      `weightedNaturalSpline: got ${weights.length} weights${bad >= 0 ? `, weights[${bad}] = ${weights[bad]}` : ''}, ` +
        `expected ${n} positive finite ones`,
    );
  }
  return Float64Array.from(weights);
}
