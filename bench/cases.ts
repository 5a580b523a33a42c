import { batchOrder } from '../numerics/networks/batch-order.js';
import { initializeNetwork, type Network } from '../numerics/networks/network.js';
import { stableRates, stochasticRates } from '../numerics/networks/tangent-kernel.js';
import type { Batches, Data, LearningRates } from '../numerics/networks/training.js';
import { streams } from '../numerics/random/streams.js';
import type { Activation } from '../theory/activations/activation.js';
import { relu } from '../theory/activations/relu.js';
import { tanh } from '../theory/activations/tanh.js';
import { bindLaw } from '../theory/initializations/law.js';

/** What every contender trains. */
export interface Case {
  readonly id: string;
  /** Cases that differ only in width. */
  readonly family: string;
  readonly width: number;
  readonly network: Network;
  readonly data: Data;
  readonly rates: LearningRates;
  /** Batches of one point. */
  readonly batches?: Batches;
  /** Steps before the clock starts, after which all contenders must agree. */
  readonly warmUp: number;
  /** Steps of the longer stretch that the exact trainer is timed over. */
  readonly stretch: number;
  /** The relative residual that the exact trainer is also timed up to. */
  readonly until?: number;
}

const SEED = 1;
const random = streams(SEED).below('bench');
export const LAW = bindLaw('gaussian(sigmaW=1,sigmaB=1)');

const LINE_POINTS = 10;
const lineX = Array.from({ length: LINE_POINTS }, (_, j) => -2 + (4 * j) / (LINE_POINTS - 1));
export const lineData: Data = { x: lineX, y: lineX.map((x) => Math.sin(3 * x)) };

const PLANE_POINTS = 20;
const square = random.stream('points');
const planeX = Array.from({ length: 2 * PLANE_POINTS }, () => 2 * square.uniform() - 1);
const plane: Data = {
  x: planeX,
  y: Array.from({ length: PLANE_POINTS }, (_, j) => {
    const [x1, x2] = [planeX[2 * j], planeX[2 * j + 1]];
    return Math.sin(3 * x1) + Math.cos(2 * x2 + x1) + 0.7 * x1;
  }),
};

/** Antisymmetric pairs with normal weights, biases and output weights, in the plane. */
function planeNetwork(width: number): Network {
  const draw = random.stream(`plane ${width}`);
  const [w, b, a] = [new Float64Array(2 * width), new Float64Array(width), new Float64Array(width)];
  for (let unit = 0; unit < width; unit += 2) {
    for (let i = 0; i < 2; i++) w[2 * unit + i] = w[2 * unit + 2 + i] = draw.normal();
    b[unit] = b[unit + 1] = draw.normal();
    a[unit] = draw.normal() / Math.sqrt(width);
    a[unit + 1] = -a[unit];
  }
  return { activation: relu, w, b, a, d: 0 };
}

function lineCase(width: number, activation: Activation, until?: number): Case {
  const network = initializeNetwork(LAW, width, random, true, activation);
  const family = `${activation.title}, one input, gradient descent`;
  const rates = stableRates(network, lineData.x);
  const id = `${activation.name}-${width}`;
  return {
    id,
    family,
    width,
    network,
    data: lineData,
    rates,
    warmUp: 20,
    stretch: 10_000,
    ...(until && { until }),
  };
}

function planeCases(width: number, until: number): Case[] {
  const network = planeNetwork(width);
  const shared = { width, network, data: plane, stretch: 2_000, until };
  const batches: Batches = { size: 1, replacement: false, random };
  return [
    {
      ...shared,
      id: `plane-${width}`,
      family: `${relu.title}, two inputs, gradient descent`,
      rates: stableRates(network, plane.x),
      warmUp: 20,
    },
    {
      ...shared,
      id: `plane-sgd-${width}`,
      family: `${relu.title}, two inputs, SGD with batches of 1`,
      rates: stochasticRates(network, plane.x, 1),
      batches,
      warmUp: 40,
    },
  ];
}

export const makeCases = (): Case[] => [
  ...[1e3, 1e4, 1e5, 1e6].map((width) => lineCase(width, relu, 1e-6)),
  ...planeCases(1e4, 1e-2),
  ...planeCases(1e5, 1e-6),
  ...[1e3, 1e4].map((width) => lineCase(width, tanh)),
];

/** The points of the first steps of SGD, one after another; undefined for gradient descent. */
export function pointOrder({ batches, data }: Case, length: number): Int32Array | undefined {
  if (!batches) return undefined;
  const order = batchOrder(data.y.length, batches);
  return Int32Array.from({ length }, () => order.next()[0]);
}
