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
      new Option(
        '--smoothing <λ>',
        'λ of the smoothing version: Σ(g−y)² + λ∫g″²/ζ, in several inputs as below; 0 interpolates',
      )
        .argParser(nonNegative)
        .conflicts('time'),
    )
    .addOption(
      new Option(
        '--time <t>',
        'the function at time t = width·η·steps of training on ½Σr², which train prints (spline: λ = 1/t; the linear part is ' +
          'taken off beforehand, so that t = 0 is that part alone)',
      ).argParser(nonNegative),
    )
    .addHelpText(
      'after',
      '\n--limit spline is where train --adjust gls ends at infinite width, --limit raw where train --adjust none does.\n' +
        'The number of inputs is that of the data. In d > 1 inputs λ multiplies γ²∫(R{(−Δ)^((d+1)/2) g})²/ζ_e dV dc,\n' +
        'γ = 1/(2(2π)^(d−1)), which is ∫g″²/ζ at d = 1 and makes λ the ridge of the kernel’s saddle system; with\n' +
        '--limit raw it multiplies ‖g‖²_K. A kernel without a closed form takes a millisecond or more for each pair of\n' +
        'a data point and a point to evaluate at: take a coarse --grid there.',
    )
    .action(async (options: PredictOptions) =>
      finish({ output: await predictionOutput(options), exitCode: 0 }),
    );
}

async function predictionOutput(options: PredictOptions): Promise<string> {
  const { lawFor } = await import('../law.js');
  const { hypothesisNote, rangeNote } = await import('../hypothesis-note.js');
  const { slowProgress } = await import('../progress.js');
  const { readData } = await import('../data.js');
  const { requireFunction, requireSpanning } = await import('../../numerics/data/data-points.js');
  const { predictionCsv } = await import('../../numerics/data/prediction-csv.js');
  const { predictions } = await import('../../numerics/prediction/predict.js');
  const { limit, smoothing, time } = options;
  const { data, queries } = readData(options);
  const law = lawFor(options.init, data);
  if (!smoothing && time === undefined) requireFunction(data, 'smooth instead: --smoothing or --time');
  if (limit === 'spline') requireSpanning(data, 'or ask for --limit raw, which has no such part');
  const progress = slowProgress(process.stderr);
  const values = predictions(
    {
      x: data.x,
      y: data.y,
      law,
      limit,
      ...(smoothing !== undefined && { smoothing }),
      ...(time !== undefined && { time }),
    },
    queries,
    (done, total) => progress.show(done, total, 'points'),
  );
  progress.clear();
  // Only now: bad input gets one line, its error.
  process.stderr.write(hypothesisNote(law, data.x) + rangeNote(data.x, queries, data.inputs.length));
  return predictionCsv(data.inputs, queries, values);
}
