import { meanInterval } from '../../numerics/statistics/mean-interval.js';
import type { Decision, Row, Verdict } from '../claim.js';
import { undecided } from '../qualified.js';
import { groupBy } from './identity.js';
import { withIndependentRuns } from './independent-runs.js';

/**
 * Decides which of two methods has the smaller error. Each row is a pair measured under the same conditions, with `group` and
 * `logRatio`, the logarithm of the error that is claimed to be smaller over the other one; pairs are independent.
 * Supported if every group's interval for the mean lies below 0, refuted if some group's lies at or above 0 (two equal
 * methods have a ratio of exactly 1), else inconclusive. Student's t on pairs − 1 degrees of freedom.
 * The chance of a wrong verdict is at most `alpha`, divided over the groups.
 * @throws RangeError for a group of fewer than two pairs or a ratio that is not finite
 */
export function decideComparison(rows: readonly Row[], alpha: number): Decision {
  if (rows.length === 0) return undecided('nothing was measured');
  const pairs = groupBy(rows.map((row) => ({ group: String(row.group), logRatio: Number(row.logRatio) })));
  const fits = pairs
    .map(([group, members]) => {
      const { mean, standardError, half } = meanInterval(
        members.map(({ logRatio }) => logRatio),
        alpha / pairs.length,
      );
      const [low, high] = [mean - half, mean + half];
      const verdict: Verdict = high < 0 ? 'supported' : low >= 0 ? 'refuted' : 'inconclusive';
      const row = { group, 'mean log ratio': mean, low, high, pairs: members.length, verdict };
      return { row, standardError };
    })
    .sort((p, q) => q.row.high - p.row.high);
  const groups = fits.map(({ row }) => row);
  const [worst] = groups;
  const count = (verdict: Verdict): number => groups.filter((group) => group.verdict === verdict).length;
  const verdict: Verdict =
    count('refuted') > 0 ? 'refuted' : count('inconclusive') > 0 ? 'inconclusive' : 'supported';
  const decision: Decision = {
    verdict,
    statistic: {
      name: ratioName(worst.group),
      estimate: worst['mean log ratio'],
      interval: [worst.low, worst.high],
      claimed: '< 0',
    },
    reason:
      `${count('supported')} of ${groups.length} intervals of the mean log ratio lie below 0, ${count('refuted')} not below, ` +
      `${count('inconclusive')} across`,
    groups,
    estimates: fits.map(({ row, standardError }) => ({
      name: ratioName(row.group),
      estimate: row['mean log ratio'],
      interval: [row.low, row.high],
      standardError,
      degreesOfFreedom: row.pairs - 1,
      scale: 'linear',
    })),
  };
  return withIndependentRuns(
    decision,
    rows.map(({ group, logRatio }) => ({ conditions: String(group), value: Number(logRatio) })),
  );
}

const ratioName = (group: string): string => `mean log ratio of errors, ${group}`;
