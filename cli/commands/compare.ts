import { InvalidArgumentError, Option, type Command } from 'commander';
import type { CompareOptions } from '../compare.js';
import type { Finish } from '../outcome.js';

const LONGEST_REASON = 500;

const HELP = `
A regression is: a verdict that is worse than in the baseline; a control that was refuted and is not any more, or is gone; a
claim or an estimate that is gone; an estimate (a rate, or its constant) that differs by more than the noise of both. Seeds may
differ: the noise is that of the estimates, its quantile from a budget of 1e-3 for the whole comparison. Claims of the same seed
that changed within noise, identities whose margin to the tolerance shrank, new claims and improvements are told, and pass.

--update puts the report in the baseline's place (or makes the first one), for any complete report of the same profile. What it
changes, and every claim or control that it takes over as a failure, is listed and kept in the baseline with date and reason.

Exit codes: 0 no regression, or updated; 1 a regression; 2 bad usage or input, different profiles; 3 no regression, but claims
that are incomplete in report or baseline, or nothing to compare; 4 internal error.`;

export function addCompare(program: Command, finish: Finish): void {
  program
    .command('compare')
    .description('regression gate: hold a report against a committed baseline')
    .argument('<baseline.json>', 'baseline, or the report.json of another run')
    .option('--report <dir>', 'report folder', 'theorem-report')
    .option('--update', 'put the report in the place of the baseline', false)
    .addOption(
      new Option('--reason <text>', 'why the update is right (goes with --update)').argParser(reason),
    )
    .addHelpText('after', HELP)
    .action(async (baseline: string, options: CompareOptions) => {
      const { compareWithBaseline } = await import('../compare.js');
      finish(await compareWithBaseline(baseline, options));
    });
}

function reason(text: string): string {
  if (text.trim() !== '' && text.length <= LONGEST_REASON) return text;
  throw new InvalidArgumentError(`Expected a sentence of at most ${LONGEST_REASON} characters.`);
}
