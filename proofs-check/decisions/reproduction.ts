import { studentQuantile } from '../../numerics/statistics/quantiles.js';
import type { Decision, Estimate, Row, Verdict } from '../claim.js';
import { undecided } from '../qualified.js';
import { groupBy } from './identity.js';
import { withIndependentRuns } from './independent-runs.js';
import { pointNullLevel, withPointNulls } from './point-null.js';

/** A printed law error ≈ coefficient · n^exponent, and how it was come by. */
export interface PrintedLaw {
  readonly coefficient: number;
  readonly exponent: number;
  /** The n that were measured for it. */
  readonly sizes: readonly number[];
  /** Runs at each of them, whose root mean square was fitted; Infinity for a law that is known. */
  readonly repetitions: number;
}

export interface ReproductionClaim {
  /** By group. */
  readonly printed: Readonly<Record<string, PrintedLaw>>;
  /** A level within this factor of the printed one counts as the same. */
  readonly factor: number;
  /** Exponents that the noise of both leaves open by more than this say nothing. */
  readonly resolution: number;
}

/** A law fitted as printed ones are: least squares of the log of the root mean square on log n, less the bias of few runs. */
export interface FittedLaw {
  readonly coefficient: number;
  readonly exponent: number;
  /** Standard error of the exponent. */
  readonly exponentError: number;
  /** Log of the mean ratio to the printed law (geometric, over the sizes measured), and its standard error. */
  readonly level: number;
  readonly levelError: number;
  /** Standard error of the log of the printed law’s level, from its few repetitions. */
  readonly printedLevelError: number;
  /** Ours less the printed exponent, and the standard error of that difference: of ours and of the few repetitions behind the printed one. */
  readonly difference: number;
  readonly differenceError: number;
  readonly runs: number;
  /** Of the noise: runs less sizes. */
  readonly degreesOfFreedom: number;
}

/** One independent run. */
export interface SizedRun {
  readonly size: number;
  readonly error: number;
}

/**
 * Fits a law to runs, several at each of at least two sizes, and compares it with a printed one. Noise is that of the
 * runs at one size among themselves, so a curve that is no power law does no harm; by the delta method, the log of a root mean square of
 * R runs has variance v²/4R and bias −v²/4R, v being the coefficient of variation of the squares. The bias is taken off ours and the printed law’s: without that,
 * intervals of level 5 % miss up to 6.6 % of the time, mostly on one side.
 * @throws RangeError for fewer than two sizes, a single run at a size, or an error that is not positive
 */
export function fitLaw(runs: readonly SizedRun[], printed: PrintedLaw): FittedLaw {
  const sizes = groupBy(runs.map((run) => ({ ...run, group: String(run.size) }))).map(([size, members]) => {
    const squares = members.map(({ error }) => error * error);
    const mean = squares.reduce((sum, s) => sum + s, 0) / squares.length;
    const variance = squares.reduce((sum, s) => sum + (s - mean) * (s - mean), 0) / (squares.length - 1);
    if (squares.length < 2 || !(mean > 0 && Number.isFinite(mean))) {
      throw new RangeError(
        `a law needs at least two runs with positive errors at each size, not ${members.length} at size ${size}`,
      );
    }
    const single = variance / (4 * mean * mean);
    return {
      x: Math.log(Number(size)),
      y: Math.log(mean) / 2 + single / squares.length,
      single,
      runs: squares.length,
    };
  });
  const centre = mean(sizes.map(({ x }) => x));
  const spread = sum(sizes.map(({ x }) => (x - centre) * (x - centre)));
  if (sizes.length < 2) throw new RangeError('a law needs at least two sizes');
  const exponent = sum(sizes.map(({ x, y }) => (x - centre) * y)) / spread;
  const middle = mean(sizes.map(({ y }) => y));
  const exponentVariance = sum(
    sizes.map(({ x, single, runs: count }) => {
      const share = (x - centre) / spread;
      return (share * share * single) / count;
    }),
  );
  const levelVariance =
    sum(sizes.map(({ single, runs: count }) => single / count)) / (sizes.length * sizes.length);
  // The printed law: as many repetitions as it had, each as noisy as a run of ours is on average.
  const logs = printed.sizes.map(Math.log);
  const printedSpread = sum(logs.map((x) => (x - mean(logs)) * (x - mean(logs))));
  const printedSingle = mean(sizes.map(({ single }) => single)) / printed.repetitions;
  return {
    coefficient: Math.exp(middle - exponent * centre),
    exponent,
    exponentError: Math.sqrt(exponentVariance),
    level: middle - (Math.log(printed.coefficient) + printed.exponent * centre + printedSingle),
    levelError: Math.sqrt(levelVariance),
    printedLevelError: Math.sqrt(printedSingle / logs.length),
    difference: exponent - printed.exponent,
    differenceError: Math.sqrt(exponentVariance + printedSingle / printedSpread),
    runs: runs.length,
    degreesOfFreedom: runs.length - sizes.length,
  };
}

/**
 * Decides whether printed laws are reproduced. Each row is an independent run with `group`, `size` and `error`.
 * A law is reproduced if the whole interval of the mean ratio of ours to it lies within the factor, and the exponents
 * differ by no more than the noise of both explains (and that is within the resolution); not reproduced if that interval
 * lies outside, or they differ by more.
 * Supported if all are, refuted if one is not. The chance of a wrong verdict is at most `alpha`; that exponents are equal
 * is a point null, tested at its level.
 */
export function decideReproduction(
  rows: readonly Row[],
  alpha: number,
  { printed, factor, resolution }: ReproductionClaim,
): Decision {
  if (rows.length === 0) return undecided('nothing was measured');
  const groups = groupBy(
    rows.map((row) => ({ group: String(row.group), size: Number(row.size), error: Number(row.error) })),
  );
  const room = Math.log(factor);
  const fits = groups
    .map(([group, runs]) => {
      const law = fitLaw(runs, printed[group]);
      // Level and exponent of each group, two-sided.
      const quantile = (level: number): number =>
        studentQuantile(1 - level / (4 * groups.length), law.degreesOfFreedom);
      const z = quantile(pointNullLevel(alpha));
      const reach = quantile(alpha) * law.levelError;
      const apart = Math.abs(law.difference) / law.differenceError;
      const verdict: Verdict =
        Math.abs(law.level) - reach > room || apart > z
          ? 'refuted'
          : Math.abs(law.level) + reach <= room && z * law.differenceError <= resolution
            ? 'supported'
            : 'inconclusive';
      const excess = Math.max((Math.abs(law.level) + reach) / room, apart / z);
      return { group, law, z, reach, apart, verdict, excess };
    })
    .sort((p, q) => q.excess - p.excess);
  const [worst] = fits;
  const count = (verdict: Verdict): number => fits.filter((fit) => fit.verdict === verdict).length;
  const decision: Decision = {
    verdict: count('refuted') > 0 ? 'refuted' : count('inconclusive') > 0 ? 'inconclusive' : 'supported',
    statistic: {
      name: ratioName(worst.group),
      estimate: Math.exp(worst.law.level),
      interval: [Math.exp(worst.law.level - worst.reach), Math.exp(worst.law.level + worst.reach)],
      claimed: `within a factor ${factor}, and exponents equal within the noise of both`,
    },
    reason: `${count('supported')} of ${fits.length} printed laws are reproduced, ${count('refuted')} are not`,
    groups: fits.map(({ group, law, z, reach, apart, verdict }) => ({
      group,
      'c, ours': law.coefficient,
      'c, printed': printed[group].coefficient,
      'p, ours': law.exponent,
      low: law.exponent - z * law.exponentError,
      high: law.exponent + z * law.exponentError,
      'p, printed': printed[group].exponent,
      'ratio ours : printed': Math.exp(law.level),
      'ratio low': Math.exp(law.level - reach),
      'ratio high': Math.exp(law.level + reach),
      runs: law.runs,
      agreement: agreement(law, apart, verdict),
    })),
    estimates: fits.flatMap(({ group, law, z }) => lawEstimates(group, law, z)),
  };
  return withIndependentRuns(
    withPointNulls(decision, alpha),
    rows.map(({ group, size, error }) => ({ conditions: `${group}, ${size}`, value: Number(error) })),
  );
}

const ratioName = (group: string): string => `mean ratio to the printed law, ${group}`;

/** Level and exponent of ours; what was printed has no noise that a later run could change. */
function lawEstimates(group: string, law: FittedLaw, z: number): Estimate[] {
  const reach = z * law.levelError;
  return [
    {
      name: ratioName(group),
      estimate: Math.exp(law.level),
      interval: [Math.exp(law.level - reach), Math.exp(law.level + reach)],
      standardError: law.levelError,
      degreesOfFreedom: law.degreesOfFreedom,
      scale: 'log',
    },
    {
      name: `exponent, ${group}`,
      estimate: law.exponent,
      interval: [law.exponent - z * law.exponentError, law.exponent + z * law.exponentError],
      standardError: law.exponentError,
      degreesOfFreedom: law.degreesOfFreedom,
      scale: 'linear',
    },
  ];
}

/** A sentence on how ours and the printed law agree. */
function agreement(law: FittedLaw, apart: number, verdict: Verdict): string {
  const percent = Math.round(100 * Math.expm1(law.level));
  const size =
    percent === 0
      ? 'errors are the same'
      : `errors are ${Math.abs(percent)} % ${percent > 0 ? 'larger' : 'smaller'}`;
  const outcome = { supported: 'Reproduced', refuted: 'Not reproduced', inconclusive: 'Open' }[verdict];
  return `${outcome}: our ${size} on average, and exponents differ by ${Math.abs(law.difference).toFixed(3)}, ${apart.toFixed(1)} standard errors of both.`;
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
