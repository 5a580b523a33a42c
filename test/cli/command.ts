import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const MAIN = join(ROOT, 'dist/cli/main.js');

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a process of its own, from the root of the repository. */
export function theoremCheck(...args: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** A process that never returns is ended before the test gives up on it, so that none is left behind. */
const LIMIT = { timeout: 50_000, killSignal: 'SIGKILL' } as const;

/** The same, beside other work. */
export function theoremCheckBeside(...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...args], { cwd: ROOT, ...LIMIT }, (_, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
  });
}

/** A folder that is removed after the tests of the file, and a way to put files into it. */
export function scratchFolder(): { readonly path: string; file(name: string, text: string): string } {
  const path = mkdtempSync(join(tmpdir(), 'theorem-check-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    file(name, text) {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
  };
}

/** The columns of a CSV of numbers, by name. */
export function columns(csv: string): Record<string, number[]> {
  const [header, ...rows] = csv.trimEnd().split('\n');
  const cells = rows.map((row) => row.split(',').map(Number));
  return Object.fromEntries(header.split(',').map((name, k) => [name, cells.map((row) => row[k])]));
}
