import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stage } from '../proofs-check/whole-file.js';
import { MARK } from './names.js';

/**
 * Puts the files into the folder, each whole or not at all: all of them are written beside their places, down to
 * the disk, before the first is put in place, so that a full disk changes nothing. Then removes the pages and
 * figures that an earlier run left there and this one does not have: `files` is the whole report.
 * @throws Error where a path leaves the folder; whatever the file system throws.
 */
export async function writeReport(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const path of files.keys()) requireInside(path);
  const staged = await Promise.allSettled(
    [...files].map(async ([path, body]) => [await stage(join(dir, path), body), join(dir, path)] as const),
  );
  const pairs = staged.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  try {
    for (const each of staged) if (each.status === 'rejected') throw each.reason;
    for (const [temporary, target] of pairs) await rename(temporary, target);
  } catch (error) {
    await Promise.all(pairs.map(([temporary]) => rm(temporary, { force: true })));
    throw error;
  }
  for (const path of [...listed(dir, '', '.md'), ...listed(dir, 'figures', '.svg')]) {
    if (!files.has(path) && readFileSync(join(dir, path), 'utf8').endsWith(`${MARK}\n`))
      await rm(join(dir, path));
  }
}

function requireInside(path: string): void {
  if (!path.startsWith('/') && !path.split(/[/\\]/).includes('..')) return;
  throw new Error(
    `writeReport: got the path '${path}', expected one inside the report folder; make it relative`,
  );
}

/** Paths, relative to the folder, of the files below `sub` with that ending. */
function listed(dir: string, sub: string, ending: string): string[] {
  const folder = join(dir, sub);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => (sub === '' ? name : `${sub}/${name}`));
}
