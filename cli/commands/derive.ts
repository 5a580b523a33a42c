import { Option, type Command } from 'commander';
import { inputsOption } from '../arguments.js';
import type { Derivation } from '../../theory/derivation.js';
import type { Finish } from '../outcome.js';

export function addDerive(program: Command, finish: Finish): void {
  program
    .command('derive')
    .description('derive ζ step by step, each step verified, as Markdown with LaTeX')
    .requiredOption('--init <spec>', 'initialization, e.g. "gaussian(sigmaW=1,sigmaB=1)"')
    .addOption(new Option('--activation <name>', 'activation function').choices(['relu']).default('relu'))
    .addOption(inputsOption())
    .action(async ({ init }: { init: string }) => {
      const { derivationSections } = await import('../../reports/markdown/derivation.js');
      const sections = derivationSections([await derivationOf(init)]);
      finish({ output: `${sections.join('\n\n')}\n`, exitCode: 0 });
    });
}

async function derivationOf(init: string): Promise<Derivation> {
  const { isDesigned, parseDesigned } = await import('../../theory/initializations/designed-spec.js');
  if (isDesigned(init)) {
    const { deriveDesigned } = await import('../../theory/penalty/from-design.js');
    const { requirePositive } = await import('../../numerics/design/require-positive.js');
    const { expressionPenalty } = await import('../../numerics/design/penalty.js');
    const spec = parseDesigned(init);
    if (spec.kind === 'expression') requirePositive(expressionPenalty(spec));
    return deriveDesigned(spec);
  }
  const { parseSpec } = await import('../../theory/initializations/spec.js');
  const { deriveZeta } = await import('../../theory/penalty/derive.js');
  return deriveZeta(parseSpec(init).initialization);
}
