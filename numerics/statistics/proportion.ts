import { betaQuantile } from './quantiles.js';

/**
 * Clopper and Pearson's one-sided bounds for the probability behind `count` successes in `trials`: each holds with
 * the given confidence, whatever the probability is. Without a single success the upper one is about 3 / trials at 95 %.
 * @throws RangeError unless 0 ≤ count ≤ trials are whole numbers, trials ≥ 1
 */
export function proportionBounds(
  count: number,
  trials: number,
  confidence = 0.95,
): { readonly lower: number; readonly upper: number } {
  if (!(
    Number.isInteger(count) &&
    Number.isInteger(trials) &&
    count >= 0 &&
    count <= trials &&
    trials >= 1
  )) {
    throw new RangeError(`a proportion needs whole numbers 0 ≤ count ≤ trials, not ${count} of ${trials}`);
  }
  return {
    lower: count === 0 ? 0 : betaQuantile(1 - confidence, count, trials - count + 1),
    upper: count === trials ? 1 : betaQuantile(confidence, count + 1, trials - count),
  };
}
