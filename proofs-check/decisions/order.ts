import type { Decision, Row, Verdict } from '../claim.js';
import { undecided } from '../qualified.js';
import { groupBy } from './identity.js';

/**
 * Decides that one quantity is strictly less than another in every case. Each row is a case with `group`, `smaller` and `larger`
 * (positive numbers) and the `error` that their difference may have by computation.
 * Supported if the difference exceeds its error in every case, refuted if in some case it lies below minus its error,
 * else inconclusive: the two are equal as far as was computed.
 */
export function decideOrder(rows: readonly Row[], name: string): Decision {
  if (rows.length === 0) return undecided('nothing was measured');
  const cases = rows.map(({ group, smaller, larger, error }) => {
    const difference = Number(larger) - Number(smaller);
    const verdict: Verdict =
      difference > Number(error) ? 'supported' : difference < -Number(error) ? 'refuted' : 'inconclusive';
    const used = difference > 0 ? Number(error) / difference : Infinity;
    return { group: String(group), excess: difference / Number(smaller), used, verdict };
  });
  const excesses = (
    members: readonly { readonly excess: number }[],
  ): readonly [least: number, most: number] => {
    const all = members.map(({ excess }) => excess);
    return [Math.min(...all), Math.max(...all)];
  };
  const count = (members: typeof cases, verdict: Verdict): number =>
    members.filter((member) => member.verdict === verdict).length;
  const verdict =
    count(cases, 'refuted') > 0
      ? 'refuted'
      : count(cases, 'supported') < cases.length
        ? 'inconclusive'
        : 'supported';
  const [least, most] = excesses(cases);
  return {
    verdict,
    statistic: { name: `${name}, least and range`, estimate: least, interval: [least, most], claimed: '> 0' },
    reason:
      `${count(cases, 'supported')} of ${cases.length} differences lie above 0 by more than their error, ` +
      `${count(cases, 'refuted')} below, ${count(cases, 'inconclusive')} within it`,
    groups: groupBy(cases)
      .map(([group, members]) => ({
        group,
        comparisons: members.length,
        'least excess': excesses(members)[0],
        'largest excess': excesses(members)[1],
        'not greater': members.length - count(members, 'supported'),
      }))
      .sort((p, q) => p['least excess'] - q['least excess']),
    // A difference counts as far as its error leaves it above 0.
    tolerances: groupBy(cases).map(([group, members]) => ({
      name: group,
      used: Math.max(...members.map(({ used }) => used)),
    })),
  };
}
