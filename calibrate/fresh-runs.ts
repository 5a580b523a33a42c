import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Profile } from '../proofs-check/claim.js';

export interface FreshRuns {
  readonly folder: string;
  readonly profile: Profile;
  readonly firstSeed: number;
  readonly count: number;
  readonly say: (message: string) => void;
}

/** Where the report of a seed lies. */
export const runFolder = (folder: string, seed: number): string => join(folder, `seed-${seed}`);

/**
 * Makes whole runs of the real command line, one seed after the other, skipping finished ones; one that was interrupted
 * is resumed. A run that does not pass is a result like any other.
 * @throws Error when a run ends without a report
 */
export async function makeFreshRuns({ folder, profile, firstSeed, count, say }: FreshRuns): Promise<void> {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const out = runFolder(folder, seed);
    if (existsSync(join(out, 'report.json'))) continue;
    const begin = performance.now();
    const code = await commandLine([
      'run',
      ...['--profile', profile, '--seed', `${seed}`, '--out', out, '--resume'],
    ]);
    if (!existsSync(join(out, 'report.json'))) {
      throw new Error(`the run of seed ${seed} ended with exit code ${code} and no report in ${out}`);
    }
    say(`seed ${seed}: exit code ${code}, ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  }
}

function commandLine(args: readonly string[]): Promise<number | null> {
  const program = fileURLToPath(new URL('../cli/main.js', import.meta.url));
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
      .on('error', reject)
      .on('close', resolve);
  });
}
