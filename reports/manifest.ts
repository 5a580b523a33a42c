import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PROFILES } from '../proofs-check/claim.js';
import type { RunKey, Shards } from '../proofs-check/plan.js';
import { parsedJson } from './parsed-json.js';

/** Name of the file, in the report folder, that says what its evidence is evidence of. */
export const MANIFEST = 'manifest.json';

const SCHEMA = 1;
const schema = z.object({
  schema: z.literal(SCHEMA),
  code: z.string(),
  profile: z.enum(PROFILES),
  seed: z.int().nonnegative(),
  claims: z.array(z.string()),
  shards: z.object({ count: z.int().positive(), measured: z.array(z.int().positive()) }).optional(),
  evidence: z.record(z.string(), z.string()),
});

export interface Manifest {
  readonly key: RunKey;
  /** Ids of the selected claims, in the order of the run. */
  readonly claims: readonly string[];
  /** The parts that were measured; absent where that is all of them. */
  readonly shards?: Shards;
  /** SHA-256 of the evidence file by claim id. */
  readonly evidence: Readonly<Record<string, string>>;
}

export const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Pure: the same manifest gives the same bytes. */
export function manifestText({ key, claims, shards, evidence }: Manifest): string {
  const { code, profile, seed } = key;
  const content = { schema: SCHEMA, code, profile, seed, claims, ...(shards && { shards }), evidence };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** What `manifestText` wrote; undefined for any other text. */
export function parseManifest(text: string): Manifest | undefined {
  const parsed = schema.safeParse(parsedJson(text));
  if (!parsed.success) return undefined;
  const { code, profile, seed, claims, shards, evidence } = parsed.data;
  return { key: { code, profile, seed }, claims, ...(shards && { shards }), evidence };
}
