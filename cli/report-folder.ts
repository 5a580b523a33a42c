import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Claim, Profile } from '../proofs-check/claim.js';
import { Journal } from '../proofs-check/journal.js';
import type { Evidence, Run } from '../proofs-check/result.js';
import {
  EVIDENCE_FOLDER,
  evidencePath,
  evidenceText,
  readEvidence,
  removeOtherEvidence,
} from '../reports/evidence-files.js';
import { reportJson } from '../reports/report-json.js';
import { renderReport } from '../reports/report.js';
import { writeReport } from '../reports/write-report.js';
import { Failure } from './failure.js';
import { fileProblem } from './files.js';

/**
 * Creates the report folder before anything is computed, so that a run is never lost for want of a place.
 * @throws Failure when it cannot be created or written to
 */
export function prepareFolder(out: string): void {
  try {
    const evidence = join(out, EVIDENCE_FOLDER);
    mkdirSync(evidence, { recursive: true });
    for (const folder of [out, evidence]) accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = fileProblem(error);
    throw new Failure(
      `the report folder ${out} cannot be written: ${reason}; choose another with --out`,
      undefined,
      {
        cause: error,
      },
    );
  }
}

/** Takes the units of a finished run (same profile and seed) back into the journals that --resume reads. */
export function restoreJournals(
  out: string,
  claims: readonly Claim[],
  { profile, seed }: { readonly profile: Profile; readonly seed: number },
): void {
  const journal = new Journal(join(out, EVIDENCE_FOLDER));
  for (const { id } of claims) {
    const file = join(out, evidencePath(id));
    const key = { claim: id, profile, seed };
    if (!existsSync(file) || journal.read(key).size > 0) continue;
    const evidence = stored(file);
    if (evidence.profile !== profile || evidence.seed !== seed) continue;
    for (const { unit, measured } of evidence.units) journal.append(key, unit, measured);
  }
}

function stored(file: string): Evidence {
  try {
    return readEvidence(file);
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), undefined, { cause: error });
  }
}

/** Writes report and evidence, each file whole or not at all; only then the journals are no longer needed. */
export function storeRun(out: string, run: Run, seconds: Readonly<Record<string, number>>): void {
  const files = renderReport(run);
  files.set('report.json', reportJson(run, { seconds, machine: machine() }));
  for (const { evidence } of run.results) files.set(evidencePath(evidence.claim), evidenceText(evidence));
  writeReport(out, files);
  const ids = run.results.map(({ claim }) => claim.id);
  removeOtherEvidence(out, ids);
  const journal = new Journal(join(out, EVIDENCE_FOLDER));
  for (const id of ids) journal.clear(id);
}

function machine(): string {
  const processors = cpus();
  const model = processors.at(0)?.model.trim() ?? 'unknown processor';
  return `${processors.length} × ${model}, ${process.platform} ${process.arch}, Node ${process.version}`;
}
