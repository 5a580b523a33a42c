import { InvalidArgumentError, Option, type Command } from 'commander';
import { wholeNumber } from '../arguments.js';

export const DEFAULT_GRID = 101;
export const LARGEST_GRID = 1_000_000;

/** What `predict` and `train` have in common: data, initialization, and where to evaluate. */
export interface DataOptions {
  readonly data: string;
  readonly init: string;
  readonly at?: string;
  readonly grid?: number;
}

export function addDataOptions(command: Command): Command {
  return command
    .requiredOption(
      '--data <file.csv>',
      'data with a header: input columns, and the target in the last (required)',
    )
    .requiredOption('--init <spec>', 'initialization, e.g. "gaussian(sigmaW=1,sigmaB=1)" (required)')
    .addOption(
      new Option(
        '--at <file.csv>',
        'evaluate at the inputs in this file (by name, or unnamed in their order)',
      ).conflicts('grid'),
    )
    .addOption(
      new Option(
        '--grid <n>',
        `evaluate at n equally spaced values of each input over the data (default: ${DEFAULT_GRID}; fewer for several inputs)`,
      ).argParser(wholeNumber(2, LARGEST_GRID)),
    )
    .addOption(
      // an option of other commands
      new Option('--inputs <d>').hideHelp().argParser(() => {
        throw new InvalidArgumentError('The inputs are those of the data: leave --inputs out.');
      }),
    );
}
