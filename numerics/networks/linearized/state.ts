import { evaluateNetwork, inputsOf, type Network } from '../network.js';
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
  // Made when first asked for: often only the coefficients are.
  let kept: Displacement | undefined;
  const displacement = (): Displacement => (kept ??= displacementOf(start, x, rates, coefficients));
  return {
    coefficients,
    get displacement() {
      return displacement();
    },
    get network() {
      return displaced(start, displacement());
    },
    evaluate(points) {
      const change = linearizedChange(start, displacement(), points);
      return evaluateNetwork(start, points).map((f, j) => f + change[j]);
    },
  };
}

/**
 * f_lin at fixed points as a function of the coefficients, f(x; θ₀) − Σ_j c_j ⟨∇f(x; θ₀), D ∇f(x_j; θ₀)⟩: for many
 * states of one trajectory. O(width · points · data) once, then O(points · data) for each state.
 */
export function linearizedOn(
  start: Network,
  x: ArrayLike<number>,
  rates: LearningRates,
  points: ArrayLike<number>,
): (coefficients: ArrayLike<number>) => Float64Array {
  const from = evaluateNetwork(start, points);
  const count = x.length / inputsOf(start);
  const responses = Array.from({ length: count }, (_, j) => {
    const alone = Float64Array.from({ length: count }, (__, k) => (k === j ? 1 : 0));
    return linearizedChange(start, displacementOf(start, x, rates, alone), points);
  });
  return (coefficients) =>
    from.map((f, place) =>
      responses.reduce((sum, response, j) => sum + coefficients[j] * response[place], f),
    );
}
