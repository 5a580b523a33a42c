import { Counter, type Tally } from '../../calibrate/tally.js';
import type { Run } from '../../proofs-check/result.js';

/** Counts over runs. */
export function tallyRuns(runs: Iterable<Run>): Tally {
  const counter = new Counter();
  for (const run of runs) counter.add(run);
  return counter.tally;
}
