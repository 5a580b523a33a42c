import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../proofs-check/result.js';
import { evidencePath, parseEvidence } from './evidence-files.js';
import { checksum, MANIFEST, parseManifest, type Manifest } from './manifest.js';

/** What a report folder holds: its manifest, and the evidence that is what the manifest says. */
export interface StoredRun {
  readonly manifest: Manifest;
  readonly evidence: readonly Evidence[];
  /** Paths, in the folder, of evidence that is missing or was changed after it was written: not to be believed. */
  readonly damaged: readonly string[];
}

/** Reads a report folder; undefined where there is no manifest, as where a run has not finished. */
export function readStoredRun(dir: string): StoredRun | undefined {
  const manifest = parseManifest(textOf(join(dir, MANIFEST)));
  if (!manifest) return undefined;
  const evidence: Evidence[] = [];
  const damaged: string[] = [];
  for (const id of manifest.claims) {
    const path = evidencePath(id);
    const text = textOf(join(dir, path));
    if (checksum(text) === manifest.evidence[id]) evidence.push(parseEvidence(text, join(dir, path)));
    else damaged.push(path);
  }
  return { manifest, evidence, damaged };
}

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
