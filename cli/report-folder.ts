import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { Measurements, piecesOf, type RunKey } from '../proofs-check/plan.js';
import type { Run } from '../proofs-check/result.js';
import { UnitStore } from '../proofs-check/unit-store.js';
import { isTemporary, writeWhole } from '../proofs-check/whole-file.js';
import {
  EVIDENCE_FOLDER,
  evidencePath,
  evidenceText,
  removeOtherEvidence,
} from '../reports/evidence-files.js';
import { checksum, MANIFEST, manifestText, type Manifest } from '../reports/manifest.js';
import { MARK } from '../reports/names.js';
import { reportJson } from '../reports/report-json.js';
import { renderReport } from '../reports/report.js';
import { readStoredRun } from '../reports/stored-run.js';
import { writeReport } from '../reports/write-report.js';
import { claimSources } from './claim-sources.js';
import { Failure } from './failure.js';
import { lockFolder } from './folder-lock.js';

/** Folder of the finished units of a run that goes on, below the report folder. */
export const UNITS_FOLDER = 'units';

/**
 * Creates the report folder before anything is computed, so that a run is never lost for want of a place, makes it
 * this process's own, and sweeps what killed processes left half-written.
 * @returns what gives the folder back
 * @throws Failure when it cannot be created or written to, holds files that are no report, or is in use
 */
export function openFolder(out: string): () => void {
  refuseForeign(out);
  const folders = [out, EVIDENCE_FOLDER, UNITS_FOLDER, 'figures'].map((name, k) =>
    k === 0 ? name : join(out, name),
  );
  try {
    for (const folder of folders.slice(0, 2)) {
      createFolder(folder);
      accessSync(folder, constants.W_OK);
    }
    const close = lockFolder(out);
    for (const folder of folders) sweep(folder);
    return close;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `the report folder ${out} cannot be written: ${reason}; choose another with --out`,
      undefined,
      { cause: error },
    );
  }
}

/** Files that somebody else wrote are never overwritten; of a report, index.md is the first to be put in place. */
function refuseForeign(out: string): void {
  const ours = (page: string): boolean => readFileSync(page, 'utf8').trimEnd().endsWith(MARK);
  const index = join(out, 'index.md');
  const foreign = existsSync(index)
    ? [index].filter((page) => !ours(page))
    : ['findings.md', 'junit.xml', 'report.json', MANIFEST]
        .map((name) => join(out, name))
        .filter((file) => existsSync(file));
  if (foreign.length === 0) return;
  throw new Failure(`${foreign[0]} was not written by theorem-check; choose another folder with --out`);
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

function sweep(folder: string): void {
  if (!isFolder(folder)) return;
  for (const name of readdirSync(folder)) if (isTemporary(name)) rmSync(join(folder, name), { force: true });
}

/** Forgets the finished units of a run that did not go on, when the folder has all of its evidence. */
export function forgetUnits(out: string): void {
  rmSync(join(out, UNITS_FOLDER), { recursive: true, force: true });
}

/** The place of finished units while the run of this manifest goes on; emptied first unless it resumes one. */
export async function beginRun(out: string, resume: boolean, manifest: Manifest): Promise<UnitStore> {
  const store = new UnitStore(join(out, UNITS_FOLDER), manifest.key);
  if (!resume) store.clear();
  await writeWhole(join(out, UNITS_FOLDER, MANIFEST), manifestText(manifest));
  return store;
}

/** What an earlier run of the same key, finished or not, has left in the folder. */
export function earlierMeasurements(out: string, key: RunKey): Measurements {
  const known = new Measurements();
  const stored = readStoredRun(out);
  if (stored && JSON.stringify(stored.manifest.key) === JSON.stringify(key))
    known.add(...stored.evidence.flatMap(piecesOf));
  known.add(...new UnitStore(join(out, UNITS_FOLDER), key).read());
  return known;
}

/** Writes report, evidence and, last, the manifest, each file whole or not at all. */
export async function storeRun(
  out: string,
  run: Run,
  key: RunKey,
  seconds: Readonly<Record<string, number>>,
): Promise<void> {
  const pages = renderReport(run, claimSources());
  const files = new Map([['index.md', pages.get('index.md') ?? ''], ...pages]);
  files.set('report.json', reportJson(run, { seconds, machine: machine() }));
  const checksums: Record<string, string> = {};
  for (const { evidence } of run.results) {
    const body = evidenceText(evidence);
    files.set(evidencePath(evidence.claim), body);
    checksums[evidence.claim] = checksum(body);
  }
  const claims = run.results.map(({ claim }) => claim.id);
  const { shards } = run;
  files.set(MANIFEST, manifestText({ key, claims, ...(shards && { shards }), evidence: checksums }));
  await writeReport(out, files);
  removeOtherEvidence(out, claims);
}

function machine(): string {
  const processors = cpus();
  const model = processors.at(0)?.model.trim() ?? 'unknown processor';
  return `${processors.length} × ${model}, ${process.platform} ${process.arch}, Node ${process.version}`;
}
