import type { Statistic } from '../../proofs-check/claim.js';
import { interval, significant } from '../format.js';

/** "-0.49 [-0.52, -0.46]", as a table's cell. */
export function measuredCell({ estimate, interval: ends }: Statistic): string {
  return `${significant(estimate)} ${interval(ends)}`;
}
