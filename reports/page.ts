import type { Figure, Finding } from '../proofs-check/claim.js';
import type { Result, Run } from '../proofs-check/result.js';

/** A result with what its claim draws from the evidence. */
export interface Page {
  readonly result: Result;
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

/** One page per result; a claim with units missing has nothing to draw or to find yet. */
export function pagesOf(run: Run): Page[] {
  return run.results.map((result) => {
    const { claim, measured, chance, missing } = result;
    const nothing = missing > 0 || (measured['claim'] ?? []).length === 0;
    return {
      result,
      figures: nothing ? [] : claim.figures(measured, chance.level),
      findings: nothing ? [] : (claim.findings?.(measured) ?? []),
    };
  });
}
