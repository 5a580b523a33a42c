import type { Shards } from '../proofs-check/plan.js';
import type { Evidence, Run } from '../proofs-check/result.js';
import { judgeRun } from '../proofs-check/verdict.js';
import { verdictTable } from '../reports/verdict-table.js';
import { EXIT, type Outcome } from './outcome.js';

/** Judges the claims from their evidence; a run with shards missing is never passed. */
export function judge(
  evidence: readonly Evidence[],
  { profile, seed }: { readonly profile: Run['profile']; readonly seed: number },
  shards?: Shards,
): Run {
  const run = judgeRun(profile, seed, evidence);
  return shards ? { ...run, passed: false, shards } : run;
}

/** The table of verdicts and the exit code. */
export function outcomeOf(run: Run): Outcome {
  return { output: verdictTable(run), exitCode: exitCodeOf(run) };
}

/** A claim with units missing has no verdict yet, so it cannot fail the run; it cannot pass it either. */
function exitCodeOf({ passed, results }: Run): number {
  if (passed) return EXIT.passed;
  const failed = results.some(
    ({ decision, toothless, missing }) => missing === 0 && (decision.verdict === 'refuted' || toothless),
  );
  return failed ? EXIT.refuted : EXIT.unfinished;
}
