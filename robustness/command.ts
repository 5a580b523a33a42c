import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** A selection that takes seconds, with a bit of everything: identities, trained networks, figures. */
export const CLAIMS = [
  'variational-qp',
  'kernel-norm',
  'gaussian-to-cubic',
  'nearest-interpolant',
  'training-trajectory',
];

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  /** Milliseconds */
  readonly took: number;
  readonly error: string;
}

/** Runs the command line; `killed` may end it with kill −9 at a moment of its choice. */
export function theoremCheck(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  killed?: (kill: () => void) => () => void,
): Promise<Ended> {
  const start = performance.now();
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const forget = killed?.(() => child.kill('SIGKILL'));
  let error = '';
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      forget?.();
      resolve({ code, took: performance.now() - start, error });
    });
  });
}

/** Every file of a report folder by path; of report.json, which holds times and machine, only that it is there. */
export function reportFiles(dir: string): ReadonlyMap<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [
        file.slice(dir.length + 1),
        file.endsWith('report.json') ? '' : readFileSync(file, 'utf8'),
      ]),
  );
}

/** Paths that differ, or that only one of the folders has. */
export function differences(a: string, b: string): string[] {
  const [left, right] = [reportFiles(a), reportFiles(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path));
}
