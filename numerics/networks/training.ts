import type { Streams } from '../random/streams.js';
import type { Network } from './network.js';

/** Inputs (points × inputs, row by row) and a target for each point. */
export interface Data {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Step sizes of gradient descent on ½Σr², by group of parameters. */
export interface LearningRates {
  /** of w and b */
  readonly hidden: number;
  /** of a */
  readonly output: number;
  /** of d (default: as `output`) */
  readonly bias?: number;
  /** of u (default: as `output`) */
  readonly skip?: number;
}

/** Stochastic gradient descent: each step descends ½Σr² over a batch of data points. */
export interface Batches {
  /** Points in a batch. */
  readonly size: number;
  /** Each point drawn uniformly from all; else from those not yet drawn in this epoch. */
  readonly replacement: boolean;
  /** Source of the order, from its beginning: the same for every trainer. */
  readonly random: Streams;
}

export interface TrainingOptions {
  readonly rates: LearningRates;
  /** Factor on all rates at a step (default: 1). */
  readonly schedule?: (step: number) => number;
  /** Batches of stochastic gradient descent (default: all points at each step). */
  readonly batches?: Batches;
  /** Stop when ‖r‖ ≤ this · ‖y‖ (‖r₀‖ if y = 0), looked at once an epoch; 0 trains for exactly `maxSteps`. */
  readonly relativeResidual: number;
  /** Steps after which training that has not reached `relativeResidual` has failed. */
  readonly maxSteps: number;
  /** Called with the network as it is after each of the `steps` (ascending) that training reaches. */
  readonly checkpoints?: {
    readonly steps: readonly number[];
    readonly visit: (step: number, network: Network) => void;
  };
}

export interface Training {
  readonly network: Network;
  readonly steps: number;
  /** ‖r‖ relative to ‖y‖ at the end. */
  readonly relativeResidual: number;
}

/** Trains all parameters by gradient descent on half the sum of squared residuals. */
export type Trainer = (network: Network, data: Data, options: TrainingOptions) => Training;

/** Training that gave no usable network; the message says why and what to change. */
export class TrainingError extends Error {}
export class DivergenceError extends TrainingError {}
/** Data or parameters so large that the start is beyond double precision. */
export class OverflowError extends TrainingError {}
export class NonConvergenceError extends TrainingError {}
