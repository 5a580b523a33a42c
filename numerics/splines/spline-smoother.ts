import { knotIntervalOf } from './interval-moments.js';
import { checkedKnots } from './knots.js';
import { smooth } from './spline-system.js';

/** The values at the data of the minimiser of Σ(g(x_j) − y_j)² + λ∫g″²/ζ, for λ > 0. */
export type SplineSmoother = (y: ArrayLike<number>, lambda: number) => Float64Array;

/**
 * Smoothing splines at one set of inputs, for many targets and λ: what depends on the inputs and ζ is done once, and
 * each call costs O(M). The same values as `weightedNaturalSpline` with `smoothing`.
 * @throws RangeError on bad inputs, a negative ζ, as many y as x not given, or λ not positive and finite
 */
export function splineSmoother(
  x: ArrayLike<number>,
  zeta: (x: number) => number,
  breaks: readonly number[] = [],
): SplineSmoother {
  const knots = checkedKnots('splineSmoother', x, x, 2).x;
  const intervals = Array.from(knots.subarray(1), (right, j) =>
    knotIntervalOf(zeta, knots[j], right, breaks),
  );
  const weights = new Float64Array(knots.length).fill(1);
  return (y, lambda) => {
    if (!(lambda > 0 && lambda < Infinity)) {
      throw new RangeError(`splineSmoother: got λ = ${lambda}, expected a positive finite number`);
    }
    const targets = checkedKnots('splineSmoother', knots, y, 2).y;
    return smooth(intervals, targets, 'natural', lambda, weights).values;
  };
}
