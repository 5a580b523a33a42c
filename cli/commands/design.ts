import { Option, type Command } from 'commander';
import { numberList, wholeNumber } from '../arguments.js';
import type { DesignOptions } from '../design.js';
import type { Finish } from '../outcome.js';

const DEFAULT_SEED = 1;
const MOST_DRAWS = 10_000_000;

export function addDesign(program: Command, finish: Finish): void {
  program
    .command('design')
    .description('design an initialization for a wanted penalty function: print it, draw from it, check it')
    .option('--penalty <expression>', 'the penalty 1/ζ up to a factor, in x, e.g. "1+x^2" or "exp(-x^2)"')
    .option('--range <a,b>', 'where the penalty holds and the data will lie', numberList)
    .option(
      '--table <file.csv>',
      'instead: a column of x and one of the penalty, log-linear between the rows',
    )
    .addOption(new Option('--seed <n>', 'seed of the draws').argParser(wholeNumber(0)).default(DEFAULT_SEED))
    .addOption(
      new Option('--draw <n>', 'print n draws of (w, b) as CSV instead').argParser(
        wholeNumber(1, MOST_DRAWS),
      ),
    )
    .action(async (options: DesignOptions) => {
      const { designOutcome } = await import('../design.js');
      finish(designOutcome(options));
    });
}
