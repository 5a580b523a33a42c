import { normalQuantile, studentQuantile } from '../../numerics/statistics/quantiles.js';
import type { ClaimRecord, EstimateRecord } from './record.js';

/** A number with its noise; without degrees of freedom, the standard error counts as known. */
export interface Noisy {
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom?: number;
}

export interface Drift {
  /** Later less earlier. */
  readonly difference: number;
  /** What the difference must exceed to be more than the noise of both. */
  readonly allowed: number;
}

/**
 * Round-off that sums of a few thousand terms may leave on a number of that size when they are added in another order:
 * 2¹⁰ · eps. Below it a difference is none, also of estimates without any noise.
 */
const ROUND_OFF = 1024 * Number.EPSILON;

/**
 * The difference of two independent estimates against z combined standard errors, z being the quantile that normal noise
 * exceeds with the chance `share`, on either side; with degrees of freedom, that of Student's t by Welch and Satterthwaite.
 * Runs of one seed are not independent but alike, so that for them the allowed difference is generous.
 */
export function drift(before: Noisy, now: Noisy, share: number): Drift {
  const [u, v] = [before, now].map(({ standardError }) => standardError * standardError);
  const weight = (variance: number, { degreesOfFreedom }: Noisy): number =>
    degreesOfFreedom === undefined ? 0 : (variance * variance) / degreesOfFreedom;
  const spread = weight(u, before) + weight(v, now);
  const z =
    spread > 0 ? studentQuantile(1 - share / 2, ((u + v) * (u + v)) / spread) : normalQuantile(1 - share / 2);
  return {
    difference: now.value - before.value,
    allowed: Math.max(
      z * Math.sqrt(u + v),
      ROUND_OFF * Math.max(Math.abs(before.value), Math.abs(now.value)),
    ),
  };
}

/** The interval of an estimate that holds the truth with 95 %, for readers. */
export function interval95(record: EstimateRecord): [low: number, high: number] {
  const { value, standardError } = noisyEstimate(record);
  const half = studentQuantile(0.975, record.degreesOfFreedom) * standardError;
  const ends: [number, number] = [value - half, value + half];
  return record.scale === 'log' ? [Math.exp(ends[0]), Math.exp(ends[1])] : ends;
}

/** An estimate on the scale on which its noise is even. */
export function noisyEstimate({ estimate, scale, standardError, degreesOfFreedom }: EstimateRecord): Noisy {
  return { value: scale === 'log' ? Math.log(estimate) : estimate, standardError, degreesOfFreedom };
}

/**
 * A claim's statistic with the noise that its interval shows; undefined where the estimate is an end of the interval, which
 * then is a range over cases. The interval was made for a share of that level and by wider quantiles than the normal one that is
 * divided by here, so that the noise comes out too large rather than too small.
 */
export function noisyStatistic({ statistic, chance }: ClaimRecord): Noisy | undefined {
  const [low, high] = statistic.interval;
  if (!(low < statistic.estimate && statistic.estimate < high)) return undefined;
  return {
    value: statistic.estimate,
    standardError: (high - low) / 2 / normalQuantile(1 - chance.level / 2),
  };
}
