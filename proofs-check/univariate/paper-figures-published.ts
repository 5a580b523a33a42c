import { initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import type { Data, LearningRates } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import type { BoundLaw } from '../../theory/initializations/law.js';
import type { VectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { PrintedLaw } from '../decisions/reproduction.js';
import { P5 } from './data-sets.js';

/** A convergence plot of the paper: what is trained, and the fit printed. */
interface PaperFigure extends PrintedLaw {
  readonly law: string;
  readonly data: Data;
  /** What a trained network is compared with (default: the ζ-weighted spline of the data). */
  readonly target?: 'output layer alone';
}

const UNIFORM = 'uniform(aW=1,aB=2)';
/** The ten points of Figure 5, in the paper's scaling to [−2, 2]. */
const P10: Data = {
  x: [-2, -1.5, -0.5, 0, 0.3, 1.3, 1.8, 2.3, 3.3, 3.6].map((x) => ((x + 2) / 5.6) * 4 - 2),
  y: [3, 1.2, 2.2, 1, 1.3, 3.1, 1.3, 2.5, 1.1, 0.3],
};
/** P5 + 10 + 10x, of Figure 7. */
const STEEP: Data = { x: P5.x, y: P5.y.map((y, j) => y + 10 + 10 * P5.x[j]) };

/** low, 2 low, 4 low, …, high: the paper's widths of half a network. */
const doubling = (low: number, high: number): number[] =>
  low > high ? [] : [low, ...doubling(2 * low, high)];

const plot = (
  law: string,
  data: Data,
  [low, high]: readonly [number, number],
  coefficient: number,
  exponent: number,
): PaperFigure => ({ law, data, sizes: doubling(low, high), repetitions: 5, coefficient, exponent });

export const TEN_POINTS = 'Figure 5: ten points';
export const OUTPUT_LAYER = 'Figure 6: output layer';

/**
 * The paper's fits c n^p as printed. The range of n of Figure 6 was not at hand, that of Figure 5 is taken; that of Figure 7 is
 * the one from which the published errors give the printed fit.
 */
export const FIGURES: Readonly<Record<string, PaperFigure>> = {
  'Figure 1: uniform': plot(UNIFORM, P5, [20, 2560], 0.6582, -0.4845),
  'Figure 3: Gaussian(1, 1)': plot('gaussian(sigmaW=1,sigmaB=1)', P5, [40, 2560], 0.6021, -0.495),
  'Figure 4: Gaussian(1, √.1)': plot(
    `gaussian(sigmaW=1,sigmaB=${Math.sqrt(0.1)})`,
    P5,
    [20, 20480],
    0.608,
    -0.4646,
  ),
  [TEN_POINTS]: plot(UNIFORM, P10, [320, 10240], 12.373, -0.6395),
  [OUTPUT_LAYER]: { ...plot(UNIFORM, P5, [320, 10240], 81.454, -1.5076), target: 'output layer alone' },
  'Figure 7: steep line': plot(UNIFORM, STEEP, [40, 5120], 0.2757, -0.1707),
};

/** The paper's stopping rule, a step that changes the mean of squares by less; then a stricter one. */
export const CHANGES = [1e-8, 1e-9];

/** The published step is halved until it is stable: between 1 and 2 over the largest eigenvalue. `stableRates` takes .8. */
const STEP = 1.5 / 0.8;

/**
 * A network as published: n units (w, b) with output weights U(−1, 1)/√n, less a copy of itself, over √2. In our
 * convention 2n units in pairs with output weights U(−1, 1)/√(2n); the factor 1/√2 halves the rate of the output weights,
 * but not that of the hidden layer, nor that of the output biases, of which there are two.
 */
export function publishedNetwork(law: BoundLaw | VectorLaw, size: number, random: Streams): Network {
  const start = initializeNetwork(law, 2 * size, random);
  const output = random.stream('uniform output weights');
  const a = new Float64Array(2 * size);
  for (let i = 0; i < 2 * size; i += 2) {
    a[i] = (2 * output.uniform() - 1) / Math.sqrt(2 * size);
    a[i + 1] = -a[i];
  }
  return { ...start, a };
}

/** The published rates, relative to each other, at a step that is stable at the start; `hidden` false: the output layer alone. */
export function publishedRates(start: Network, x: readonly number[], hidden: boolean): LearningRates {
  const { output } = stableRates(start, x, hidden ? 2 : 0);
  return { output: STEP * output, hidden: hidden ? 2 * STEP * output : 0, bias: 2 * STEP * output };
}
