import { Option, type Command } from 'commander';
import type { Finish } from '../outcome.js';

export function addList(program: Command, finish: Finish): void {
  program
    .command('list')
    .description('list the claims: id, kind, title, source')
    .addOption(new Option('--format <format>', 'how to print them').choices(['text', 'json']).default('text'))
    .action(async ({ format }: { format: 'text' | 'json' }) => {
      const { claims } = await import('../../proofs-check/registry.js');
      const { listJson, listText } = await import('../claim-text.js');
      finish({ output: format === 'json' ? listJson(claims) : listText(claims), exitCode: 0 });
    });
}
