import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from '../proofs-check/fingerprint.js';
import { MergeError, mergeParts, missingShards, type Merged, type Part } from '../proofs-check/merge.js';
import { evidenceOf, planRun } from '../proofs-check/plan.js';
import type { Run } from '../proofs-check/result.js';
import { furtherStages } from '../proofs-check/stages.js';
import { runAnnotations } from '../reports/annotations.js';
import { MANIFEST, parseManifest, type Manifest } from '../reports/manifest.js';
import { secondsIn } from '../reports/report-json.js';
import { readStoredRun } from '../reports/stored-run.js';
import { annotate } from './annotate.js';
import { Failure } from './failure.js';
import { judge, outcomeOf } from './judge.js';
import { EXIT, type Outcome } from './outcome.js';
import { forgetUnits, openFolder, storeRun, UNITS_FOLDER } from './report-folder.js';
import { resumeCommand } from './run-command.js';
import { claimsNamed } from './selection.js';

/** A folder whose part of the run cannot be used, and why. */
interface Unusable {
  readonly folder: string;
  readonly why: string;
  readonly manifest: Manifest;
}

/**
 * Joins the shards of one run into the report that one machine would have written.
 * @throws Failure where the folders do not belong together, or nothing of them is finished
 */
export async function mergeFolders(folders: readonly string[], out: string): Promise<Outcome> {
  const found = folders.map(readPart);
  const parts = found.filter((each) => 'evidence' in each);
  const unusable = found.filter((each) => 'why' in each);
  if (parts.length === 0) {
    const reasons = unusable.map(({ folder, why }) => `${folder}: ${why}`).join('; ');
    throw new Failure(`nothing to merge: ${reasons}`, EXIT.unfinished);
  }
  const merged = joined(parts);
  const { key, known, shards } = merged;
  if (key.code !== fingerprint())
    throw new Failure(
      `${parts[0].name} was measured by other code (${key.code}) than this (${fingerprint()}); merge with the ` +
        'version that measured, on the same kind of processor, or measure anew',
    );
  const claims = claimsNamed(merged.claims);
  refuseLoss(out, folders, merged);
  const close = openFolder(out);
  try {
    const evidence = evidenceOf(claims, planRun(claims, key.profile).units, known, key);
    const run = judge(evidence, key, shards);
    const seconds = secondsIn(folders.map((folder) => textOf(join(folder, 'report.json'))));
    await storeRun(out, run, key, seconds);
    if (!shards) forgetUnits(out);
    process.stderr.write(missingText(merged, parts, unusable) + furtherText(run, out));
    annotate((sources) => runAnnotations(run, sources));
    return outcomeOf(run, seconds);
  } finally {
    close();
  }
}

function readPart(folder: string): Part | Unusable {
  const stored = readStoredRun(folder);
  if (stored && stored.damaged.length === 0) {
    const { key, claims, shards } = stored.manifest;
    return { name: folder, key, claims, ...(shards && { shards }), evidence: stored.evidence };
  }
  if (stored)
    return { folder, why: `${stored.damaged[0]} is not what was written`, manifest: stored.manifest };
  const begun = parseManifest(textOf(join(folder, UNITS_FOLDER, MANIFEST)));
  if (begun) return { folder, why: 'its run has not finished', manifest: begun };
  throw new Failure(`${folder} holds no run of theorem-check; expected the report folder of a shard`);
}

function joined(parts: readonly Part[]): Merged {
  try {
    return mergeParts(parts);
  } catch (error) {
    throw error instanceof MergeError ? new Failure(error.message, undefined, { cause: error }) : error;
  }
}

/** A folder that is merged, or that holds a shard which is not, keeps its evidence. */
function refuseLoss(out: string, folders: readonly string[], merged: Merged): void {
  if (!existsSync(out)) return;
  if (folders.some((folder) => realpathSync(folder) === realpathSync(out)))
    throw new Failure(`${out} is one of the folders to merge; choose another folder with --out`);
  const there = readStoredRun(out)?.manifest;
  if (!there?.shards) return;
  const { count, measured } = there.shards;
  const same = JSON.stringify([there.key, there.claims]) === JSON.stringify([merged.key, merged.claims]);
  const included = merged.shards ? merged.shards.measured : measured;
  if (same && (merged.shards?.count ?? count) === count && measured.every((k) => included.includes(k)))
    return;
  throw new Failure(
    `${out} holds shard ${measured.join(', ')} of ${count}, which would be lost; choose another folder with --out`,
  );
}

/** What noise left open is decided by a further stage, which no shard could know of. */
function furtherText(run: Run, out: string): string {
  const due = [...new Set(furtherStages(run).map(({ claim }) => claim.id))];
  if (due.length === 0) return '';
  const claims = run.results.map(({ claim }) => claim.id);
  const command = resumeCommand({ claims, profile: run.profile, seed: run.seed, out });
  return `theorem-check: a further stage of ${due.join(', ')} is due; measure it: ${command}\n`;
}

/** Which shards are missing, and the commands that measure them. */
function missingText(
  { key, claims, shards }: Merged,
  parts: readonly Part[],
  unusable: readonly Unusable[],
): string {
  if (!shards) return '';
  return missingShards(shards)
    .map((k) => {
      const there = unusable.find(({ manifest }) => manifest.shards?.measured.includes(k));
      const command = resumeCommand({
        claims,
        profile: key.profile,
        seed: key.seed,
        shard: `${k}/${shards.count}`,
        out: there?.folder ?? join(dirname(parts[0].name), `shard-${k}`),
      });
      const where = there ? ` (${there.folder}: ${there.why})` : '';
      return `theorem-check: shard ${k} of ${shards.count} is missing${where}; measure it, then merge again: ${command}\n`;
    })
    .join('');
}

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
