import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROFILES } from '../proofs-check/claim.js';
import { derivationsSchema, measuredSchema, unitSchema } from '../proofs-check/evidence-schema.js';
import type { Evidence } from '../proofs-check/result.js';
import { pagePath } from './names.js';

/** Folder of the stored evidence, below the report folder. */
export const EVIDENCE_FOLDER = 'evidence';

const SCHEMA = 1;
const stored = z.object({
  schema: z.literal(SCHEMA),
  claim: z.string(),
  profile: z.enum(PROFILES),
  seed: z.int().nonnegative(),
  derivations: derivationsSchema,
  units: z.array(z.object({ unit: unitSchema, measured: measuredSchema })),
});

/** Path of a claim's evidence in the report folder. */
export function evidencePath(claimId: string): string {
  return `${EVIDENCE_FOLDER}/${pagePath(claimId).replace(/\.md$/, '.json')}`;
}

/**
 * Evidence as JSON, one unit per line. Pure: the same evidence gives the same bytes.
 * @throws RangeError where a measured number is not finite, since JSON would lose it
 */
export function evidenceText({ claim, profile, seed, derivations, units }: Evidence): string {
  const head = JSON.stringify({ schema: SCHEMA, claim, profile, seed, derivations }).slice(0, -1);
  const lines = units.map((entry) => JSON.stringify(entry, finite));
  return `${head},"units":[\n${lines.join(',\n')}\n]}\n`;
}

/**
 * Reads what `evidenceText` wrote.
 * @throws Error naming the file and the field that is wrong
 */
export function readEvidence(file: string): Evidence {
  return parseEvidence(readFileSync(file, 'utf8'), file);
}

/** The same for the text of a file. */
export function parseEvidence(text: string, file: string): Evidence {
  const parsed = stored.safeParse(parseJson(text, file));
  if (parsed.success) {
    const { claim, profile, seed, derivations, units } = parsed.data;
    return { claim, profile, seed, derivations, units };
  }
  const [{ path, message }] = parsed.error.issues;
  throw new Error(
    `${file}: ${path.join('.') || 'the file'}: ${message}; expected evidence of theorem-check: measure again`,
  );
}

/** Removes the evidence of claims that an earlier run left in the report folder and this run does not have. */
export function removeOtherEvidence(dir: string, claimIds: readonly string[]): void {
  const folder = join(dir, EVIDENCE_FOLDER);
  if (!existsSync(folder)) return;
  const kept = claimIds.map((id) => join(dir, evidencePath(id)));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (!name.endsWith('.json') || kept.includes(file)) continue;
    if (readFileSync(file, 'utf8').startsWith(`{"schema":${SCHEMA},"claim":`)) rmSync(file);
  }
}

function finite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(
      `evidence: ${key} is ${value}, expected a finite number; mend the claim's measure()`,
    );
  }
  return value;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not JSON; expected evidence of theorem-check: measure again`, {
      cause: error,
    });
  }
}
