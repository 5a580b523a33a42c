import type { Case } from './cases.js';

/** Someone who takes the steps of a case at O(width · points) each. */
export interface Contender {
  readonly name: string;
  /** Whether it belongs to another project. */
  readonly peer: boolean;
  /** Makes ready to train a case from its start. */
  start(each: Case): Promise<void>;
  /** Takes further steps; the seconds that they took. */
  run(each: Case, steps: number): Promise<number>;
  /** f at the data points. */
  outputs(each: Case): Promise<ArrayLike<number>>;
}

/** Length of the order of points that all contenders share; it is then repeated. */
export const ORDER = 10_000;
