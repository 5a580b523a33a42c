import { normalProbability, studentQuantile } from '../../numerics/statistics/quantiles.js';
import { fitRate, type RateFit } from '../../numerics/statistics/rate-fit.js';
import type { Decision, Estimate, Row, Verdict } from '../claim.js';
import { undecided } from '../qualified.js';
import { groupBy } from './identity.js';
import { withIndependentRuns } from './independent-runs.js';

export interface RateClaim {
  /** The claimed exponent: error = O_p(width^exponent); one for all groups, or by group. */
  readonly exponent: number | ((group: string) => number);
  /** Less than half the distance to the exponent of the nearest wrong theory among the controls; one, or by group. */
  readonly tolerance: number | ((group: string) => number);
  /** The theory says that the rate is sharp: faster is a refutation too. */
  readonly sharp?: boolean;
  /** The column of what the error is a power of (default: `width`). */
  readonly variable?: string;
  /** Where the constant is told, if runs may have left out one of the planned places (default: their geometric mean). */
  readonly constantAt?: number;
}

/**
 * Decides a rate. Each row is an independent run with `group`, `width` (or another `variable`) and `error`; every
 * group is fitted by itself.
 * Supported if every group's whole interval lies below exponent + tolerance (faster is no refutation, unless the
 * rate is sharp: then it must lie above exponent − tolerance too), refuted if some group's lies on the wrong side,
 * else inconclusive.
 * The chance of a wrong verdict is at most `alpha`, divided over the groups.
 */
export function decideRate(
  rows: readonly Row[],
  alpha: number,
  { exponent, tolerance, sharp = false, variable = 'width', constantAt }: RateClaim,
): Decision {
  if (rows.length === 0) return undecided('nothing was measured');
  const claimed = typeof exponent === 'number' ? (): number => exponent : exponent;
  const allowance = typeof tolerance === 'number' ? (): number => tolerance : tolerance;
  const boundsOf = (group: string): Bounds => [
    sharp ? claimed(group) - allowance(group) : -Infinity,
    claimed(group) + allowance(group),
  ];
  const runs = rows.map((row) => ({
    group: String(row.group),
    width: Number(row[variable]),
    error: Number(row.error),
  }));
  const groups = groupBy(runs);
  const fits = groups
    .map(([group, members]) => ({
      group,
      bounds: boundsOf(group),
      fit: fitRate(members, alpha / groups.length, constantAt),
    }))
    .map((each) => ({ ...each, verdict: verdictOf(each.fit.interval, each.bounds) }))
    .sort((p, q) => excess(q.fit.interval, q.bounds) - excess(p.fit.interval, p.bounds));
  const worst = fits[0];
  const verdict: Verdict = fits.some((f) => f.verdict === 'refuted')
    ? 'refuted'
    : fits.every((f) => f.verdict === 'supported')
      ? 'supported'
      : 'inconclusive';
  const open = fits.filter((f) => f.verdict === 'inconclusive');
  const allowed =
    typeof exponent === 'function' || typeof tolerance === 'function'
      ? 'within their bounds'
      : sharp
        ? `between ${rounded(exponent - tolerance)} and ${rounded(exponent + tolerance)}`
        : `below ${rounded(exponent + tolerance)}`;
  const decision: Decision = {
    verdict,
    statistic: {
      name: slopeName(variable, worst.group),
      estimate: worst.fit.slope,
      interval: worst.fit.interval,
      claimed: `${sharp ? '=' : '≤'} ${rounded(claimed(worst.group))}, with tolerance ${allowance(worst.group)}`,
    },
    reason:
      verdict === 'inconclusive'
        ? `${open.length} of ${fits.length} intervals lie across a bound of ${allowed}`
        : verdict === 'supported'
          ? `all ${fits.length} intervals of the slope lie ${allowed}`
          : `${fits.filter((f) => f.verdict === 'refuted').length} of ${fits.length} intervals of the slope do not lie ${allowed}`,
    groups: fits.map(({ group, fit, verdict: outcome }) => ({
      group,
      slope: fit.slope,
      low: fit.interval[0],
      high: fit.interval[1],
      [`middle ${variable}`]: fit.level.width,
      'error there': fit.level.error,
      'error low': fit.level.interval[0],
      'error high': fit.level.interval[1],
      runs: fit.runs,
      verdict: outcome,
    })),
    estimates: fits.flatMap(({ group, fit }) => rateEstimates(group, variable, fit)),
  };
  return withIndependentRuns(
    decision,
    runs.map(({ group, width, error }) => ({ conditions: `${group}, ${width}`, value: error })),
  );
}

const slopeName = (variable: string, group: string): string =>
  `slope of log error on log ${variable}, ${group}`;

/** The exponent, and the constant that goes with it. */
function rateEstimates(group: string, variable: string, fit: RateFit): Estimate[] {
  const degreesOfFreedom = fit.runs - 2;
  return [
    {
      name: slopeName(variable, group),
      estimate: fit.slope,
      interval: fit.interval,
      standardError: fit.standardError,
      degreesOfFreedom,
      scale: 'linear',
    },
    {
      name: `error at ${variable} ${rounded(fit.level.width)}, ${group}`,
      estimate: fit.level.error,
      interval: fit.level.interval,
      standardError: fit.level.standardError,
      degreesOfFreedom,
      scale: 'log',
    },
  ];
}

/**
 * The power of a plan, for each group: the probability that a group with the claimed exponent comes out supported,
 * and (the tolerance being at most half the way there) that one without any fall comes out refuted.
 * `noise` is the standard deviation of the log error of one run, known from a pilot.
 */
export function plannedPower(
  runsByWidth: Readonly<Record<number, number>>,
  noise: number,
  alpha: number,
  tolerance: number,
): { readonly standardError: number; readonly power: number } {
  const plan = Object.entries(runsByWidth).map(([width, runs]) => ({ x: Math.log(Number(width)), runs }));
  const total = plan.reduce((sum, { runs }) => sum + runs, 0);
  const mean = plan.reduce((sum, { x, runs }) => sum + runs * x, 0) / total;
  const spread = plan.reduce((sum, { x, runs }) => sum + runs * (x - mean) * (x - mean), 0);
  const standardError = noise / Math.sqrt(spread);
  return {
    standardError,
    power: normalProbability(tolerance / standardError - studentQuantile(1 - alpha / 2, total - 2)),
  };
}

/** Without the round-off of a difference, and fractions to four digits. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** Slopes that the claim allows, with its tolerance. */
type Bounds = readonly [lower: number, upper: number];

function verdictOf([low, high]: readonly [number, number], [lower, upper]: Bounds): Verdict {
  if (lower <= low && high <= upper) return 'supported';
  return low > upper || high < lower ? 'refuted' : 'inconclusive';
}

/** How far the interval reaches beyond the nearer bound. */
const excess = ([low, high]: readonly [number, number], [lower, upper]: Bounds): number =>
  Math.max(high - upper, lower - low);
