import type { Command } from 'commander';
import { inputsOption, numberList } from '../arguments.js';
import type { Finish } from '../outcome.js';

interface PenaltyOptions {
  readonly init: string;
  readonly at: readonly number[];
}

export function addPenalty(program: Command, finish: Finish): void {
  program
    .command('penalty')
    .description('print ζ, whose reciprocal is the penalty function, at given points as JSON')
    .requiredOption('--init <spec>', 'initialization, e.g. "gaussian(sigmaW=1,sigmaB=1)"')
    .requiredOption('--at <x1,x2,…>', 'points, separated by commas', numberList)
    .addOption(inputsOption())
    .action(async ({ init, at }: PenaltyOptions) => {
      const { lawNamed } = await import('../law.js');
      const law = lawNamed(init);
      const { finiteZeta } = await import('../finite-zeta.js');
      const answer = { init, x: at, zeta: finiteZeta(law, at) };
      finish({ output: `${JSON.stringify(answer)}\n`, exitCode: 0 });
    });
}
