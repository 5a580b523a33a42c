import type { Activation } from '../theory/activations/activation.js';
import { activationNamed } from '../theory/activations/index.js';
import type { BoundLaw } from '../theory/initializations/law.js';
import type { VectorLaw } from '../theory/initializations/several/vector-law.js';
import { predictionCsv } from '../numerics/data/prediction-csv.js';
import { requireFunction, requireSpanning, type DataPoints } from '../numerics/data/data-points.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../numerics/networks/network.js';
import { trainingBytes, widestThatFits } from '../numerics/networks/memory.js';
import { exactApplies } from '../numerics/networks/exact/exact-trainer.js';
import { trainBy, trainerFor, type TrainerName } from '../numerics/networks/trainers.js';
import { stableRates, stochasticRates } from '../numerics/networks/tangent-kernel.js';
import {
  DivergenceError,
  OverflowError,
  TrainingError,
  type Batches,
  type Data,
  type LearningRates,
  type Training,
  type TrainingOptions,
} from '../numerics/networks/training.js';
import { adjustTargets, affineValues, type Adjustment } from '../numerics/prediction/affine-adjustment.js';
import { MOST_KERNEL_POINTS } from '../numerics/prediction/solvable.js';
import { streams } from '../numerics/random/streams.js';
import type { DataOptions } from './commands/data-options.js';
import { readData } from './data.js';
import { Failure } from './failure.js';
import { readText } from './files.js';
import { hypothesisNote } from './hypothesis-note.js';
import { offeredBytes, requireMemory } from './memory.js';
import { parseParameters } from './initial-parameters.js';
import { lawFor } from './law.js';
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
  readonly activation: string;
  readonly batchSize?: number;
  readonly trainer?: TrainerName;
}

const RELATIVE_RESIDUAL = 1e-6;

/**
 * Trains a network as the options say.
 * @returns CSV of its outputs, with the linear part that was taken off the data added back
 * @throws Failure, DataError, SpecError, ActivationError
 */
export function trainOutput(options: TrainOptions, note: (line: string) => void): string {
  const { data, queries } = readData(options);
  const law = lawFor(options.init, data);
  const activation = activationNamed(options.activation);
  const interpolating = options.steps === undefined;
  if (interpolating) requireFunction(data, 'train for a fixed number of steps instead: --steps');
  if (options.adjust === 'gls')
    requireFunction(data, 'take the linear part off by --adjust ols, or not at all');
  if (options.adjust === 'gls' && activation.slopes === undefined) {
    throw new Failure(
      `--adjust gls takes off the linear part of the theory for ReLU and leaky ReLU, not for ${activation.name}; use --adjust ols or none`,
    );
  }
  if (options.adjust !== 'none') requireSpanning(data, 'or leave the data as they are: --adjust none');
  const { y, ...taken } = adjustTargets(options.adjust, law, data.x, data.y);
  requireRoom(options, activation, data);
  const network = startingNetwork(options, law, activation, data);
  // Bad data or parameters get one line, their error.
  note(hypothesisNote(law, data.x));

  const { learningRate } = options;
  const batches = batchesOf(options, y.length);
  const training = train(
    options,
    network,
    { x: data.x, y },
    {
      rates: () =>
        learningRate === undefined
          ? defaultRates(network, data.x, batches)
          : { hidden: learningRate, output: learningRate },
      ...(batches && { batches }),
      relativeResidual: interpolating ? RELATIVE_RESIDUAL : 0,
      maxSteps: options.steps ?? options.maxSteps,
    },
  );
  const { steps, relativeResidual, rate } = training;
  const width = network.b.length;
  note(
    `width ${width}, steps ${steps}, relative residual ${relativeResidual.toExponential(3)}, u ${taken.u.join(' ')}, v ${taken.v}, ` +
      `learning rate ${digits(rate)}, time ${digits(width * rate * steps)}\n`,
  );
  const outputs = evaluateNetwork(training.network, queries);
  const added = affineValues(taken, queries);
  return predictionCsv(
    data.inputs,
    queries,
    outputs.map((output, j) => output + added[j]),
  );
}

const digits = (value: number): number => Number(value.toPrecision(6));

/** With replacement, as Theorem 24 has it. */
function batchesOf({ batchSize, seed }: TrainOptions, points: number): Batches | undefined {
  if (batchSize === undefined) return undefined;
  if (seed === undefined)
    throw new Failure('--batch-size needs a --seed for the order of the points; add one');
  if (batchSize > points) {
    throw new Failure(
      `--batch-size ${batchSize} is more than the ${points} points of the data; take at most ${points}`,
    );
  }
  return { size: batchSize, replacement: true, random: streams(seed) };
}

const defaultRates = (network: Network, x: readonly number[], batches: Batches | undefined): LearningRates =>
  batches ? stochasticRates(network, x, batches.size) : stableRates(network, x);

function startingNetwork(
  { width, seed, initialParameters, asi }: TrainOptions,
  law: BoundLaw | VectorLaw,
  activation: Activation,
  { inputs }: DataPoints,
): Network {
  if (initialParameters !== undefined) {
    const network = {
      ...parseParameters(readText(initialParameters), initialParameters, inputs),
      activation,
    };
    if (width === undefined || width === network.b.length) return network;
    throw new Failure(
      `${initialParameters}: ${network.b.length} units, but --width is ${width}; leave --width out`,
    );
  }
  if (width === undefined || seed === undefined) {
    throw new Failure('--width and --seed are required, unless --initial-parameters is given; add them');
  }
  if (asi && width % 2 === 1) {
    throw new Failure(
      `--width ${width} is odd, but units come in antisymmetric pairs; make it even, or add --no-asi`,
    );
  }
  return initializeNetwork(law, width, streams(seed), asi, activation);
}

/** @throws Failure when the network or the kernel at the data would not fit into memory */
function requireRoom(
  { width, trainer, learningRate }: TrainOptions,
  activation: Activation,
  { file, inputs, y }: DataPoints,
): void {
  if (learningRate === undefined && y.length > MOST_KERNEL_POINTS) {
    throw new Failure(
      `${file}: ${y.length} points, and the default learning rate takes a kernel matrix of at most ${MOST_KERNEL_POINTS}; ` +
        'give --learning-rate, or thin the data out',
    );
  }
  if (width === undefined) return;
  const size = { trainer: trainer ?? trainerFor({ activation }), inputs: inputs.length, points: y.length };
  const widest = widestThatFits(size, offeredBytes());
  requireMemory(
    trainingBytes({ ...size, width }),
    `--width ${width}`,
    widest > 0 ? `the widest that fits is about ${widest}` : 'thin the data out',
  );
}

/** Options of a training whose default rates are yet to be found. */
type Planned = Omit<TrainingOptions, 'rates'> & { readonly rates: () => LearningRates };

function train(
  options: TrainOptions,
  network: Network,
  data: Data,
  { rates: planned, ...training }: Planned,
): Training & { readonly rate: number } {
  const trainer = options.trainer ?? trainerFor(network);
  if (trainer === 'exact' && !exactApplies(network)) {
    throw new Failure(
      `--trainer exact needs an activation that is linear on either side of 0, not ${network.activation.name}; use --trainer plain`,
    );
  }
  try {
    const rates = planned();
    return { ...trainBy(trainer)(network, data, { ...training, rates }), rate: rates.output };
  } catch (error) {
    if (!(error instanceof TrainingError)) throw error;
    const byUser =
      error instanceof OverflowError ||
      (error instanceof DivergenceError && options.learningRate !== undefined);
    throw new Failure(error.message, byUser ? EXIT.usage : EXIT.unfinished, { cause: error });
  }
}
