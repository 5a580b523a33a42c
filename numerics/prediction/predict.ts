import type { BoundLaw } from '../../theory/initializations/law.js';
import { dataProblem } from '../data/data-error.js';
import { gradientFlow } from '../kernels/gradient-flow.js';
import { kernelInterpolant } from '../kernels/interpolant.js';
import { mergeForInterpolation, mergeReplicates } from '../splines/replicates.js';
import { weightedNaturalSpline } from '../splines/weighted-natural-spline.js';
import { pairKernel } from './pair-kernel.js';
import { requireInSupport } from './support.js';

/** Data, initialization, and which function of the theory is wanted. */
export interface PredictionOptions {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly law: BoundLaw;
  /**
   * 'spline': the limit for affinely adjusted data, plus the affine part: the ζ-weighted natural spline;
   * 'raw': the limit of training on the data as they are.
   */
  readonly limit: 'spline' | 'raw';
  /** λ ≥ 0: minimise Σ(g(x_j) − y_j)² + λ∫g″²/ζ ('raw': λ‖g‖²_K) instead of interpolating. */
  readonly smoothing?: number;
  /** t = η̄·steps ≥ 0 on ½Σr²: 'raw' gradient flow at t, 'spline' smoothing with λ = 1/t. Excludes `smoothing`. */
  readonly time?: number;
}

/** Most inputs for which a kernel matrix is solved with: O(M³) time, M² numbers. */
const MOST_KERNEL_POINTS = 2000;
/** Largest kernel value that is solved with: eigenvalue routines square it twice over. */
const LARGEST_KERNEL = 1e60;

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
  const { breaks } = law;
  const spline = weightedNaturalSpline({ ...data, zeta: law.zeta, breaks, smoothing: lambda });
  return spline.evaluate;
}

function rawPrediction({ x, y, law, smoothing = 0, time }: PredictionOptions): (x: number) => number {
  if (x.length > MOST_KERNEL_POINTS) {
    throw new RangeError(
      `${x.length} points, and the raw limit solves with a kernel matrix of at most ${MOST_KERNEL_POINTS}; thin the ` +
        'data out, or ask for the spline limit',
    );
  }
  const kernel = pairKernel(law);
  const far = x.find((value) => !(kernel(value, value) <= LARGEST_KERNEL));
  if (far !== undefined) {
    throw new RangeError(
      `the kernel at input ${far} is ${kernel(far, far)}, expected at most ${LARGEST_KERNEL}; rescale the inputs to order one`,
    );
  }
  if (time !== undefined) {
    const state = gradientFlow(kernel, x, y).at(time);
    return (t) => state.evaluate(t);
  }
  const data = smoothing > 0 ? mergeReplicates(x, y) : mergeForInterpolation(x, y);
  const interpolant = kernelInterpolant({ kernel, ...data, adjust: 'none', ridge: smoothing });
  return (t) => interpolant.evaluate(t);
}
