import { studentQuantile } from '../../numerics/statistics/quantiles.js';
import type { Decision, Row, Verdict } from '../claim.js';
import { groupBy } from './identity.js';

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
  const runs = rows.map(({ group, level, predicted }) => ({
    group: String(group),
    level: Number(level),
    miss: Number(level) - Number(predicted),
  }));
  const groups = groupBy(runs);
  const fits = groups
    .map(([group, members]) => {
      const { mean, half } = meanInterval(
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
      return { group, level, mean, half, verdict, runs: members.length };
    })
    .sort((p, q) => Math.abs(q.mean) + q.half - (Math.abs(p.mean) + p.half));
  const [worst] = fits;
  const count = (verdict: Verdict): number => fits.filter((fit) => fit.verdict === verdict).length;
  const verdict = count('refuted') > 0 ? 'refuted' : count('inconclusive') > 0 ? 'inconclusive' : 'supported';
  return {
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
  };
}

/** Mean and half width of its Student interval of coverage 1 − alpha. */
export function meanInterval(values: readonly number[], alpha: number): { mean: number; half: number } {
  const n = values.length;
  if (n < 2) throw new RangeError(`a mean with an interval needs at least two runs, not ${n}`);
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  const variance = values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / (n - 1);
  return { mean, half: studentQuantile(1 - alpha / 2, n - 1) * Math.sqrt(variance / n) };
}
