import { bindLaw, type BoundLaw } from '../theory/initializations/law.js';
import { predictionCsv } from '../numerics/data/prediction-csv.js';
import { requireFunction } from '../numerics/data/univariate.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../numerics/networks/network.js';
import { trainPlain } from '../numerics/networks/plain-trainer.js';
import { stableRates } from '../numerics/networks/tangent-kernel.js';
import {
  DivergenceError,
  TrainingError,
  type Data,
  type Training,
  type TrainingOptions,
} from '../numerics/networks/training.js';
import { adjustTargets, type Adjustment } from '../numerics/prediction/affine-adjustment.js';
import { outsideSupport } from '../numerics/prediction/support.js';
import { streams } from '../numerics/random/streams.js';
import type { DataOptions } from './commands/data-options.js';
import { readData } from './data.js';
import { Failure } from './failure.js';
import { readText } from './files.js';
import { hypothesisNote } from './hypothesis-note.js';
import { parseParameters } from './initial-parameters.js';
import { EXIT } from './outcome.js';

export interface TrainOptions extends DataOptions {
  readonly width?: number;
  readonly seed?: number;
  readonly initialParameters?: string;
  readonly steps?: number;
  readonly maxSteps: number;
  readonly learningRate?: number;
  readonly adjust: Adjustment;
  readonly asi: boolean;
}

const RELATIVE_RESIDUAL = 1e-6;
const BYTES_PER_UNIT = 24;
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Trains a network as the options say.
 * @returns CSV of its outputs, with the linear part that was taken off the data added back
 * @throws Failure, DataError, SpecError
 */
export function trainOutput(options: TrainOptions, note: (line: string) => void): string {
  const law = bindLaw(options.init);
  const { data, queries } = readData(options);
  const interpolating = options.steps === undefined;
  if (interpolating) requireFunction(data, 'train for a fixed number of steps instead: --steps');
  if (options.adjust === 'gls')
    requireFunction(data, 'take the linear part off by --adjust ols, or not at all');
  const { u, v, y } = adjustTargets(options.adjust, law, data.x, data.y);
  const network = startingNetwork(options, law);
  // Only now: bad input gets one line, its error.
  note(hypothesisNote(law));
  const outside = outsideSupport(law, data.x);
  if (outside !== undefined)
    note(`note: input ${outside} lies outside the support of ζ: the theorem does not apply\n`);

  const { learningRate } = options;
  const training = train(
    options,
    network,
    { x: data.x, y },
    {
      rates:
        learningRate === undefined
          ? stableRates(network, data.x)
          : { hidden: learningRate, output: learningRate },
      relativeResidual: interpolating ? RELATIVE_RESIDUAL : 0,
      maxSteps: options.steps ?? options.maxSteps,
    },
  );
  const { steps, relativeResidual } = training;
  note(
    `width ${network.w.length}, steps ${steps}, relative residual ${relativeResidual.toExponential(3)}, u ${u}, v ${v}\n`,
  );
  const outputs = evaluateNetwork(training.network, queries);
  return predictionCsv(
    data.input,
    queries,
    outputs.map((output, j) => output + (u * queries[j] + v)),
  );
}

function startingNetwork({ width, seed, initialParameters, asi }: TrainOptions, law: BoundLaw): Network {
  if (initialParameters !== undefined) {
    const network = parseParameters(readText(initialParameters), initialParameters);
    if (width === undefined || width === network.w.length) return network;
    throw new Failure(
      `${initialParameters}: ${network.w.length} units, but --width is ${width}; leave --width out`,
    );
  }
  if (width === undefined || seed === undefined) {
    throw new Failure('--width and --seed are required, unless --initial-parameters is given; add them');
  }
  if (width * BYTES_PER_UNIT > MOST_BYTES) {
    const size = `${((width * BYTES_PER_UNIT) / MOST_BYTES).toPrecision(3)} GiB`;
    throw new Failure(
      `--width ${width} needs ${size} for the parameters; expected at most 1 GiB: take a smaller width`,
    );
  }
  if (asi && width % 2 === 1) {
    throw new Failure(
      `--width ${width} is odd, but units come in antisymmetric pairs; make it even, or add --no-asi`,
    );
  }
  return initializeNetwork(law, width, streams(seed), asi);
}

function train(options: TrainOptions, network: Network, data: Data, training: TrainingOptions): Training {
  try {
    return trainPlain(network, data, training);
  } catch (error) {
    if (!(error instanceof TrainingError)) throw error;
    const byUser = error instanceof DivergenceError && options.learningRate !== undefined;
    throw new Failure(error.message, byUser ? EXIT.usage : EXIT.unfinished, { cause: error });
  }
}
