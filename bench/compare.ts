import type { CaseResult, StepCost } from './results.js';
import { quantile } from './statistics.js';

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median cost per step, in microseconds. */
export const cost = ({ microseconds }: StepCost): number => median(microseconds);

/** The fastest peer, if there is one; of those whose name begins so. */
export function bestPeer({ costs }: CaseResult, prefix = ''): StepCost | undefined {
  const peers = costs.filter(({ peer, contender }) => peer && contender.startsWith(prefix));
  return peers.length === 0 ? undefined : peers.reduce((a, b) => (cost(b) < cost(a) ? b : a));
}

/** Median cost per step of a whole run, set-up included, in microseconds. */
export const wholeCost = ({ whole }: CaseResult): number | undefined =>
  whole && (1e6 * median(whole.seconds)) / whole.steps;

/** What our cost per step is claimed to be: that of a whole run, or of the plain trainers where the exact one has none. */
export function claimedCost(result: CaseResult): number | undefined {
  const { exact, costs } = result;
  if (exact) return wholeCost(result);
  const own = costs.filter(({ peer }) => !peer).map(cost);
  return own.length > 0 ? Math.min(...own) : undefined;
}

/** How many times the fastest peer's cost per step is ours. */
export function advantage(result: CaseResult): number | undefined {
  const best = bestPeer(result);
  const ours = claimedCost(result);
  return best && ours !== undefined ? cost(best) / ours : undefined;
}
