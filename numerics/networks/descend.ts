import { batchOrder } from './batch-order.js';
import type { Network } from './network.js';
import {
  DivergenceError,
  NonConvergenceError,
  OverflowError,
  type Data,
  type Training,
  type TrainingOptions,
} from './training.js';

/** A network in training: what one implementation of a step has to offer. */
export interface Stepper {
  /** f at the data points; at the start all are up to date, later those that the last step was asked for. */
  readonly outputs: Float64Array;
  /**
   * One step on ½Σr² over the points of `batch` (a point counts as often as it is listed), all rates times
   * `factor`; then brings `outputs` up to date at the points of `next`, each listed once. `residuals` has an entry for every data
   * point, of which only those of the batch are meant.
   */
  step(batch: Int32Array, residuals: Float64Array, factor: number, next: Int32Array): void;
  /** The network as it is now, in arrays of its own. */
  network(): Network;
}

/** Residuals this many times larger than at the start count as divergence. */
const BLOW_UP = 1e6;

/**
 * Gradient descent, or stochastic gradient descent, by the given implementation of a step.
 * @throws DivergenceError, NonConvergenceError, OverflowError, RangeError for a batch size or a number of steps that cannot be
 */
export function descend(stepper: Stepper, { y }: Data, options: TrainingOptions): Training {
  const { relativeResidual, maxSteps, schedule, checkpoints } = options;
  if (!Number.isSafeInteger(maxSteps) || maxSteps < 0) {
    throw new RangeError(`training takes a whole number of steps from 0 on, not ${maxSteps}`);
  }
  const { outputs } = stepper;
  const points = y.length;
  const order = batchOrder(points, options.batches);
  const all = Int32Array.from({ length: points }, (_, j) => j);
  const residuals = new Float64Array(points);
  const rest = [...(checkpoints?.steps ?? [])];

  /** Brings the residuals up to date at the listed points, and gives their norm. */
  const look = (at: Int32Array): number => {
    let squares = 0;
    for (let k = 0; k < at.length; k++) {
      const j = at[k];
      const r = outputs[j] - y[j];
      residuals[j] = r;
      squares += r * r;
    }
    return Math.sqrt(squares);
  };

  // Without the repetitions that drawing with replacement makes.
  const listed = new Float64Array(points).fill(-1);
  const distinct = new Int32Array(points);
  const withoutRepetition = (batch: Int32Array, step: number): Int32Array => {
    let count = 0;
    for (let k = 0; k < batch.length; k++) {
      if (listed[batch[k]] === step) continue;
      listed[batch[k]] = step;
      distinct[count++] = batch[k];
    }
    return distinct.subarray(0, count);
  };

  const initial = look(all);
  if (!Number.isFinite(initial)) {
    throw new OverflowError(
      `the squared residuals at the start add up to ${initial}, beyond double precision: rescale the data (or the initial parameters) to order one`,
    );
  }
  const scale = Math.sqrt(y.reduce((sum, yj) => sum + yj * yj, 0)) || initial || 1;
  let seen: Int32Array = all;
  for (let step = 0, batch = order.next(); ; step++) {
    const size = look(seen);
    if (!Number.isFinite(size) || size > BLOW_UP * (initial + scale)) {
      throw new DivergenceError(
        `gradient descent diverged at step ${step} (residual ${size.toExponential(1)}): ` +
          `the learning rate ${options.rates.output} is too large, or the data are: take a smaller one, or rescale them to order one`,
      );
    }
    while (rest.length > 0 && rest[0] <= step) checkpoints?.visit(rest.shift()!, stepper.network());
    if (seen === all) {
      const reached = relativeResidual > 0 && size <= relativeResidual * scale;
      if (reached || (relativeResidual === 0 && step === maxSteps)) {
        return { network: stepper.network(), steps: step, relativeResidual: size / scale };
      }
      if (step === maxSteps) {
        throw new NonConvergenceError(
          `relative residual ${(size / scale).toExponential(2)} after ${maxSteps} steps, wanted ${relativeResidual}: ` +
            'allow more steps, or check that the network can fit the data',
        );
      }
    }
    const following = order.next();
    seen = (step + 1) % order.epoch === 0 || step + 1 === maxSteps ? all : withoutRepetition(following, step);
    stepper.step(batch, residuals, schedule ? schedule(step) : 1, seen);
    batch = following;
  }
}
