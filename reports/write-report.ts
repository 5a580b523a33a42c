import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MARK } from './names.js';

/**
 * Puts the files into the folder, each whole or not at all (temporary file, fsync, rename), then removes the
 * pages and figures that an earlier run left there and this one does not have: `files` is the whole report.
 * @throws Error where a path leaves the folder; whatever the file system throws.
 */
export function writeReport(dir: string, files: ReadonlyMap<string, string>): void {
  for (const [path, body] of files) writeWhole(dir, path, body);
  for (const path of [...listed(dir, '', '.md'), ...listed(dir, 'figures', '.svg')]) {
    if (!files.has(path) && readFileSync(join(dir, path), 'utf8').endsWith(`${MARK}\n`))
      rmSync(join(dir, path));
  }
}

/**
 * Puts one file into the folder, whole or not at all: temporary file, fsync, rename.
 * @throws Error where the path leaves the folder; whatever the file system throws.
 */
export function writeWhole(dir: string, path: string, body: string): void {
  if (path.startsWith('/') || path.split(/[/\\]/).includes('..')) {
    throw new Error(
      `writeReport: got the path '${path}', expected one inside the report folder; make it relative`,
    );
  }
  const target = join(dir, path);
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'w');
    try {
      writeFileSync(file, body);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Paths, relative to the folder, of the files below `sub` with that ending. */
function listed(dir: string, sub: string, ending: string): string[] {
  const folder = join(dir, sub);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => (sub === '' ? name : `${sub}/${name}`));
}
