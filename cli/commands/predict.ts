import { Option, type Command } from 'commander';
import { nonNegative } from '../arguments.js';
import type { Finish } from '../outcome.js';
import { addDataOptions, type DataOptions } from './data-options.js';

interface PredictOptions extends DataOptions {
  readonly limit: 'spline' | 'raw';
  readonly smoothing?: number;
  readonly time?: number;
}

export function addPredict(program: Command, finish: Finish): void {
  addDataOptions(program.command('predict'))
    .description('print the function that the theory says infinitely wide training ends in, as CSV')
    .addOption(
      new Option('--limit <limit>', 'the theorem (spline), or training on the data as they are (raw)')
        .choices(['spline', 'raw'])
        .default('spline'),
    )
    .addOption(
      new Option('--smoothing <λ>', 'λ of the smoothing version: Σ(g−y)² + λ∫g″²/ζ; 0 interpolates')
        .argParser(nonNegative)
        .conflicts('time'),
    )
    .addOption(
      new Option(
        '--time <t>',
        'the function at time t = η̄·steps of training on ½Σr² (spline: λ = 1/t)',
      ).argParser(nonNegative),
    )
    .action(async (options: PredictOptions) =>
      finish({ output: await predictionOutput(options), exitCode: 0 }),
    );
}

async function predictionOutput(options: PredictOptions): Promise<string> {
  const { lawNamed } = await import('../law.js');
  const { hypothesisNote } = await import('../hypothesis-note.js');
  const { readData } = await import('../data.js');
  const { requireFunction } = await import('../../numerics/data/univariate.js');
  const { predictionCsv } = await import('../../numerics/data/prediction-csv.js');
  const { predict } = await import('../../numerics/prediction/predict.js');
  const { limit, smoothing, time } = options;
  const law = lawNamed(options.init);
  const { data, queries } = readData(options);
  if (!smoothing && time === undefined) requireFunction(data, 'smooth instead: --smoothing or --time');
  const evaluate = predict({
    x: data.x,
    y: data.y,
    law,
    limit,
    ...(smoothing !== undefined && { smoothing }),
    ...(time !== undefined && { time }),
  });
  // Only now: bad input gets one line, its error.
  process.stderr.write(hypothesisNote(law));
  return predictionCsv(data.input, queries, queries.map(evaluate));
}
