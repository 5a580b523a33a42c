import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROFILES, type Measured, type Unit } from './claim.js';

/** What belongs together: evidence of another profile or seed, or of other code, is never mixed in. */
export interface JournalKey {
  readonly claim: string;
  readonly profile: string;
  readonly seed: number;
  /** Fingerprint of the code that measured. */
  readonly code: string;
}

const row = z.record(z.string(), z.union([z.number(), z.string()]));
const entry = z.object({
  claim: z.string(),
  profile: z.enum(PROFILES),
  seed: z.number(),
  code: z.string(),
  unit: row.and(z.object({ id: z.string() })),
  measured: z.record(z.string(), z.array(row)),
});

/** Finished units, a line each, so that a killed run can go on. A torn last line is dropped. */
export class Journal {
  constructor(private readonly folder: string) {}

  private file(claim: string): string {
    return join(this.folder, `${claim}.journal`);
  }

  append(key: JournalKey, unit: Unit, measured: Measured): void {
    mkdirSync(this.folder, { recursive: true });
    appendFileSync(this.file(key.claim), `${JSON.stringify({ ...key, unit, measured })}\n`);
  }

  /** Measured rows by unit id. */
  read(key: JournalKey): Map<string, Measured> {
    const done = new Map<string, Measured>();
    if (!existsSync(this.file(key.claim))) return done;
    for (const line of readFileSync(this.file(key.claim), 'utf8').split('\n')) {
      const parsed = entry.safeParse(parseJson(line));
      if (!parsed.success) continue;
      const { profile, seed, code, unit, measured } = parsed.data;
      if (profile === key.profile && seed === key.seed && code === key.code) done.set(unit.id, measured);
    }
    return done;
  }

  clear(claim: string): void {
    rmSync(this.file(claim), { force: true });
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
