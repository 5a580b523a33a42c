import type { Command } from 'commander';
import type { Finish } from '../outcome.js';

export function addCite(program: Command, finish: Finish): void {
  program
    .command('cite')
    .description('print BibTeX of what a run rests on: the paper, other literature, packages, this software')
    .argument('[claim-id...]', 'claims of the run (default: all)')
    .option('--report <dir>', 'report folder of a run: only what its claims rest on')
    .action(async (ids: string[], { report }: { report?: string }) => {
      const { claimsNamed } = await import('../selection.js');
      const { reportAtHand } = await import('../reported.js');
      const { cite } = await import('../../reports/citations/cite.js');
      const { Failure } = await import('../failure.js');
      const ran = report === undefined ? undefined : reportAtHand(report)?.claims.map(({ id }) => id);
      const claims = claimsNamed(ids).filter(({ id }) => ran?.includes(id) ?? true);
      const missing = ids.find((id) => !claims.some((claim) => claim.id === id));
      if (missing !== undefined || claims.length === 0) {
        throw new Failure(
          `${report}: the run has no claim ${missing ?? 'of ours'}, expected one of ${ran?.join(', ') || 'none'}; leave it out`,
        );
      }
      finish({ output: cite(claims), exitCode: 0 });
    });
}
