import { significant } from '../format.js';
import { GUARDED_LATER, NOTHING, type Change } from './change.js';
import type { ClaimRecord } from './record.js';

/** Cases that only one of the two held against a tolerance: one that nobody looks at any more is a regression. */
export function marginNameChanges(before: ClaimRecord, now: ClaimRecord): Change[] {
  const lacking = (wanted: Tolerances, others: Tolerances): Tolerances =>
    wanted.filter(({ name }) => !others.some((each) => each.name === name));
  const what = (name: string): string => `share of the tolerance, ${name}`;
  return [
    ...lacking(before.tolerances, now.tolerances).map(({ name, used }): Change => ({
      standing: 'regression',
      claim: before.id,
      what: what(name),
      before: significant(used),
      now: 'missing',
      note: 'no longer checked under this name: bring it back',
    })),
    ...lacking(now.tolerances, before.tolerances).map(({ name, used }): Change => ({
      standing: 'new',
      claim: before.id,
      what: what(name),
      before: NOTHING,
      now: significant(used),
      note: GUARDED_LATER,
    })),
  ];
}

type Tolerances = ClaimRecord['tolerances'];

/**
 * Identities have no noise, and only their verdict fails a comparison. Told are those that came much nearer to their tolerance
 * (to at least twice the share of it, and with less than half of the orders of magnitude to it left), and with the same
 * seed those that changed at all.
 */
export function marginChanges(before: ClaimRecord, now: ClaimRecord, sameSeed: boolean): Change[] {
  return before.tolerances.flatMap(({ name, used: was }): Change[] => {
    const is = now.tolerances.find((each) => each.name === name)?.used;
    if (is === undefined || is === was) return [];
    const nearer = is >= 2 * was && is > Math.sqrt(was) && is <= 1;
    if (!nearer && !sameSeed) return [];
    return [
      {
        standing: nearer ? 'margin' : 'changed',
        claim: before.id,
        what: `share of the tolerance, ${name}`,
        before: significant(was),
        now: significant(is),
        note: nearer ? 'the margin shrank: see why before it is gone' : 'the code moved it',
      },
    ];
  });
}
