import type { Command } from 'commander';
import type { Finish } from '../outcome.js';

export function addShow(program: Command, finish: Finish): void {
  program
    .command('show')
    .description('print the statement, assumptions, protocol and controls of a claim')
    .argument('<claim-id>', 'id of the claim (see list)')
    .action(async (id: string) => {
      const { claimsNamed } = await import('../selection.js');
      const { claimText } = await import('../claim-text.js');
      finish({ output: claimsNamed([id]).map(claimText).join(''), exitCode: 0 });
    });
}
