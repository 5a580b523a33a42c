import { Option, type Command } from 'commander';
import { wholeNumber } from '../arguments.js';

export const DEFAULT_GRID = 101;
const LARGEST_GRID = 1_000_000;

/** What `predict` and `train` have in common: data, initialization, and where to evaluate. */
export interface DataOptions {
  readonly data: string;
  readonly init: string;
  readonly at?: string;
  readonly grid?: number;
}

export function addDataOptions(command: Command): Command {
  return command
    .requiredOption('--data <file.csv>', 'data with a header: an input column, and the target in the last')
    .requiredOption('--init <spec>', 'initialization, e.g. "gaussian(sigmaW=1,sigmaB=1)"')
    .addOption(new Option('--at <file.csv>', 'evaluate at the inputs in this file').conflicts('grid'))
    .addOption(
      new Option(
        '--grid <n>',
        `evaluate at n equally spaced inputs over the data (default: ${DEFAULT_GRID})`,
      ).argParser(wholeNumber(2, LARGEST_GRID)),
    );
}
