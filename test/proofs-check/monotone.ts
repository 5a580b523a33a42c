import type { Decision, Verdict } from '../../proofs-check/claim.js';

/** Allowed chances of error, from far below a run's share to far above. */
export const LEVELS = [
  1e-15, 1e-12, 1e-10, 1e-8, 1e-7, 9.9e-7, 1e-6, 3e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.2, 0.5,
];

export const decisionsAt = (decide: (alpha: number) => Decision): Verdict[] =>
  LEVELS.map((alpha) => decide(alpha).verdict);

/** Where a verdict was left again as the allowed chance of error grew; undefined if nowhere. */
export function turned(verdicts: readonly Verdict[]): string | undefined {
  const first = verdicts.findIndex((verdict) => verdict !== 'inconclusive');
  if (first < 0) return undefined;
  const left = verdicts.findIndex((verdict, k) => k > first && verdict !== verdicts[first]);
  return left < 0
    ? undefined
    : `${verdicts[first]} at ${LEVELS[first]}, ${verdicts[left]} at ${LEVELS[left]}`;
}
