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
  /** Milliseconds of processor time. */
  readonly computing: number;
  readonly error: string;
}

/** Decides when a process is killed; returns what ends the waiting for that moment. */
export type Moment = (kill: () => void, pid: number) => () => void;

/** Processor time (ms) that a process has used up to now, on Linux; tick by tick of 10 ms. */
export function computingOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return 0; // it has just ended
  }
}

/** Runs the command line; `killed` may end it with kill −9 at a moment of its choice. */
export function theoremCheck(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  killed?: Moment,
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const pid = child.pid ?? 0;
  const forget = killed?.(() => child.kill('SIGKILL'), pid);
  let computing = 0;
  const watch = setInterval(() => (computing = Math.max(computing, computingOf(pid))), 20);
  let error = '';
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      forget?.();
      clearInterval(watch);
      resolve({ code, computing, error });
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
