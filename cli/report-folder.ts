import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { Journal } from '../proofs-check/journal.js';
import type { Run } from '../proofs-check/result.js';
import {
  EVIDENCE_FOLDER,
  evidencePath,
  evidenceText,
  removeOtherEvidence,
} from '../reports/evidence-files.js';
import { MARK } from '../reports/names.js';
import { reportJson } from '../reports/report-json.js';
import { renderReport } from '../reports/report.js';
import { writeReport } from '../reports/write-report.js';
import { claimSources } from './claim-sources.js';
import { Failure } from './failure.js';

/**
 * Creates the report folder before anything is computed, so that a run is never lost for want of a place.
 * @throws Failure when it cannot be created or written to, or holds an index.md that is no report
 */
export function prepareFolder(out: string): void {
  refuseForeign(join(out, 'index.md'));
  try {
    const evidence = join(out, EVIDENCE_FOLDER);
    createFolder(evidence);
    for (const folder of [out, evidence]) accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `the report folder ${out} cannot be written: ${reason}; choose another with --out`,
      undefined,
      { cause: error },
    );
  }
}

/** A page that somebody else wrote is never overwritten. */
function refuseForeign(page: string): void {
  if (!existsSync(page) || readFileSync(page, 'utf8').trimEnd().endsWith(MARK)) return;
  throw new Failure(`${page} was not written by theorem-check; choose another folder with --out`);
}

/** With the folders above it, one by one: Node's recursive mkdirSync never returns below /proc. */
function createFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) createFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have created it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Writes report and evidence, each file whole or not at all; only then the journals are no longer needed. */
export function storeRun(out: string, run: Run, seconds: Readonly<Record<string, number>>): void {
  const files = renderReport(run, claimSources());
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
