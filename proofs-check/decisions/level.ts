import { meanInterval } from '../../numerics/statistics/mean-interval.js';
import type { Decision, Row, Verdict } from '../claim.js';
import { undecided } from '../qualified.js';
import { groupBy } from './identity.js';
import { withIndependentRuns } from './independent-runs.js';

export interface LevelClaim {
  /** What is measured, for the reader. */
  readonly name: string;
  /** How far the mean may lie from the prediction: less than half the way to the nearest wrong prediction. */
  readonly tolerance: number;
}

/**
 * Decides whether a quantity lies where it was predicted. Each row is an independent run with `group`, `level` and
 * `predicted`; every group has a Student interval for the mean of level − predicted.
 * Supported if every group's interval lies within the tolerance around 0, refuted if some group's lies outside
 * altogether, else inconclusive.
 * The chance of a wrong verdict is at most `alpha`, divided over the groups, for means that are near normal.
 * @throws RangeError for a group of fewer than two runs
 */
export function decideLevel(rows: readonly Row[], alpha: number, { name, tolerance }: LevelClaim): Decision {
  if (rows.length === 0) return undecided('nothing was measured');
  const runs = rows.map(({ group, level, predicted }) => ({
    group: String(group),
    level: Number(level),
    miss: Number(level) - Number(predicted),
  }));
  const groups = groupBy(runs);
  const fits = groups
    .map(([group, members]) => {
      const { mean, half, standardError } = meanInterval(
        members.map(({ miss }) => miss),
        alpha / groups.length,
      );
      const level = members.reduce((sum, each) => sum + each.level, 0) / members.length;
      const verdict: Verdict =
        Math.abs(mean) + half <= tolerance
          ? 'supported'
          : Math.abs(mean) - half > tolerance
            ? 'refuted'
            : 'inconclusive';
      return { group, level, mean, half, standardError, verdict, runs: members.length };
    })
    .sort((p, q) => Math.abs(q.mean) + q.half - (Math.abs(p.mean) + p.half));
  const [worst] = fits;
  const count = (verdict: Verdict): number => fits.filter((fit) => fit.verdict === verdict).length;
  const verdict = count('refuted') > 0 ? 'refuted' : count('inconclusive') > 0 ? 'inconclusive' : 'supported';
  const decision: Decision = {
    verdict,
    statistic: {
      name: `${name}, ${worst.group}`,
      estimate: worst.level,
      interval: [worst.level - worst.half, worst.level + worst.half],
      claimed: `${(worst.level - worst.mean).toPrecision(3)} ± ${tolerance}`,
    },
    reason:
      verdict === 'inconclusive'
        ? `${count('inconclusive')} of ${fits.length} intervals of the mean lie across a bound`
        : verdict === 'supported'
          ? `all ${fits.length} means lie within ${tolerance} of the prediction, with their intervals`
          : `${count('refuted')} of ${fits.length} means lie more than ${tolerance} from the prediction, with their intervals`,
    groups: fits.map((fit) => ({
      group: fit.group,
      'mean level': fit.level,
      predicted: fit.level - fit.mean,
      low: fit.level - fit.half,
      high: fit.level + fit.half,
      runs: fit.runs,
      verdict: fit.verdict,
    })),
    estimates: fits.map(({ group, mean, half, standardError, runs: count }) => ({
      name: `${name} less its prediction, ${group}`,
      estimate: mean,
      interval: [mean - half, mean + half],
      standardError,
      degreesOfFreedom: count - 1,
      scale: 'linear',
    })),
  };
  return withIndependentRuns(
    decision,
    runs.map(({ group, level }) => ({ conditions: group, value: level })),
  );
}
