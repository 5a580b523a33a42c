import { evaluateNetwork, type Network } from '../network.js';
import type { LearningRates } from '../training.js';
import { displaced, displacementOf, type Displacement } from './displacement.js';
import { linearizedChange } from './evaluate-linearized.js';

/** Where training of the linearized model has come to. */
export interface LinearizedState {
  /** c in θ − θ₀ = −D Σ_j c_j ∇f(x_j; θ₀), one for each data point. */
  readonly coefficients: Float64Array;
  /** θ − θ₀, without the round-off of θ. */
  readonly displacement: Displacement;
  /** The parameters θ; the function is f_lin, not that of this network unless the hidden layer stands still. */
  readonly network: Network;
  /** f_lin at each of the points (points × inputs, row by row), O(width) each. */
  readonly evaluate: (points: ArrayLike<number>) => Float64Array;
}

/** The state with the given coefficients. */
export function linearizedState(
  start: Network,
  x: ArrayLike<number>,
  rates: LearningRates,
  coefficients: Float64Array,
): LinearizedState {
  const displacement = displacementOf(start, x, rates, coefficients);
  return {
    coefficients,
    displacement,
    network: displaced(start, displacement),
    evaluate(points) {
      const change = linearizedChange(start, displacement, points);
      return evaluateNetwork(start, points).map((f, j) => f + change[j]);
    },
  };
}
