import type { Command } from 'commander';
import { formatOption, type Format } from '../arguments.js';
import type { Finish } from '../outcome.js';

export function addList(program: Command, finish: Finish): void {
  program
    .command('list')
    .description('list the claims: id, kind, title, source')
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }) => {
      const { claims } = await import('../../proofs-check/registry.js');
      const { listText } = await import('../claim-text.js');
      const { jsonText, listedClaim } = await import('../../reports/claim-json.js');
      finish({
        output: format === 'json' ? jsonText(claims.map(listedClaim)) : listText(claims),
        exitCode: 0,
      });
    });
}
