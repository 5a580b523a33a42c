import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { polyharmonicKernel } from '../../numerics/kernels/several/radial-kernel.js';
import { evaluateOnLines, pointsOnLines } from '../../numerics/networks/evaluate-on-lines.js';
import { trainUntilStalled } from '../../numerics/networks/exact/stalled.js';
import { evaluateNetwork, type Network } from '../../numerics/networks/network.js';
import type { Streams } from '../../numerics/random/streams.js';
import { between } from '../../theory/initializations/initialization.js';
import {
  bindVectorLaw,
  type PointKernel,
  type VectorLaw,
} from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import type { PrintedLaw } from '../decisions/reproduction.js';
import { CHANGES, publishedNetwork, publishedRates } from '../univariate/paper-figures-published.js';
import type { PointData } from './point-sets.js';
import { drawSquareDirection } from './square-directions.js';
import { linearKernel } from './wrong-kernels.js';

const MAX_STEPS = 3_000_000;
export const GROUP = 'two inputs';

/** The published data: the corners of a square and its centre. */
export const CORNERS: PointData = {
  x: [-1, -1, 1, 1, 0, 0, -1, 1, 1, -1],
  y: [1.5, 1.5, 0.5, -0.5, -0.5],
  inputs: 2,
};
/** The fit to the published errors, of three networks at each n. */
export const PRINTED: PrintedLaw = {
  coefficient: 2.4031,
  exponent: -0.5645,
  sizes: [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120],
  repetitions: 3,
};
/** The published errors that the law was fitted to: means of squares over three networks, at each of the sizes. */
export const PUBLISHED_SQUARES = [
  0.5087838423, 0.1702962601, 0.1117263498, 0.0377984707, 0.0163105608, 0.0075024951, 0.0024358773,
  0.0030403715, 0.0009556106, 0.0003391049,
];
const SIDE = Array.from({ length: 21 }, (_, k) => -1 + k / 10);
const LINES = SIDE.map((x) => ({ others: [x], last: SIDE }));
const POINTS = pointsOnLines(LINES);
/** Weight of a grid point in the published error, the square root of Σ (f − g)² h² with h = .1. */
const CELL = 0.01;
/** The network that is drawn, the first of its size. */
const DRAWN = 2560;
/** So narrow networks scatter too widely for the law, but tell what was trained. */
export const NARROW = 20;
/** From this size on the error is below the distance of the wrong target. */
const WIDE = 640;
/** Networks of a unit of work: they are small. */
export const EACH = 4;

/** Units of work at each n, from 40 on: some narrower networks miss the target by ten times the others. */
export const RUNS: Readonly<Record<Profile, Readonly<Record<number, number>>>> = {
  quick: { 40: 44, 160: 36, 640: 36, 2560: 26 },
  full: { 40: 30, 80: 30, 160: 30, 320: 30, 640: 30, 1280: 30, 2560: 30, 5120: 30 },
};

/** The weights of the published code: uniform in a square, then normalised; biases uniform in ±2. */
const LAW: VectorLaw = {
  ...bindVectorLaw('sphere-uniform(aB=2)', 2),
  draw(variates, w, at) {
    drawSquareDirection(variates, w, at);
    return between(-2, 2, variates);
  },
};

/** Four networks each: n, index. */
export const bivariateUnits = (profile: Profile): Unit[] =>
  Object.entries({ [NARROW]: 16, ...RUNS[profile] }).flatMap(([size, units]) =>
    Array.from({ length: units }, (_, index) => ({ id: `n=${size}/${index}`, size: Number(size), index })),
  );

interface Trained {
  readonly values: Float64Array;
  readonly relativeResidual: number;
}

/** Trains the networks of a unit as published and compares them with what each hypothesis predicts. */
export function measureBivariate(unit: Unit, random: Streams): Measured {
  const size = Number(unit.size);
  const starts = Array.from({ length: EACH }, (_, k) =>
    publishedNetwork(LAW, size, random.below(`network ${k}`)),
  );
  const row = ({ values, relativeResidual }: Trained, target = PREDICTION): Row => ({
    group: GROUP,
    size,
    error: norm(values.map((f, k) => f - target[k])) * Math.sqrt(CELL),
    relativeResidual,
  });
  const runs = starts.map((start) => trained(start, false));
  const claim = runs.map((run) => row(run));
  if (size === NARROW) {
    return { narrow: claim, 'narrow-all-parameters': starts.map((start) => row(trained(start, true))) };
  }
  return {
    claim,
    'all-units': claim.map((each) => ({ ...each, size: 2 * size })),
    'mean-square': claim.map((each) => ({
      ...each,
      error: Number(each.error) / Math.sqrt(CELL * POINTS.length),
    })),
    ...(size >= WIDE && { linear: runs.map((run) => row(run, LINEAR)) }),
    ...(unit.index === 0 && size === DRAWN && { contours: contourRows(size, runs[0]) }),
  };
}

function trained(start: Network, hidden: boolean): Trained {
  const rates = publishedRates(start, CORNERS.x, hidden);
  const [{ network }] = trainUntilStalled(start, CORNERS, rates, CHANGES.slice(0, 1), MAX_STEPS);
  const residuals = evaluateNetwork(network, CORNERS.x).map((f, j) => f - CORNERS.y[j]);
  return { values: evaluateOnLines(network, LINES), relativeResidual: norm(residuals) / norm(CORNERS.y) };
}

const contourRows = (size: number, { values }: Trained): Row[] =>
  POINTS.map(([x, y], k) => ({ x, y, size, network: values[k], prediction: PREDICTION[k] }));

const spline = (kernel: PointKernel): number[] =>
  POINTS.map(pointInterpolant({ kernel, ...CORNERS, degree: 1 }).evaluate);
const PREDICTION = spline(polyharmonicKernel(1));
const LINEAR = spline(linearKernel);

const norm = (values: ArrayLike<number>): number =>
  Math.sqrt(Array.from(values).reduce((sum, v) => sum + v * v, 0));
