import { STANDINGS, type Change, type Standing } from './change.js';
import { controlChanges, presenceChanges, verdictChanges } from './claim-changes.js';
import {
  driftChanges,
  estimateNameChanges,
  estimatePairs,
  withDrift,
  type DriftedPair,
} from './estimate-changes.js';
import { marginChanges, marginNameChanges } from './margin-changes.js';
import { RecordError } from './record-error.js';
import type { RunRecord } from './record.js';

/** Chance that a comparison of two runs of the same code calls noise a drift, over all its estimates. */
export const DRIFT_BUDGET = 1e-3;

export interface Comparison {
  readonly baseline: RunRecord;
  readonly present: RunRecord;
  /** Worst first. */
  readonly changes: readonly Change[];
  /** Claims that both have complete. */
  readonly compared: number;
  /** Estimates that both have, drifted or not. */
  readonly pairs: readonly DriftedPair[];
}

/**
 * Holds a run against a baseline. Pure.
 * Of n estimates that both have, each may differ by noise with the chance DRIFT_BUDGET / n: two runs of the same code, whatever
 * their seeds, come out without a drift with a chance of at least 1 − DRIFT_BUDGET.
 * @throws RecordError for different profiles, which measure different things
 */
export function compareRuns(baseline: RunRecord, present: RunRecord): Comparison {
  if (baseline.profile !== present.profile) {
    throw new RecordError(
      `profiles differ: the baseline is of ${baseline.profile}, the report of ${present.profile}; ` +
        `run with --profile ${baseline.profile}, or compare with a baseline of ${present.profile}`,
    );
  }
  const sameSeed = baseline.seed === present.seed;
  const both = baseline.claims.flatMap((before) => {
    const now = present.claims.find(({ id }) => id === before.id);
    return now && before.missing + now.missing === 0 ? [{ before, now }] : [];
  });
  const pairs = withDrift(
    both.flatMap(({ before, now }) => estimatePairs(before, now)),
    DRIFT_BUDGET,
  );
  const changes = [
    ...presenceChanges(baseline, present),
    ...both.flatMap(({ before, now }) => [
      ...verdictChanges(before, now),
      ...controlChanges(before, now),
      ...estimateNameChanges(before, now),
      ...marginNameChanges(before, now),
      ...marginChanges(before, now, sameSeed),
    ]),
    ...pairs.flatMap((pair) => driftChanges(pair, sameSeed)),
  ];
  const rank = ({ standing }: Change): number => STANDINGS.indexOf(standing);
  return {
    baseline,
    present,
    changes: changes.toSorted((p, q) => rank(p) - rank(q)),
    compared: both.length,
    pairs,
  };
}

export type ComparisonOutcome = 'passed' | 'regressed' | 'incomplete';

/** A regression weighs more than what is incomplete; nothing compared is never green. */
export function comparisonOutcome({ changes, compared }: Comparison): ComparisonOutcome {
  const some = (standing: Standing): boolean => changes.some((change) => change.standing === standing);
  if (some('regression')) return 'regressed';
  return compared === 0 || some('incomplete') ? 'incomplete' : 'passed';
}
