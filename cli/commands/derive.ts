import type { Command } from 'commander';
import { inputsOption } from '../arguments.js';
import type { Derivation } from '../../theory/derivation.js';
import type { Finish } from '../outcome.js';

export function addDerive(program: Command, finish: Finish): void {
  program
    .command('derive')
    .description('derive ζ step by step, each step verified, as Markdown with LaTeX')
    .requiredOption('--init <spec>', 'initialization, e.g. "gaussian(sigmaW=1,sigmaB=1)"')
    .option(
      '--activation <name>',
      'positively homogeneous activation, such as relu-power(k=2) or leaky-relu(slope=0.1)',
      'relu',
    )
    .addOption(inputsOption())
    .action(async ({ init, activation, inputs }: { init: string; activation: string; inputs: number }) => {
      const { derivationSections } = await import('../../reports/markdown/derivation.js');
      const sections = derivationSections([await derivationOf(init, activation, inputs)]);
      finish({ output: `${sections.join('\n\n')}\n`, exitCode: 0 });
    });
}

async function derivationOf(init: string, activation: string, inputs: number): Promise<Derivation> {
  const { homogeneousActivation } = await import('../../theory/activations/index.js');
  const { homogeneity } = homogeneousActivation(activation);
  if (inputs > 1) {
    const { refuseDesigned } = await import('../penalty.js');
    const { parseVectorSpec } = await import('../../theory/initializations/spec.js');
    const { deriveVectorZeta } = await import('../../theory/penalty/several/derive.js');
    refuseDesigned(init, inputs);
    return deriveVectorZeta(parseVectorSpec(init).initialization, inputs, homogeneity);
  }
  const { isDesigned, parseDesigned } = await import('../../theory/initializations/designed-spec.js');
  if (isDesigned(init)) {
    const { deriveDesigned } = await import('../../theory/penalty/from-design.js');
    const { requirePositive } = await import('../../numerics/design/require-positive.js');
    const { expressionPenalty } = await import('../../numerics/design/penalty.js');
    // W = ±1: ζ is the same for every degree of the activation.
    const spec = parseDesigned(init);
    if (spec.kind === 'expression') requirePositive(expressionPenalty(spec));
    return deriveDesigned(spec);
  }
  const { parseSpec } = await import('../../theory/initializations/spec.js');
  const { deriveZetaOfDegree } = await import('../../theory/penalty/derive.js');
  return deriveZetaOfDegree(parseSpec(init).initialization, homogeneity);
}
