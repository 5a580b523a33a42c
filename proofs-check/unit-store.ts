import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { derivationsSchema, measuredSchema, unitSchema } from './evidence-schema.js';
import type { Piece, RunKey } from './plan.js';
import { isTemporary, writeWhole } from './whole-file.js';

/** Pieces that finish within this time (ms) share a file: an fsync for each would cost more than many units do. */
const GATHER = 50;
const ENDING = '.jsonl';
const NAME = new RegExp(`^[0-9a-f]{32}\\${ENDING}$`);

const pieceSchema = z.union([
  z.object({ claim: z.string(), unit: unitSchema, measured: measuredSchema }),
  z.object({ claim: z.string(), derivations: derivationsSchema }),
]);

interface Waiting {
  readonly piece: Piece;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Finished pieces of a run that goes on, in files named by the hash of what they hold: a line with the run's key,
 * then a piece a line. A file that was torn, edited or renamed does not bear its name, and is not believed.
 */
export class UnitStore {
  #waiting: Waiting[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly key: RunKey,
  ) {}

  /** Resolves once the piece is on the disk. */
  keep(piece: Piece): Promise<void> {
    return new Promise((done, failed) => {
      if (this.#waiting.push({ piece, done, failed }) === 1)
        this.#writing = Promise.all([this.#writing, setTimeout(GATHER)]).then(() => this.#writeAll());
    });
  }

  /** Resolves when nothing waits to be written any more. */
  settled(): Promise<void> {
    return this.#writing;
  }

  /** What earlier processes with the same key have finished. */
  read(): Piece[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(ENDING))
      .flatMap((name) => this.#parse(name, readFileSync(join(this.folder, name), 'utf8')));
  }

  async #writeAll(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    const text = [this.key, ...batch.map(({ piece }) => piece)]
      .map((line) => JSON.stringify(line))
      .join('\n');
    try {
      await writeWhole(join(this.folder, nameOf(text)), text);
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  #parse(name: string, text: string): Piece[] {
    if (name !== nameOf(text)) return [];
    const [head, ...lines] = text.split('\n');
    if (head !== JSON.stringify(this.key)) return [];
    return lines.map((line) => pieceSchema.parse(JSON.parse(line)));
  }
}

const nameOf = (text: string): string =>
  `${createHash('sha256').update(text).digest('hex').slice(0, 32)}${ENDING}`;

/** Removes all files of a store, whatever their key, and nothing else. */
export function clearUnits(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (NAME.test(name) || isTemporary(name)) rmSync(join(folder, name), { force: true });
}
