import { symmetricEigen } from '../../linear-algebra/symmetric-eigen.js';
import { evaluateNetwork, type Network } from '../network.js';
import { DivergenceError, type Data, type LearningRates } from '../training.js';
import { modeLengths } from './mode-lengths.js';
import { descentFilter, flowFilter } from './filters.js';
import { ratedTangentKernel } from './rated-kernel.js';
import { linearizedState, type LinearizedState } from './state.js';

/** Training of the linearized model in closed form; rate 0 for the hidden layer: training of the output layer. */
export interface LinearizedTrajectory {
  /** Eigenvalues κ of the rate-weighted tangent kernel, the largest last: a step shrinks their modes by 1 − κ. */
  readonly eigenvalues: Float64Array;
  /** How many of them are not 0 to round-off; below the number of points, not all data can be fitted. */
  readonly rank: number;
  /**
   * The state after so many steps of gradient descent, an integer ≥ 0 or ∞.
   * @throws RangeError for other numbers; DivergenceError when the rates are too large to get there
   */
  readonly descent: (steps: number) => LinearizedState;
  /**
   * The state of gradient flow, dθ/dt = −D∇(½Σr²), at time t in [0, ∞]: one step of descent is time 1.
   * @throws RangeError for other numbers
   */
  readonly flow: (time: number) => LinearizedState;
  /**
   * Where both and SGD end, if the rates are not too large: the interpolant nearest to θ₀ in the metric of the rates
   * (`squaredLength`; T20, T24); of data that cannot all be fitted, the nearest of the least-squares fits.
   */
  readonly limit: () => LinearizedState;
}

/**
 * Decomposes training into the modes of the rate-weighted tangent kernel G = V diag(κ) Vᵀ: c = V filter(κ, t) Vᵀ r₀.
 *
 * The eigenvalues are taken from the modes' gradients, κ_k = ‖D^½ Σ_j v_jk ∇f(x_j; θ₀)‖², since those of G are only
 * good to eps·‖G‖. The error of θ − θ₀ is at most of order eps·min(t, cond) relative to its size, in the metric of
 * the rates; of order eps·√cond where small eigenvalues are well apart.
 *
 * A singular G (repeated inputs, more points than parameters) is no error. Modes whose κ is 0 to round-off are left
 * out of the limit, and at finite t if they move no parameter at all.
 *
 * O(width · points² + points³), and O(width · points) for each state.
 * @throws RangeError for unequal numbers of inputs and targets, or rates that cannot be
 */
export function linearizedTrajectory(
  start: Network,
  { x, y }: Data,
  rates: LearningRates,
): LinearizedTrajectory {
  const kernel = ratedTangentKernel(start, x, rates);
  const points = kernel.rows;
  if (y.length !== points) {
    throw new RangeError(`got inputs of ${points} points and ${y.length} targets, expected equally many`);
  }
  const { values, vectors } = symmetricEigen(kernel);
  const largest = values[points - 1];
  const roundOff = 2 * (points + Math.sqrt(start.b.length)) * Number.EPSILON;
  const resolved = values.findIndex((kappa) => kappa > roundOff * largest);
  const nullity = resolved < 0 ? points : resolved;
  const eigenvalues = modeLengths(start, x, rates, vectors).map((squares) =>
    squares > roundOff * roundOff * largest ? squares : 0,
  );
  const residuals = evaluateNetwork(start, x).map((f, j) => f - y[j]);
  const modes = eigenvalues.map((_, k) => residuals.reduce((sum, r, j) => sum + r * vectors.get(j, k), 0));

  const state = (t: number, filter: (kappa: number, t: number) => number): LinearizedState => {
    const coefficients = new Float64Array(points);
    for (let k = 0; k < points; k++) {
      if (eigenvalues[k] === 0 || (k < nullity && t === Infinity)) continue;
      const share = filter(eigenvalues[k], t) * modes[k];
      for (let j = 0; j < points; j++) coefficients[j] += share * vectors.get(j, k);
    }
    if (!coefficients.every(Number.isFinite)) {
      throw new DivergenceError(
        `gradient descent of the linearized model diverges (largest κ ${largest}, expected below 2): take smaller learning rates`,
      );
    }
    return linearizedState(start, x, rates, coefficients);
  };
  const flow = (time: number): LinearizedState => {
    if (!(time >= 0)) throw new RangeError(`got time ${time}, expected a number of at least 0`);
    return state(time, flowFilter);
  };
  return {
    eigenvalues,
    rank: points - nullity,
    descent(steps) {
      if (!(steps === Infinity || (Number.isSafeInteger(steps) && steps >= 0))) {
        throw new RangeError(`got ${steps} steps, expected an integer of at least 0, or Infinity`);
      }
      return state(steps, descentFilter);
    },
    flow,
    limit: () => flow(Infinity),
  };
}
