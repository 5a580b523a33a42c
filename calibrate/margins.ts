import { normalProbability, normalQuantile } from '../numerics/statistics/quantiles.js';
import { LEAST_P } from '../proofs-check/p-value.js';
import type { HypothesisTally } from './tally.js';

/** The law of a hypothesis' p-value over runs: Φ⁻¹(1 − p/2) is about normal, as the estimate is. */
export interface Margin {
  readonly of: HypothesisTally;
  /** Mean and standard deviation of the score Φ⁻¹(1 − p/2); absent where nearly all p-values are at their floor. */
  readonly fit?: { readonly mean: number; readonly deviation: number };
}

/** p-values above the floor that a fit needs. */
const FEWEST = 10;

/**
 * Fits a normal law to the scores of one hypothesis by the straight line in the plot of their lower half against normal
 * quantiles. p-values at the floor are known to be small only, so they count in the ranks alone.
 */
export function marginOf(of: HypothesisTally): Margin {
  const n = of.pValues.length;
  const scores = of.pValues
    .map((p) => normalQuantile(1 - Math.min(p, 1 - 1e-9) / 2))
    .toSorted((a, b) => a - b);
  const seen = of.pValues.filter((p) => p > LEAST_P * 1.001).length;
  const used = scores.slice(0, Math.min(seen, Math.ceil(n / 2)));
  if (used.length < FEWEST) return { of };
  const x = used.map((_, k) => normalQuantile((k + 0.5) / n));
  const centre = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [xMean, yMean] = [centre(x), centre(used)];
  const spread = x.reduce((sum, xi) => sum + (xi - xMean) * (xi - xMean), 0);
  const deviation = x.reduce((sum, xi, k) => sum + (xi - xMean) * (used[k] - yMean), 0) / spread;
  return { of, fit: { mean: yMean - deviation * xMean, deviation } };
}

/** The chance that the p-value exceeds a level, by the fitted law; 0 without a fit. */
export const chanceAbove = ({ fit }: Margin, level: number): number =>
  fit ? normalProbability((normalQuantile(1 - level / 2) - fit.mean) / Math.max(fit.deviation, 1e-9)) : 0;

/** The law with twice the evidence, where a further stage may be drawn: estimates lie √2 times as many standard errors away. */
export const withFurtherStage = ({ of, fit }: Margin): Margin =>
  of.repeatable && fit ? { of, fit: { ...fit, mean: Math.SQRT2 * fit.mean } } : { of, ...(fit && { fit }) };

/**
 * A bound for the chance that a look leaves something open. Holm decides everything unless, for some j, at least j of
 * the p-values exceed alpha / j; if they are independent that has a chance of at most λ_j^j / j!, λ_j being the mean number that do.
 */
export function chanceLeftOpen(margins: readonly Margin[], alpha: number): number {
  let [total, logFactorial] = [0, 0];
  for (let j = 1; j <= margins.length; j++) {
    logFactorial += Math.log(j);
    const mean = margins.reduce((sum, margin) => sum + chanceAbove(margin, alpha / j), 0);
    if (mean > 0) total += Math.exp(j * Math.log(mean) - logFactorial);
  }
  return Math.min(1, total);
}
