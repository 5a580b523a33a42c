import type { BoundLaw } from '../../theory/initializations/law.js';
import type { VectorLaw } from '../../theory/initializations/several/vector-law.js';
import { dataProblem } from '../data/data-error.js';
import { gradientFlow } from '../kernels/gradient-flow.js';
import { kernelInterpolant } from '../kernels/interpolant.js';
import { pointRows, reachOf } from '../kernels/several/points.js';
import { mergeForInterpolation, mergeReplicates } from '../splines/replicates.js';
import { weightedNaturalSpline } from '../splines/weighted-natural-spline.js';
import { pairKernel } from './pair-kernel.js';
import { predictOfPoints } from './points-prediction.js';
import { requireSolvable } from './solvable.js';
import { requireInSupport } from './support.js';

/** Data, initialization, and which function of the theory is wanted. */
export interface PredictionOptions<Law extends BoundLaw | VectorLaw = BoundLaw> {
  /** points × inputs, row by row */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly law: Law;
  /**
   * 'spline': the limit for affinely adjusted data, plus the affine part: in one input the ζ-weighted natural spline;
   * 'raw': the limit of training on the data as they are.
   */
  readonly limit: 'spline' | 'raw';
  /**
   * λ ≥ 0: minimise Σ(g(x_j) − y_j)² + λ·penalty instead of interpolating. The penalty is ∫g″²/ζ in one input,
   * γ_d²∫(R{(−Δ)^((d+1)/2) g})²/ζ_e with γ_d = 1/(2(2π)^(d−1)) in d inputs ('raw': ‖g‖²_K).
   */
  readonly smoothing?: number;
  /** t = η̄·steps ≥ 0 on ½Σr²: 'raw' gradient flow at t, 'spline' smoothing with λ = 1/t. Excludes `smoothing`. */
  readonly time?: number;
}

/**
 * The function that infinitely wide training ends in, or passes through at a time, at `queries` (points × inputs, row
 * by row); progress is told in several inputs, where a kernel value may take milliseconds.
 * @throws DataError as `predict` and `predictOfPoints`
 */
export function predictions(
  options: PredictionOptions<BoundLaw | VectorLaw>,
  queries: readonly number[],
  onProgress: (done: number, total: number) => void = () => undefined,
): number[] {
  const { law, x } = options;
  if (!('inputs' in law)) return queries.map(predict({ ...options, law }));
  const reach = Math.max(reachOf(x, law.inputs), reachOf(queries, law.inputs));
  const at = predictOfPoints({ ...options, law }, reach);
  return dataProblem(() =>
    pointRows(queries, law.inputs).map((point, j, { length }) => {
      onProgress(j, length);
      return at(point);
    }),
  );
}

/**
 * The function of one input that infinitely wide training ends in, or passes through at a time (Jin and Montúfar 2023,
 * Theorem 1 and equation 7).
 * @throws DataError when an input is outside supp ζ, or the problem has no solution in double precision
 */
export function predict(options: PredictionOptions): (x: number) => number {
  requireInSupport(options.law, options.x);
  return dataProblem(() => (options.limit === 'spline' ? splinePrediction(options) : rawPrediction(options)));
}

function splinePrediction({ x, y, law, smoothing = 0, time }: PredictionOptions): (x: number) => number {
  const lambda = time === undefined ? smoothing : 1 / time;
  const data = lambda > 0 ? mergeReplicates(x, y) : mergeForInterpolation(x, y);
  const bad = x.find((value) => !Number.isFinite(law.zeta(value)));
  if (bad !== undefined) {
    throw new RangeError(
      `ζ at the input ${bad} is ${law.zeta(bad)} for ${law.text}, beyond double precision; use parameters nearer to 1`,
    );
  }
  const { breaks } = law;
  const spline = weightedNaturalSpline({ ...data, zeta: law.zeta, breaks, smoothing: lambda });
  return spline.evaluate;
}

function rawPrediction({ x, y, law, smoothing = 0, time }: PredictionOptions): (x: number) => number {
  const kernel = pairKernel(law);
  requireSolvable(kernel, x, 'the raw limit', 'thin the data out, or ask for the spline limit');
  if (time !== undefined) {
    const state = gradientFlow(kernel, x, y).at(time);
    return (t) => state.evaluate(t);
  }
  const data = smoothing > 0 ? mergeReplicates(x, y) : mergeForInterpolation(x, y);
  const interpolant = kernelInterpolant({ kernel, ...data, adjust: 'none', ridge: smoothing });
  return (t) => interpolant.evaluate(t);
}
