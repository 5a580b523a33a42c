import { testUniformity, type UniformityTest } from '../numerics/statistics/kolmogorov-smirnov.js';
import { normalProbability } from '../numerics/statistics/quantiles.js';
import type { Evidence } from '../proofs-check/result.js';

/** Standard scores of sampled means whose true means are known: their p-values are observed, not simulated. */
export interface ScoreCalibration {
  readonly claim: string;
  readonly scores: number;
  readonly largest: number;
  readonly pValues: readonly number[];
  readonly uniformity: UniformityTest;
}

/** The scores in the claim rows of real runs, by claim; claims without any are left out. */
export function scoresOf(runs: readonly (readonly Evidence[])[]): ScoreCalibration[] {
  const byClaim = new Map<string, number[]>();
  for (const { claim, units } of runs.flat()) {
    const scores = units
      .flatMap(({ measured }) => measured.claim ?? [])
      .flatMap(({ z }) => (typeof z === 'number' ? [Math.abs(z)] : []));
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), ...scores]);
  }
  return [...byClaim]
    .filter(([, scores]) => scores.length > 0)
    .map(([claim, scores]) => {
      const pValues = scores.map((z) => 2 * normalProbability(-z));
      const largest = scores.reduce((most, z) => Math.max(most, z), 0);
      return { claim, scores: scores.length, largest, pValues, uniformity: testUniformity(pValues) };
    });
}
