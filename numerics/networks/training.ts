import type { Network } from './network.js';

/** Inputs and targets, of equal length. */
export interface Data {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Step sizes of gradient descent on ½Σr², by group of parameters: (w, b), and (a, d). */
export interface LearningRates {
  readonly hidden: number;
  readonly output: number;
}

export interface TrainingOptions {
  readonly rates: LearningRates;
  /** Stop when ‖r‖ ≤ this · ‖y‖ (‖r₀‖ if y = 0); 0 trains for exactly `maxSteps`. */
  readonly relativeResidual: number;
  /** Steps after which training that has not reached `relativeResidual` has failed. */
  readonly maxSteps: number;
}

export interface Training {
  readonly network: Network;
  readonly steps: number;
  /** ‖r‖ relative to ‖y‖ at the end. */
  readonly relativeResidual: number;
}

/** Trains all parameters by full-batch gradient descent on half the sum of squared residuals. */
export type Trainer = (network: Network, data: Data, options: TrainingOptions) => Training;

/** Training that gave no usable network; the message says why and what to change. */
export class TrainingError extends Error {}
export class DivergenceError extends TrainingError {}
export class NonConvergenceError extends TrainingError {}
