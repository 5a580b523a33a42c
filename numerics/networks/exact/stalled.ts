import type { Network } from '../network.js';
import { DivergenceError, NonConvergenceError, type Data, type LearningRates } from '../training.js';
import { exactStepper } from './exact-trainer.js';

/** Training that stopped because the loss hardly changed any more. */
export interface Stalled {
  readonly network: Network;
  readonly steps: number;
}

const MOST_HALVINGS = 20;

/**
 * Full-batch gradient descent on ½Σr² by the exact trainer, until a step changes the mean of squares by less than
 * each of `changes` (falling) in turn: the network at each of these stops. The rule of published experiments; it
 * leaves slow modes untrained, unlike a bound on the residual. If a step raises the loss, training starts again with
 * half the rates.
 * @throws DivergenceError if the loss rises at every step size, NonConvergenceError after `maxSteps`
 */
export function trainUntilStalled(
  network: Network,
  data: Data,
  rates: LearningRates,
  changes: readonly number[],
  maxSteps: number,
): Stalled[] {
  for (let halvings = 0, factor = 1; halvings <= MOST_HALVINGS; halvings++, factor /= 2) {
    const stops = descendWhileFalling(network, data, rates, factor, changes, maxSteps);
    if (stops) return stops;
  }
  throw new DivergenceError(
    `the loss rises even at 2^-${MOST_HALVINGS} of the learning rate ${rates.output}: take a smaller one, or rescale the data to order one`,
  );
}

/** Nothing if a step raises the loss. */
function descendWhileFalling(
  network: Network,
  data: Data,
  rates: LearningRates,
  factor: number,
  changes: readonly number[],
  maxSteps: number,
): Stalled[] | undefined {
  const { stepper } = exactStepper(network, data, rates);
  const points = data.y.length;
  const all = Int32Array.from({ length: points }, (_, j) => j);
  const residuals = new Float64Array(points);
  const stops: Stalled[] = [];
  let before = Infinity;
  for (let step = 0; ; step++) {
    let loss = 0;
    for (let j = 0; j < points; j++) {
      const r = stepper.outputs[j] - data.y[j];
      residuals[j] = r;
      loss += (r * r) / points;
    }
    if (!(loss <= before)) return undefined;
    while (stops.length < changes.length && before - loss < changes[stops.length])
      stops.push({ network: stepper.network(), steps: step });
    if (stops.length === changes.length) return stops;
    if (step === maxSteps) {
      throw new NonConvergenceError(
        `the loss ${loss.toExponential(2)} still changes by more than ${changes[stops.length]} a step after ${maxSteps} steps: ` +
          'allow more steps, or a larger change',
      );
    }
    before = loss;
    stepper.step(all, residuals, factor, all);
  }
}
