import type { Shards } from '../proofs-check/plan.js';
import type { Evidence, Run } from '../proofs-check/result.js';
import { selfCheck } from '../proofs-check/self-check.js';
import { judgeRun } from '../proofs-check/verdict.js';
import { unsettled } from '../reports/unsettled.js';
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

/**
 * Judges runs of known outcome first.
 * @throws Error where one would end with another exit code than it must
 */
export function checkJudge(): void {
  for (const { name, run, ends } of selfCheck()) {
    const code = exitCodeOf(run);
    if (code !== EXIT[ends])
      throw new Error(`self-check: got exit code ${code} for ${name}, expected ${EXIT[ends]}: it is broken`);
  }
}

/** The table of verdicts, what would settle those that are open, and the exit code. */
export function outcomeOf(run: Run, seconds: Readonly<Record<string, number>>): Outcome {
  const open = unsettled(run, seconds);
  return { output: verdictTable(run) + (open === '' ? '' : `\n${open}`), exitCode: exitCodeOf(run) };
}

/** A claim with units missing has no verdict yet, so it cannot fail the run; it cannot pass it either. */
function exitCodeOf({ passed, results }: Run): number {
  if (passed) return EXIT.passed;
  const failed = results.some(
    ({ decision, toothless, missing }) => missing === 0 && (decision.verdict === 'refuted' || toothless),
  );
  return failed ? EXIT.refuted : EXIT.unfinished;
}
