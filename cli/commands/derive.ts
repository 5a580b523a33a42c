import { Option, type Command } from 'commander';
import { inputsOption } from '../arguments.js';
import type { Finish } from '../outcome.js';

export function addDerive(program: Command, finish: Finish): void {
  program
    .command('derive')
    .description('derive ζ step by step, each step verified, as Markdown with LaTeX')
    .requiredOption('--init <spec>', 'initialization, e.g. "gaussian(sigmaW=1,sigmaB=1)"')
    .addOption(new Option('--activation <name>', 'activation function').choices(['relu']).default('relu'))
    .addOption(inputsOption())
    .action(async ({ init }: { init: string }) => {
      const { parseSpec } = await import('../../theory/initializations/spec.js');
      const { initialization } = parseSpec(init);
      const { deriveZeta } = await import('../../theory/penalty/derive.js');
      const { derivationSections } = await import('../../reports/markdown/derivation.js');
      const sections = derivationSections([await deriveZeta(initialization)]);
      finish({ output: `${sections.join('\n\n')}\n`, exitCode: 0 });
    });
}
