import { join } from 'node:path';
import type { Claim, Profile } from '../proofs-check/claim.js';
import type { Run } from '../proofs-check/result.js';
import { collectEvidence, type Collected } from '../proofs-check/runner.js';
import { judgeRun } from '../proofs-check/verdict.js';
import { EVIDENCE_FOLDER } from '../reports/evidence-files.js';
import { verdictTable } from '../reports/verdict-table.js';
import type { Shard } from './arguments.js';
import { Failure } from './failure.js';
import { EXIT, type Outcome } from './outcome.js';
import { progressLine } from './progress.js';
import { prepareFolder, storeRun } from './report-folder.js';
import { claimsNamed } from './selection.js';

export interface RunOptions {
  readonly profile: Profile;
  readonly seed: number;
  readonly jobs: number;
  readonly shard?: Shard;
  readonly out: string;
  readonly resume: boolean;
}

/** Measures and judges the claims, and writes the report folder. */
export async function runClaims(ids: readonly string[], options: RunOptions): Promise<Outcome> {
  const claims = claimsNamed(ids);
  prepareFolder(options.out);
  const { evidence, seconds } = await interruptible(ids, claims, options);
  const run = judgeRun(options.profile, options.seed, evidence);
  storeRun(options.out, run, seconds);
  return { output: verdictTable(run), exitCode: exitCodeOf(run) };
}

/** Collects evidence until done, or until Ctrl-C: what was finished stays for --resume. */
async function interruptible(
  ids: readonly string[],
  claims: readonly Claim[],
  options: RunOptions,
): Promise<Collected> {
  const { profile, seed, jobs, shard, out, resume } = options;
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  // Once: a second signal ends the process at once.
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = progressLine(process.stderr);
  try {
    const collected = await collectEvidence(claims, {
      profile,
      seed,
      jobs,
      ...(shard && { shard }),
      journal: join(out, EVIDENCE_FOLDER),
      resume,
      signal: controller.signal,
      onProgress: progress.show,
    });
    controller.signal.throwIfAborted();
    return collected;
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    throw new Failure(
      `interrupted; finished units are kept, go on with: ${resumeCommand(ids, options)}`,
      EXIT.interrupted,
    );
  } finally {
    progress.clear();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function resumeCommand(ids: readonly string[], { profile, seed, shard, out }: RunOptions): string {
  const part = shard ? [`--shard ${shard.index + 1}/${shard.count}`] : [];
  const folder = /^[\w./-]+$/.test(out) ? out : `'${out.replaceAll("'", "'\\''")}'`;
  return [
    'theorem-check run',
    ...ids,
    `--profile ${profile} --seed ${seed}`,
    ...part,
    `--out ${folder} --resume`,
  ].join(' ');
}

/** A claim with units missing has no verdict yet, so it cannot fail the run; it cannot pass it either. */
function exitCodeOf({ passed, results }: Run): number {
  if (passed) return EXIT.passed;
  const failed = results.some(
    ({ decision, toothless, missing }) => missing === 0 && (decision.verdict === 'refuted' || toothless),
  );
  return failed ? EXIT.refuted : EXIT.unfinished;
}
