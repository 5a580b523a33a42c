import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { Measurements, piecesOf, type RunKey } from '../proofs-check/plan.js';
import { claims } from '../proofs-check/registry.js';
import type { Run } from '../proofs-check/result.js';
import { clearUnits, UnitStore } from '../proofs-check/unit-store.js';
import { isTemporary, writeWhole } from '../proofs-check/whole-file.js';
import {
  EVIDENCE_FOLDER,
  evidencePath,
  evidenceText,
  removeOtherEvidence,
} from '../reports/evidence-files.js';
import { checksum, MANIFEST, manifestText, parseManifest, type Manifest } from '../reports/manifest.js';
import { HTML_PATH, MARK, pagePath } from '../reports/names.js';
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
  const folders = [out, ...FOLDERS.map((name) => join(out, name))];
  try {
    refuseForeign(out);
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

/**
 * Files that somebody else wrote are never overwritten or removed. A folder is ours if it has a report of ours, of which
 * index.md is the first to be put in place, or the units of a run that goes on; any other one has to lack all that a report has.
 */
function refuseForeign(out: string): void {
  const index = join(out, 'index.md');
  const ours = existsSync(index)
    ? readFileSync(index, 'utf8').trimEnd().endsWith(MARK)
    : holdsRun(join(out, UNITS_FOLDER, MANIFEST));
  if (ours) return;
  const foreign = [
    ...PAGES,
    ...claims.map(({ id }) => pagePath(id)),
    ...FOLDERS.flatMap((name) => filesIn(out, name)),
  ]
    .map((name) => join(out, name))
    .find((file) => existsSync(file));
  if (foreign === undefined) return;
  throw new Failure(`${foreign} was not written by theorem-check; choose another folder with --out`);
}

/** What lies in every report, at its top. */
const PAGES = [
  'index.md',
  'findings.md',
  'ledger.md',
  'summary.md',
  HTML_PATH,
  'junit.xml',
  'report.json',
  MANIFEST,
];
const FOLDERS = [EVIDENCE_FOLDER, UNITS_FOLDER, 'figures'];

const holdsRun = (manifest: string): boolean =>
  existsSync(manifest) && parseManifest(readFileSync(manifest, 'utf8')) !== undefined;

const filesIn = (out: string, folder: string): string[] =>
  isFolder(join(out, folder))
    ? readdirSync(join(out, folder))
        .filter((name) => !isTemporary(name))
        .map((name) => `${folder}/${name}`)
    : [];

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

/** Forgets the finished units of a run that does not go on, and leaves what else lies in their folder. */
export function forgetUnits(out: string): void {
  const folder = join(out, UNITS_FOLDER);
  clearUnits(folder);
  rmSync(join(folder, MANIFEST), { force: true });
  if (isFolder(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

/** The place of finished units while the run of this manifest goes on; emptied first unless it resumes one. */
export async function beginRun(out: string, resume: boolean, manifest: Manifest): Promise<UnitStore> {
  if (!resume) forgetUnits(out);
  const store = new UnitStore(join(out, UNITS_FOLDER), manifest.key);
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
  const ids = run.results.map(({ claim }) => claim.id);
  const { shards } = run;
  files.set(MANIFEST, manifestText({ key, claims: ids, ...(shards && { shards }), evidence: checksums }));
  await writeReport(out, files);
  removeOtherEvidence(out, ids);
}

function machine(): string {
  const processors = cpus();
  const model = processors.at(0)?.model.trim() ?? 'unknown processor';
  return `${processors.length} × ${model}, ${process.platform} ${process.arch}, Node ${process.version}`;
}
