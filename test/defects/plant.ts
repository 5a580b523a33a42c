import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../cli/command.js';
import type { Defect } from './defect.js';

export interface Found {
  /** Exit code of the command line; null where it was stopped after `LIMIT`. */
  readonly code: number | null;
  /** What it said: the last line of the error, or of the verdicts. */
  readonly said: string;
  readonly seconds: number;
}

export interface Outcome {
  readonly defect: Defect;
  readonly found: Found;
}

const LIMIT = 900_000;

/** Runs claims by the real command line, in a temporary copy of dist with the defects planted. */
export async function runWith(defects: readonly Defect[], claims: readonly string[]): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'defect-'));
  try {
    cpSync(join(ROOT, 'dist'), join(folder, 'dist'), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
    cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const defect of defects) plant(join(folder, 'dist'), defect);
    return await run(folder, claims);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plants each by itself, two at a time. Outcomes are in the order of the defects. */
export async function plantAll(defects: readonly Defect[]): Promise<Outcome[]> {
  const outcomes = new Map<Defect, Found>();
  const queue = [...defects];
  const worker = async (): Promise<void> => {
    for (let defect = queue.shift(); defect; defect = queue.shift())
      outcomes.set(defect, await runWith([defect], defect.claims));
  };
  await Promise.all([worker(), worker()]);
  return [...outcomes]
    .map(([defect, found]) => ({ defect, found }))
    .sort((p, q) => defects.indexOf(p.defect) - defects.indexOf(q.defect));
}

/** @throws Error where the text does not occur exactly once: the defect is of older code */
function plant(dist: string, { id, file, search, replace }: Defect): void {
  const path = join(dist, file);
  const parts = readFileSync(path, 'utf8').split(search);
  if (parts.length !== 2) {
    throw new Error(
      `defect ${id}: "${search}" occurs ${parts.length - 1} times in dist/${file}, expected once: bring it up to date`,
    );
  }
  writeFileSync(path, parts.join(replace));
}

function run(folder: string, claims: readonly string[]): Promise<Found> {
  const start = performance.now();
  const args = [
    join(folder, 'dist/cli/main.js'),
    'run',
    ...claims,
    '--jobs',
    '1',
    '--out',
    join(folder, 'out'),
  ];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: folder, timeout: LIMIT, killSignal: 'SIGKILL' },
      (_, out, err) => {
        const lines = (err.trim() || out.trim()).split('\n');
        resolve({
          code: child.exitCode,
          said: (lines.at(-1) ?? '').replace(/\s+/g, ' ').replaceAll(folder, ''),
          seconds: (performance.now() - start) / 1000,
        });
      },
    );
  });
}
