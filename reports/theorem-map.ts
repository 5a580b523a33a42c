import type { Verdict } from '../proofs-check/claim.js';
import type { Result } from '../proofs-check/result.js';

/** What the evidence says of a claim on the map: a toothless verdict means nothing, whatever it is. */
export type Look = Verdict | 'toothless' | 'absent';

export interface TheoremMap {
  /** Every claim of the run, and every one that they use; without a result where it is not in this run. */
  readonly nodes: readonly { readonly id: string; readonly look: Look; readonly result?: Result }[];
  /** From a claim to one that uses it. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** How the claims build on each other; arrows that other arrows imply are left out. */
export function theoremMap(results: readonly Result[]): TheoremMap {
  const ran = new Map(results.map((result) => [result.claim.id, result]));
  const ids = [...new Set(results.flatMap(({ claim }) => [claim.id, ...claim.uses]))];
  const uses = (id: string): readonly string[] => ran.get(id)?.claim.uses ?? [];
  const rests = (id: string, on: string): boolean => uses(id).some((used) => used === on || rests(used, on));
  return {
    nodes: ids.map((id) => {
      const result = ran.get(id);
      return { id, look: lookOf(result), ...(result && { result }) };
    }),
    edges: results.flatMap(({ claim }) =>
      claim.uses
        .filter((used) => !claim.uses.some((other) => rests(other, used)))
        .map((from) => ({ from, to: claim.id })),
    ),
  };
}

function lookOf(result: Result | undefined): Look {
  if (result === undefined) return 'absent';
  return result.toothless ? 'toothless' : result.decision.verdict;
}
