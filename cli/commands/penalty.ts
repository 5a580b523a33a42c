import type { Command } from 'commander';
import { inputsOption, numberList } from '../arguments.js';
import type { Finish } from '../outcome.js';
import type { PenaltyOptions } from '../penalty.js';

export function addPenalty(program: Command, finish: Finish): void {
  program
    .command('penalty')
    .description('print ζ, whose reciprocal is the penalty function, at given points as JSON')
    .requiredOption('--init <spec>', 'initialization, e.g. "gaussian(sigmaW=1,sigmaB=1)"')
    .requiredOption('--at <x1,x2,…>', 'points x, or c in several inputs, separated by commas', numberList)
    .addOption(inputsOption())
    .option('--direction <v1,v2,…>', 'direction V in several inputs, for laws that depend on it', numberList)
    .action(async (options: PenaltyOptions) => {
      const { penaltyAnswer } = await import('../penalty.js');
      finish({ output: `${JSON.stringify(penaltyAnswer(options))}\n`, exitCode: 0 });
    });
}
