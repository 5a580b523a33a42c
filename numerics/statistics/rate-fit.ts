import { studentQuantile } from './quantiles.js';

/** One independent run: its width and its error, both positive. */
export interface Run {
  readonly width: number;
  readonly error: number;
}

/** error ≈ e^intercept · width^slope */
export interface RateFit {
  readonly slope: number;
  readonly intercept: number;
  readonly interval: readonly [number, number];
  /** Standard error of the slope. */
  readonly standardError: number;
  /** The constant of the rate: error ≈ `error` at this `width`. */
  readonly level: {
    readonly width: number;
    readonly error: number;
    readonly interval: readonly [number, number];
    /** Of the logarithm of the error. */
    readonly standardError: number;
  };
  readonly runs: number;
}

/**
 * Least squares of log error on log width. Each run has its own seed and is one unit; the standard error is
 * HC3 (MacKinnon and White 1985), which needs neither equal variances at all widths nor a line without curvature,
 * with Student's t on runs − 2 degrees of freedom for an interval of coverage 1 − alpha.
 *
 * @param at where the constant is told; by default the geometric mean of the distinct widths, which does not depend on how many
 * runs there are at each
 * @throws RangeError for a non-positive or non-finite entry, fewer than two widths, or fewer than four runs
 */
export function fitRate(runs: readonly Run[], alpha: number, at = middleOf(runs)): RateFit {
  for (const { width, error } of runs) {
    if (!(width > 0 && error > 0 && Number.isFinite(width) && Number.isFinite(error))) {
      throw new RangeError(
        `a rate needs positive finite widths and errors, not width ${width} with error ${error}`,
      );
    }
  }
  const x = runs.map(({ width }) => Math.log(width));
  const y = runs.map(({ error }) => Math.log(error));
  const [xMean, yMean] = [mean(x), mean(y)];
  const spread = x.reduce((sum, xi) => sum + (xi - xMean) * (xi - xMean), 0);
  if (runs.length < 4 || spread === 0) {
    throw new RangeError(`a rate needs at least four runs at two widths, not ${runs.length} runs`);
  }
  const slope = x.reduce((sum, xi, i) => sum + (xi - xMean) * (y[i] - yMean), 0) / spread;
  const intercept = yMean - slope * xMean;
  const place = Math.log(at);
  let [slopeVariance, levelVariance] = [0, 0];
  x.forEach((xi, i) => {
    const deviation = xi - xMean;
    const leverage = 1 / runs.length + (deviation * deviation) / spread;
    const residual = (y[i] - intercept - slope * xi) / (1 - leverage);
    slopeVariance += deviation * deviation * residual * residual;
    const share = 1 / runs.length + ((place - xMean) * deviation) / spread;
    levelVariance += share * share * residual * residual;
  });
  const standardError = Math.sqrt(slopeVariance) / spread;
  const level = intercept + slope * place;
  const levelError = Math.sqrt(levelVariance);
  const quantile = studentQuantile(1 - alpha / 2, runs.length - 2);
  const half = quantile * standardError;
  return {
    slope,
    intercept,
    interval: [slope - half, slope + half],
    standardError,
    level: {
      width: at,
      error: Math.exp(level),
      interval: [Math.exp(level - quantile * levelError), Math.exp(level + quantile * levelError)],
      standardError: levelError,
    },
    runs: runs.length,
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

const middleOf = (runs: readonly Run[]): number =>
  Math.exp(mean([...new Set(runs.map(({ width }) => width))].map(Math.log)));
