import type { Command } from 'commander';
import type { Finish } from '../outcome.js';

export function addMerge(program: Command, finish: Finish): void {
  program
    .command('merge')
    .description(
      'join the reports of shards into the report of the whole run, and print its table of verdicts',
    )
    .argument('<dir...>', 'report folders of `run --shard i/n`')
    .requiredOption('--out <dir>', 'report folder of the whole run')
    .action(async (folders: string[], { out }: { out: string }) => {
      const { mergeFolders } = await import('../merge.js');
      finish(await mergeFolders(folders, out));
    });
}
