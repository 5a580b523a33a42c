import { availableParallelism } from 'node:os';
import { Option, type Command } from 'commander';
import { shard, wholeNumber } from '../arguments.js';
import type { Finish } from '../outcome.js';
import type { RunOptions } from '../run.js';

/** Fixed, so that a run without --seed can be repeated. */
const DEFAULT_SEED = 1;
const MOST_JOBS = 1024;

export function addRun(program: Command, finish: Finish): void {
  program
    .command('run')
    .description('check claims, write a report, and print a table of verdicts')
    .argument('[claim-id...]', 'claims to check (default: all)')
    .addOption(
      new Option('--profile <profile>', 'how much to measure').choices(['quick', 'full']).default('quick'),
    )
    .addOption(
      new Option('--seed <n>', 'seed of everything random').argParser(wholeNumber(0)).default(DEFAULT_SEED),
    )
    .addOption(
      new Option('--jobs <n>', 'worker threads')
        .argParser(wholeNumber(1, MOST_JOBS))
        .default(availableParallelism()),
    )
    .addOption(
      new Option(
        '--shard <i/n>',
        'measure only the i-th of n parts; auto: as the variables of a Slurm array or Kubernetes indexed job say',
      ).argParser(shard),
    )
    .option('--out <dir>', 'report folder', 'theorem-report')
    .option(
      '--resume',
      'take up what an earlier run with the same profile and seed, finished or not, left in the report folder',
      false,
    )
    .action(async (ids: string[], options: RunOptions) => {
      const { runClaims } = await import('../run.js');
      finish(await runClaims(ids, options));
    });
}
