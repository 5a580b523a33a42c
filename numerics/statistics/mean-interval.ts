import { studentQuantile } from './quantiles.js';

export interface MeanInterval {
  readonly mean: number;
  readonly standardError: number;
  /** Half the width of the interval. */
  readonly half: number;
}

/**
 * Mean of independent values, its standard error, and half the width of Student’s interval of coverage 1 − alpha on
 * n − 1 degrees of freedom: exact for normal values.
 * @throws RangeError for fewer than two values, or one that is not finite
 */
export function meanInterval(values: readonly number[], alpha: number): MeanInterval {
  const n = values.length;
  if (n < 2 || !values.every(Number.isFinite)) {
    throw new RangeError(
      `a mean with an interval needs at least two finite values, not [${values.join(', ')}]`,
    );
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (n - 1);
  const standardError = Math.sqrt(variance / n);
  return { mean, standardError, half: studentQuantile(1 - alpha / 2, n - 1) * standardError };
}
