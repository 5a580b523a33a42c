import { normalProbability, studentQuantile } from '../../numerics/statistics/quantiles.js';
import { fitRate } from '../../numerics/statistics/rate-fit.js';
import type { Decision, Row, Verdict } from '../claim.js';
import { groupBy } from './identity.js';

export interface RateClaim {
  /** The claimed exponent: error = O_p(width^exponent). */
  readonly exponent: number;
  /** Less than half the distance to the exponent of the nearest wrong theory among the controls. */
  readonly tolerance: number;
}

/**
 * Decides an upper bound on a rate. Each row is an independent run with `group`, `width` and `error`; every group
 * is fitted by itself. Supported if every group's whole interval lies below exponent + tolerance (faster is no
 * refutation), refuted if some group's lies above, else inconclusive with the number of runs that would settle it.
 * The chance of a wrong verdict is at most `alpha`, divided over the groups.
 */
export function decideRate(
  rows: readonly Row[],
  alpha: number,
  { exponent, tolerance }: RateClaim,
): Decision {
  const bound = exponent + tolerance;
  const runs = rows.map((row) => ({
    group: String(row.group),
    width: Number(row.width),
    error: Number(row.error),
  }));
  const groups = groupBy(runs);
  const fits = groups
    .map(([group, members]) => ({ group, fit: fitRate(members, alpha / groups.length) }))
    .map(({ group, fit }) => ({ group, fit, verdict: verdictOf(fit.interval, bound) }))
    .sort((p, q) => q.fit.interval[1] - p.fit.interval[1]);
  const worst = fits[0];
  const verdict: Verdict = fits.some((f) => f.verdict === 'refuted')
    ? 'refuted'
    : fits.every((f) => f.verdict === 'supported')
      ? 'supported'
      : 'inconclusive';
  const open = fits.filter((f) => f.verdict === 'inconclusive');
  return {
    verdict,
    statistic: {
      name: `slope of log error on log width, ${worst.group}`,
      estimate: worst.fit.slope,
      interval: worst.fit.interval,
      claimed: `≤ ${exponent}, with tolerance ${tolerance}`,
    },
    reason:
      verdict === 'inconclusive'
        ? `${open.length} of ${fits.length} intervals contain ${bound}: ${runsToSettle(open[0].fit, bound)}`
        : verdict === 'supported'
          ? `all ${fits.length} intervals of the slope lie below ${bound}`
          : `${fits.filter((f) => f.verdict === 'refuted').length} of ${fits.length} intervals of the slope lie above ${bound}`,
    groups: fits.map(({ group, fit, verdict: outcome }) => ({
      group,
      slope: fit.slope,
      low: fit.interval[0],
      high: fit.interval[1],
      runs: fit.runs,
      verdict: outcome,
    })),
  };
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

function verdictOf([low, high]: readonly [number, number], bound: number): Verdict {
  if (high <= bound) return 'supported';
  return low > bound ? 'refuted' : 'inconclusive';
}

/** The interval shrinks with the square root of the number of runs. */
function runsToSettle(fit: ReturnType<typeof fitRate>, bound: number): string {
  const half = (fit.interval[1] - fit.interval[0]) / 2;
  const distance = Math.abs(fit.slope - bound);
  const factor = distance > 0 ? (half / distance) * (half / distance) : Infinity;
  return factor < 1000
    ? `about ${Math.ceil(factor * fit.runs)} runs instead of ${fit.runs} would settle it if the estimate stays`
    : 'the estimate lies at the bound, more runs would hardly settle it';
}
