import type { Verdict } from '../../proofs-check/claim.js';
import { GUARDED_LATER, NOTHING, valueText, type Change, type Standing } from './change.js';
import type { ClaimRecord, RunRecord } from './record.js';

/** Claims that one of the two does not have, or has not measured to the end. */
export function presenceChanges(baseline: RunRecord, present: RunRecord): Change[] {
  const idsOf = ({ claims }: RunRecord): Set<string> => new Set(claims.map(({ id }) => id));
  const [before, now] = [idsOf(baseline), idsOf(present)];
  const claim = (standing: Standing, id: string, was: string, is: string, note: string): Change => ({
    standing,
    claim: id,
    what: 'claim',
    before: was,
    now: is,
    note,
  });
  return [
    ...baseline.claims
      .filter(({ id }) => !now.has(id))
      .map(({ id, verdict }) =>
        claim('regression', id, verdict, 'missing', 'the report does not have it: select it in the run'),
      ),
    ...baseline.claims
      .filter(({ missing }) => missing > 0)
      .map(({ id, missing }) =>
        claim('incomplete', id, unitsMissing(missing), NOTHING, 'update the baseline from a complete report'),
      ),
    ...present.claims
      .filter(({ missing }) => missing > 0)
      .map(({ id, missing }) =>
        claim(
          'incomplete',
          id,
          NOTHING,
          unitsMissing(missing),
          'measure the rest: merge all shards, or run --resume',
        ),
      ),
    ...present.claims
      .filter(({ id, missing }) => missing === 0 && !before.has(id))
      .map(({ id, verdict }) => claim('new', id, NOTHING, verdict, GUARDED_LATER)),
  ];
}

const unitsMissing = (count: number): string => `${count} units missing`;

const RANK: Readonly<Record<Verdict, number>> = { supported: 0, inconclusive: 1, refuted: 2 };

/** From supported to inconclusive to refuted is a regression at each step, and back an improvement. */
export function verdictChanges(before: ClaimRecord, now: ClaimRecord): Change[] {
  if (before.verdict === now.verdict) return [];
  const worse = RANK[now.verdict] > RANK[before.verdict];
  return [
    {
      standing: worse ? 'regression' : 'improvement',
      claim: before.id,
      what: `verdict, by ${now.statistic.name}`,
      before: `${before.verdict}, ${valueText(before.statistic)}`,
      now: `${now.verdict}, ${valueText(now.statistic)}`,
      note: worse ? `claimed is ${now.statistic.claimed}: mend what changed` : GUARDED_LATER,
    },
  ];
}

/** A control that the baseline refuted must be refuted again: else the verdict on its claim means less than it did. */
export function controlChanges(before: ClaimRecord, now: ClaimRecord): Change[] {
  const control = (standing: Standing, id: string, was: string, is: string, note: string): Change => ({
    standing,
    claim: before.id,
    what: `control ${id}`,
    before: was,
    now: is,
    note,
  });
  const known = before.controls.flatMap(({ id, verdict }) => {
    const again = now.controls.find((each) => each.id === id)?.verdict;
    if (again === undefined)
      return control(
        'regression',
        id,
        verdict,
        'missing',
        'a false version is no longer put to the test: bring it back',
      );
    if (again === verdict) return [];
    if (verdict === 'refuted')
      return control(
        'regression',
        id,
        verdict,
        again,
        'a false version is no longer caught: mend the decision',
      );
    return control(again === 'refuted' ? 'improvement' : 'changed', id, verdict, again, GUARDED_LATER);
  });
  const added = now.controls
    .filter(({ id }) => !before.controls.some((each) => each.id === id))
    .map(({ id, verdict }) => control('new', id, NOTHING, verdict, GUARDED_LATER));
  return [...known, ...added];
}
