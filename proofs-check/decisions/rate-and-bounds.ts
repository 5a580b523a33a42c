import type { Decision, Row } from '../claim.js';
import { conjunction } from './conjunction.js';
import { decideIdentity } from './identity.js';
import { decideRate, type RateClaim } from './rate.js';

/**
 * Decides a rate together with bounds that every run keeps to: rows with an `error` by `decideRate`, rows with a
 * `deviation` and its `tolerance` by `decideIdentity`. Evidence of one kind alone is decided by that.
 */
export function decideRateAndBounds(
  rows: readonly Row[],
  alpha: number,
  rate: RateClaim,
  bounds: string,
): Decision {
  const runs = rows.filter((row) => 'error' in row);
  const cases = rows.filter((row) => 'deviation' in row);
  const parts = [
    ...(runs.length > 0 ? [decideRate(runs, alpha, rate)] : []),
    ...(cases.length > 0 ? [decideIdentity(cases, bounds)] : []),
  ];
  if (parts.length === 0) {
    throw new RangeError(`got ${rows.length} rows without error or deviation, expected some with either`);
  }
  return conjunction(parts);
}
