import type { Command } from 'commander';
import { formatOption, type Format } from '../arguments.js';
import type { Finish } from '../outcome.js';

export function addShow(program: Command, finish: Finish): void {
  program
    .command('show')
    .description('print the statement, assumptions, protocol and controls of a claim')
    .argument('<claim-id>', 'id of the claim (see list)')
    .addOption(formatOption())
    .action(async (id: string, { format }: { format: Format }) => {
      const { claimsNamed } = await import('../selection.js');
      const { claimText } = await import('../claim-text.js');
      const { jsonText, shownClaim } = await import('../../reports/claim-json.js');
      const [claim] = claimsNamed([id]);
      finish({ output: format === 'json' ? jsonText(shownClaim(claim)) : claimText(claim), exitCode: 0 });
    });
}
