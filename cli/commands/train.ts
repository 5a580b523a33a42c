import { Option, type Command } from 'commander';
import { TRAINERS } from '../../numerics/networks/trainers.js';
import { positive, wholeNumber } from '../arguments.js';
import type { Finish } from '../outcome.js';
import { addDataOptions } from './data-options.js';
import type { TrainOptions } from '../train.js';

export function addTrain(program: Command, finish: Finish): void {
  addDataOptions(program.command('train'))
    .description('train a network by gradient descent on ½Σr² and print its outputs, as CSV')
    .addOption(
      new Option(
        '--width <n>',
        'hidden units (required, as is --seed, unless --initial-parameters is given)',
      ).argParser(wholeNumber(1)),
    )
    .addOption(new Option('--seed <n>', 'seed of the initial parameters').argParser(wholeNumber(0)))
    .option(
      '--initial-parameters <file.json>',
      'start from {"w": […], "b": […], "a": […], "d": …} instead (several inputs: an array for each unit in w)',
    )
    .addOption(
      new Option('--steps <t>', 'train for exactly t steps').argParser(wholeNumber(0)).conflicts('maxSteps'),
    )
    .addOption(
      new Option('--max-steps <n>', 'give up after n steps').argParser(wholeNumber(1)).default(2_000_000),
    )
    .addOption(
      new Option('--learning-rate <η>', 'step size (default: .8/λmax of the tangent kernel)').argParser(
        positive,
      ),
    )
    .addOption(
      new Option('--adjust <how>', 'take a linear part u x + v off the data first, and add it back')
        .choices(['none', 'gls', 'ols'])
        .default('none'),
    )
    .option(
      '--activation <name>',
      'activation of the hidden units, such as tanh or leaky-relu(slope=0.1)',
      'relu',
    )
    .addOption(
      new Option(
        '--batch-size <b>',
        'points in a batch of stochastic gradient descent (default: all, gradient descent)',
      ).argParser(wholeNumber(1)),
    )
    .addOption(
      new Option('--trainer <name>', 'implementation (default: exact where it applies, else plain)').choices(
        TRAINERS,
      ),
    )
    .option('--no-asi', 'no antisymmetric pairs: f₀ is then not 0')
    .addHelpText(
      'after',
      '\nThe network without --adjust tends to predict --limit raw, with --adjust gls to predict --limit spline. --init is needed\n' +
        'with --initial-parameters too: the linear part of --adjust gls belongs to it. Stops at relative residual 1e-6 unless --steps is given. Divergence at a given --learning-rate is bad input\n' +
        '(exit code 2); divergence at the default one, or no convergence in --max-steps steps, leaves nothing\n' +
        'measured (3).',
    )
    .action(async (options: TrainOptions) => {
      const { trainOutput } = await import('../train.js');
      finish({ output: trainOutput(options, (line) => process.stderr.write(line)), exitCode: 0 });
    });
}
