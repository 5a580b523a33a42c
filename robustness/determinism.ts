import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS, differences, theoremCheck } from './command.js';

export interface Comparison {
  readonly what: string;
  /** Paths that differ from the reference run; empty if none. */
  readonly differ: readonly string[];
}

/** Runs that must give the bytes of the report in `whole`. */
export async function determinism(folder: string, whole: string): Promise<Comparison[]> {
  const found: Comparison[] = [];
  const compare = (what: string, dir: string): number =>
    found.push({ what, differ: differences(whole, dir) });
  const run = async (name: string, args: readonly string[], variables = {}): Promise<string> => {
    const out = join(folder, name);
    await theoremCheck(['run', ...CLAIMS, ...args, '--out', out], variables);
    return out;
  };
  for (const jobs of [1, 2, 4]) compare(`${jobs} jobs`, await run(`jobs-${jobs}`, ['--jobs', String(jobs)]));
  for (const [name, variables] of [
    ['TZ=Pacific/Kiritimati', { TZ: 'Pacific/Kiritimati' }],
    ['TZ=America/St_Johns LC_ALL=de_DE.UTF-8', { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8' }],
    ['LC_ALL=C LANG=tr_TR.UTF-8', { LC_ALL: 'C', LANG: 'tr_TR.UTF-8' }],
  ] as const)
    compare(name, await run(`environment-${found.length}`, [], variables));
  for (let count = 1; count <= 8; count++) {
    const shards: string[] = [];
    for (let k = 1; k <= count; k++)
      shards.push(await run(`shard-${k}-of-${count}`, ['--shard', `${k}/${count}`]));
    const merged = join(folder, `merged-${count}`);
    await theoremCheck(['merge', ...shards.reverse(), '--out', merged]);
    compare(`${count} shards, merged`, merged);
    for (const dir of [...shards, merged]) rmSync(dir, { recursive: true, force: true });
  }
  return found;
}
