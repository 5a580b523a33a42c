import { NotPositiveDefinite, factorBanded } from '../linear-algebra/banded.js';
import type { BandedFactor } from '../linear-algebra/banded.js';
import { dataProducts, hatProducts, jumps, spreadJumps } from './divided-differences.js';
import type { KnotInterval } from './interval-moments.js';

/** What happens at the end knots: g″ = 0 (natural, the theory's), or g′ = 0 (clamped, a deliberately wrong control). */
export type EndCondition = 'natural' | 'clamped';

/** Knot values g_j of a spline and the values m_j of g″/ζ at the knots. */
export interface SplineSolution {
  readonly values: Float64Array;
  readonly multipliers: Float64Array;
}

/**
 * Interpolation: A m = Qᵀy, where A_jk = ∫ζ hat_j hat_k and Qᵀ takes the jumps of the divided differences.
 *
 * A natural end leaves out the hat function of the end knot; a clamped end keeps it, with g′ = 0 beyond the knot.
 * @throws Error when A is singular, because ζ vanishes wherever some hat function does not.
 */
export function interpolate(
  intervals: readonly KnotInterval[],
  y: Float64Array,
  ends: EndCondition,
): SplineSolution {
  const [first, last] = hatRange(y.length, ends);
  if (first > last) return { values: y, multipliers: new Float64Array(y.length) };
  let factor: BandedFactor;
  try {
    factor = factorBanded(hatProducts(intervals, first, last));
  } catch (error) {
    if (!(error instanceof NotPositiveDefinite)) throw error;
    const knot = intervals[first + error.index]?.left ?? intervals.at(-1)!.right;
    throw new Error(
      `weightedNaturalSpline: ζ vanishes around the knot x = ${knot}, so no spline of finite energy bends there; ` +
        'expected at most two knots on either side outside the support of ζ: drop the points beyond, or smooth',
      { cause: error },
    );
  }
  const m = factor.solve(jumps(intervals, y).subarray(first, last + 1));
  return { values: y, multipliers: padded(m, first, y.length) };
}

/**
 * Smoothing: minimises Σ w_j(g_j − y_j)² + λ mᵀA m with A m = Qᵀg (Reinsch 1967, with weights).
 *
 * In μ = λm: (A/λ + QᵀW⁻¹Q) μ = Qᵀy and g = y − W⁻¹Qμ; λ = ∞ is allowed, and leaves the least-squares line.
 * One corrected step (Björck's seminormal equations) takes the residual from Q itself, so that the error grows
 * with the condition of Q and not with its square.
 */
export function smooth(
  intervals: readonly KnotInterval[],
  y: Float64Array,
  ends: EndCondition,
  lambda: number,
  weights: ArrayLike<number>,
): SplineSolution {
  const n = y.length;
  const [first, last] = hatRange(n, ends);
  if (first > last) return { values: y, multipliers: new Float64Array(n) };
  const penalty = hatProducts(intervals, first, last).map((band) => band.map((value) => value / lambda));
  const bands = dataProducts(intervals, weights, first, last);
  penalty.forEach((band, k) => {
    band.forEach((value, i) => (bands[k][i] += value));
  });
  const factor = factorBanded(bands);

  const fitted = (mu: Float64Array): Float64Array => {
    const spread = spreadJumps(intervals, padded(mu, first, n));
    return y.map((value, j) => value - spread[j] / weights[j]);
  };
  const mu = factor.solve(jumps(intervals, y).subarray(first, last + 1));
  const rest = jumps(intervals, fitted(mu)).subarray(first, last + 1);
  const product = bandedProduct(penalty, mu);
  const correction = factor.solve(rest.map((value, i) => value - product[i]));
  const corrected = mu.map((value, i) => value + correction[i]);
  return {
    values: fitted(corrected),
    multipliers: padded(
      corrected.map((value) => value / lambda),
      first,
      n,
    ),
  };
}

/** The first and the last knot whose hat function is used. */
function hatRange(n: number, ends: EndCondition): [number, number] {
  return ends === 'clamped' ? [0, n - 1] : [1, n - 2];
}

function padded(m: Float64Array, first: number, n: number): Float64Array {
  const all = new Float64Array(n);
  all.set(m, first);
  return all;
}

function bandedProduct(bands: readonly Float64Array[], z: Float64Array): Float64Array {
  const result = new Float64Array(z.length);
  bands.forEach((band, k) => {
    for (let i = 0; i + k < z.length; i++) {
      result[i] += band[i] * z[i + k];
      if (k > 0) result[i + k] += band[i] * z[i];
    }
  });
  return result;
}
