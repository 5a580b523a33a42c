import { CompensatedSums } from '../compensated-sums.js';
import { descend, type Stepper } from '../descend.js';
import { evaluateNetwork, type Network } from '../network.js';
import type { Data, LearningRates, Trainer, Training, TrainingOptions } from '../training.js';
import { displaced, displacementOf } from './displacement.js';
import { ratedTangentKernel } from './rated-kernel.js';
import { linearizedState, type LinearizedState } from './state.js';

/** What training of the linearized model ends in; `network` holds the parameters, `evaluate` is the function. */
export type LinearizedTraining = Training & LinearizedState;

/**
 * Trains all parameters of f_lin(x; θ) = f(x; θ₀) + ⟨∇f(x; θ₀), θ − θ₀⟩, θ₀ the given network, by gradient descent
 * or SGD on half the sum of squared residuals. A `Trainer`, so the loop, its stopping rule, batches, checkpoints
 * and errors are those of every trainer; networks that it hands out, at checkpoints too, are parameters of f_lin:
 * take their function by `evaluateLinearized(start, network, points)`, or at the end by `evaluate`.
 *
 * O(points · batch) a step whatever the width; O(width + points²) memory.
 * @throws DivergenceError, NonConvergenceError; RangeError for rates or batches that cannot be
 */
export function trainLinearized(network: Network, data: Data, options: TrainingOptions): LinearizedTraining {
  const stepper = linearizedStepper(network, data, options.rates);
  const training = descend(stepper, data, options);
  return { ...training, ...linearizedState(network, data.x, options.rates, stepper.coefficients.slice()) };
}

/**
 * Trains the output layer alone: a, d and, if present, u at their rates, whatever the rate of the hidden layer. A
 * rate of 0 for `bias` or `skip` holds d or u as well. The model is linear in these, so this is `trainLinearized`
 * without its hidden layer, and the network handed out is the function.
 */
export const trainOutputLayer: Trainer = (network, data, options) =>
  trainLinearized(network, data, { ...options, rates: { ...options.rates, hidden: 0 } });

/**
 * The step in the coefficients c of θ − θ₀ = −D Σ_j c_j ∇f(x_j; θ₀): c_j grows by the residual r_j of each point of
 * the batch, and the outputs fall by G r, G the rate-weighted tangent kernel. Both are compensated sums: else the
 * outputs would leave f_lin by eps·scale at every step (measured: 1e-9 after 1e7), while now no step adds to it.
 */
export function linearizedStepper(
  start: Network,
  { x, y }: Data,
  rates: LearningRates,
): Stepper & { readonly coefficients: Float64Array } {
  const points = y.length;
  const kernel = Float64Array.from(ratedTangentKernel(start, x, rates).to1DArray());
  if (kernel.length !== points * points) {
    throw new RangeError(
      `got inputs of ${Math.sqrt(kernel.length)} points and ${points} targets, expected equally many`,
    );
  }
  const outputs = new CompensatedSums(evaluateNetwork(start, x));
  const coefficients = new CompensatedSums(new Float64Array(points));
  const change = new Float64Array(points);
  return {
    outputs: outputs.values,
    coefficients: coefficients.values,
    step(batch, residuals, factor) {
      change.fill(0);
      for (let k = 0; k < batch.length; k++) {
        const j = batch[k];
        const push = factor * residuals[j];
        coefficients.add(j, push);
        const row = j * points;
        for (let i = 0; i < points; i++) change[i] -= push * kernel[row + i];
      }
      for (let i = 0; i < points; i++) outputs.add(i, change[i]);
    },
    network: () => displaced(start, displacementOf(start, x, rates, coefficients.values)),
  };
}
