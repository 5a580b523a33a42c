import { significant } from '../format.js';
import { GUARDED_LATER, NOTHING, valueText, type Change } from './change.js';
import { drift, interval95, noisyEstimate, noisyStatistic, type Drift, type Noisy } from './drift.js';
import type { ClaimRecord, EstimateRecord } from './record.js';

/** A number that both runs estimated. */
export interface EstimatePair {
  readonly claim: string;
  readonly before: Value;
  readonly now: Value;
  readonly scale: EstimateRecord['scale'];
  readonly noise: readonly [before: Noisy, now: Noisy];
}

type Value = Pick<ClaimRecord['statistic'], 'name' | 'estimate' | 'interval'>;

const valueOf = (record: EstimateRecord): Value => ({ ...record, interval: interval95(record) });

/** A pair with its difference, and what the noise of both allows. */
export type DriftedPair = EstimatePair & Drift;

/** The estimates that both have, and the claim's statistic where it is none of them. */
export function estimatePairs(before: ClaimRecord, now: ClaimRecord): EstimatePair[] {
  const pairs = before.estimates.flatMap((earlier): EstimatePair[] => {
    const later = now.estimates.find(sameAs(earlier));
    if (!later) return [];
    const noise = [noisyEstimate(earlier), noisyEstimate(later)] as const;
    return [{ claim: before.id, before: valueOf(earlier), now: valueOf(later), scale: earlier.scale, noise }];
  });
  const [was, is] = [noisyStatistic(before), noisyStatistic(now)];
  if (!was || !is || before.statistic.name !== now.statistic.name) return pairs;
  const equal = (one: Value, other: Value): boolean =>
    one.name === other.name && one.estimate === other.estimate;
  if (pairs.some((pair) => equal(pair.before, before.statistic) && equal(pair.now, now.statistic)))
    return pairs;
  return [
    ...pairs,
    { claim: before.id, before: before.statistic, now: now.statistic, scale: 'linear', noise: [was, is] },
  ];
}

/** Estimates that only one of the two has. */
export function estimateNameChanges(before: ClaimRecord, now: ClaimRecord): Change[] {
  const lacking = (wanted: readonly EstimateRecord[], others: readonly EstimateRecord[]): EstimateRecord[] =>
    wanted.filter((each) => !others.some(sameAs(each)));
  return [
    ...lacking(before.estimates, now.estimates).map((each): Change => ({
      standing: 'regression',
      claim: before.id,
      what: each.name,
      before: valueText(valueOf(each)),
      now: 'missing',
      note: 'no longer measured under this name: bring it back',
    })),
    ...lacking(now.estimates, before.estimates).map((each): Change => ({
      standing: 'new',
      claim: before.id,
      what: each.name,
      before: NOTHING,
      now: valueText(valueOf(each)),
      note: GUARDED_LATER,
    })),
  ];
}

/** Each of n pairs may differ by noise with the chance budget / n (Bonferroni). */
export function withDrift(pairs: readonly EstimatePair[], budget: number): DriftedPair[] {
  return pairs.map((pair) => ({ ...pair, ...drift(pair.noise[0], pair.noise[1], budget / pairs.length) }));
}

/** The difference as a share of what noise allows: a drift above 1. */
export function excess({ difference, allowed }: Drift): number {
  return difference === 0 ? 0 : Math.abs(difference) / allowed;
}

/** A drift, or with the same seed any change at all: it is the code's, however far below the noise. */
export function driftChanges(pair: DriftedPair, sameSeed: boolean): Change[] {
  const { claim, before, now, scale, difference, allowed } = pair;
  const size = (value: number): string =>
    scale === 'log' ? `a factor ${significant(Math.exp(Math.abs(value)))}` : significant(Math.abs(value));
  const figures = `differs by ${size(difference)}, noise explains ${size(allowed)}`;
  const change = (standing: Change['standing'], note: string): Change[] => [
    { standing, claim, what: now.name, before: valueText(before), now: valueText(now), note },
  ];
  if (excess(pair) > 1) return change('regression', `${figures}: find what moved it`);
  return sameSeed && difference !== 0 ? change('changed', `the code moved it, within noise: ${figures}`) : [];
}

const sameAs =
  ({ name, scale }: EstimateRecord) =>
  (other: EstimateRecord): boolean =>
    other.name === name && other.scale === scale;
