import type { Command } from 'commander';
import type { Finish } from '../outcome.js';

export function addExplain(program: Command, finish: Finish): void {
  program
    .command('explain')
    .description('explain a claim, and what a run found, for someone who has not read the paper')
    .argument('<claim-id>', 'id of the claim (see list)')
    .option(
      '--report <dir>',
      'report folder to take the outcome from (default: theorem-report, if there is one)',
    )
    .action(async (id: string, { report }: { report?: string }) => {
      const { claimsNamed } = await import('../selection.js');
      const { reportAtHand } = await import('../reported.js');
      const { explanation } = await import('../../reports/explanation/explain.js');
      const [claim] = claimsNamed([id]);
      finish({ output: explanation(claim, reportAtHand(report)), exitCode: 0 });
    });
}
