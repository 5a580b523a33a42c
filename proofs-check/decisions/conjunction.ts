import type { Decision, Verdict } from '../claim.js';

/** From the worst on. */
const ORDER: readonly Verdict[] = ['refuted', 'inconclusive', 'supported'];

/**
 * A statement of several parts: refuted if one part is, supported if all are. The statistic is that of the first
 * part with the worst verdict. Each part has to be decided with its share of the allowed chance of error.
 * @throws RangeError without parts
 */
export function conjunction(parts: readonly Decision[]): Decision {
  const verdict = ORDER.find((each) => parts.some((part) => part.verdict === each));
  const worst = parts.find((part) => part.verdict === verdict);
  if (!verdict || !worst) throw new RangeError('a conjunction needs at least one part');
  const estimates = parts.flatMap((part) => part.estimates ?? []);
  const tolerances = parts.flatMap((part) => part.tolerances ?? []);
  return {
    verdict,
    statistic: worst.statistic,
    reason: parts.map(({ reason }) => reason).join('; '),
    groups: parts
      .flatMap(({ groups, verdict: outcome }) => groups.map((row) => ({ row, rank: ORDER.indexOf(outcome) })))
      .sort((p, q) => p.rank - q.rank)
      .map(({ row }) => row),
    ...(estimates.length > 0 && { estimates }),
    ...(tolerances.length > 0 && { tolerances }),
  };
}
