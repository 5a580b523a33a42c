import type { Decision } from '../claim.js';

/** A measurement of one run, and under which conditions it was made. */
export interface Measurement {
  readonly conditions: string;
  readonly value: number;
}

/**
 * Intervals are those of independent runs. Runs under the same conditions that agree to the last bit have shared their
 * random numbers, so that the interval is too narrow: such evidence never leaves a claim supported.
 */
export function withIndependentRuns(decision: Decision, runs: readonly Measurement[]): Decision {
  if (decision.verdict !== 'supported') return decision;
  const seen = new Map<string, Set<number>>();
  let different = 0;
  for (const { conditions, value } of runs) {
    const values = seen.get(conditions) ?? new Set();
    if (!values.has(value)) different++;
    seen.set(conditions, values.add(value));
  }
  if (different === runs.length) return decision;
  return {
    ...decision,
    verdict: 'inconclusive',
    reason: `${runs.length - different} of ${runs.length} runs repeat another to the last bit, so they are not independent draws`,
  };
}
