import { testUniformity, type UniformityTest } from '../numerics/statistics/kolmogorov-smirnov.js';
import { normalProbability } from '../numerics/statistics/quantiles.js';
import type { Evidence } from '../proofs-check/result.js';

/** Standard scores of sampled means whose true means are known: their p-values are observed, not simulated. */
export interface ScoreCalibration {
  readonly claim: string;
  readonly pValues: readonly number[];
  readonly uniformity: UniformityTest;
}

/** Gathers, run after run, the p-values of the scores in the claim rows. */
export class ScoreCollector {
  readonly #byClaim = new Map<string, number[]>();

  add(evidence: readonly Evidence[]): void {
    for (const { claim, units } of evidence) {
      for (const { z } of units.flatMap(({ measured }) => measured.claim ?? [])) {
        if (typeof z !== 'number') continue;
        const pValues = this.#byClaim.get(claim) ?? [];
        pValues.push(2 * normalProbability(-Math.abs(z)));
        this.#byClaim.set(claim, pValues);
      }
    }
  }

  /** By claim; those without scores are left out. */
  get calibrations(): ScoreCalibration[] {
    return [...this.#byClaim].map(([claim, pValues]) => ({
      claim,
      pValues,
      uniformity: testUniformity(pValues),
    }));
  }
}
