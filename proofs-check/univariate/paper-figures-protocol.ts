import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { trainUntilStalled } from '../../numerics/networks/exact/stalled.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Data } from '../../numerics/networks/training.js';
import { fitAffine } from '../../numerics/kernels/affine-part.js';
import type { Streams } from '../../numerics/random/streams.js';
import { naturalCubicSpline } from '../../numerics/splines/natural-cubic-spline.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { gridOver, P5 } from './data-sets.js';
import {
  CHANGES,
  FIGURES,
  OUTPUT_LAYER,
  publishedNetwork,
  publishedRates,
  TEN_POINTS,
} from './paper-figures-published.js';

/** Of the networks of Figure 5 at a width, those that are trained on to the stricter one. */
const STRICTER = 5;
/** Of the networks of Figure 6 at a width, those that are trained from normal output weights too. */
const NORMAL = 16;
const MAX_STEPS = 3_000_000;
export const PLACES = 41;
const GRID = gridOver(P5, PLACES);

/** Networks at each width. Noise of the log error of one: .1 (Figures 5 and 6) to .45 (3 and 4), in a pilot of 10 each. */
export const RUNS: Readonly<Record<string, Readonly<Record<Profile, number>>>> = {
  'Figure 1: uniform': { quick: 24, full: 60 },
  'Figure 3: Gaussian(1, 1)': { quick: 32, full: 40 },
  'Figure 4: Gaussian(1, √.1)': { quick: 32, full: 40 },
  // Slow modes: 100 000 steps and more.
  [TEN_POINTS]: { quick: 0, full: 10 },
  [OUTPUT_LAYER]: { quick: 16, full: 30 },
  'Figure 7: steep line': { quick: 24, full: 30 },
};
/** The quick profile takes four widths of a figure, evenly spread (in logs) between these: the narrowest networks may take long. */
const QUICK: readonly [low: number, high: number] = [40, 10240];
const sizesOf = (profile: Profile, name: string): readonly number[] => {
  const { sizes } = FIGURES[name];
  if (profile === 'full') return sizes;
  const within = sizes.filter((size) => QUICK[0] <= size && size <= QUICK[1]);
  return [0, 1 / 3, 2 / 3, 1].map((share) => within[Math.round(share * (within.length - 1))]);
};

/** One network each: figure, n, index; and the network of Figure 14. */
export function figureUnits(profile: Profile): Unit[] {
  const networks = Object.keys(FIGURES).flatMap((name) =>
    sizesOf(profile, name).flatMap((size) =>
      Array.from({ length: RUNS[name][profile] }, (_, index): Unit => ({
        id: `${name}/n=${size}/${index}`,
        figure: name,
        size,
        index,
      })),
    ),
  );
  return [...networks, { id: 'Figure 14', figure: 'Figure 14', size: TRAJECTORY.size, index: 0 }];
}

interface Stop {
  readonly values: Float64Array;
  readonly steps: number;
  readonly relativeResidual: number;
}

/** The network on the grid when it stops by each of the rules. */
function follow(start: Network, data: Data, hidden: boolean, changes: readonly number[]): Stop[] {
  const rates = publishedRates(start, data.x, hidden);
  return trainUntilStalled(start, data, rates, changes, MAX_STEPS).map(({ network, steps }) => ({
    values: evaluateNetwork(network, GRID),
    steps,
    relativeResidual: norm(evaluateNetwork(network, data.x).map((f, j) => f - data.y[j])) / norm(data.y),
  }));
}

/** Trains the network of a unit and compares it with what each hypothesis compares it with. */
export function measureFigure(unit: Unit, random: Streams): Measured {
  if (unit.figure === 'Figure 14') return measureTrajectory(random);
  const group = String(unit.figure);
  const [size, index] = [Number(unit.size), Number(unit.index)];
  const { law: text, data, target } = FIGURES[group];
  const law = bindLaw(text);
  const start = publishedNetwork(law, size, random);
  // The first networks of Figure 5 are trained on, to see what the stopping rule leaves.
  const changes = group === TEN_POINTS && index < STRICTER ? CHANGES : CHANGES.slice(0, 1);
  const stops = follow(start, data, true, changes);
  const outputAlone = (from: Network): Float64Array =>
    follow(from, data, false, CHANGES.slice(0, 1))[0].values;
  const expected = target ? outputAlone(start) : splineOf(group, law, data);
  const row = (values: Float64Array, against: ArrayLike<number>, kind: 'rms' | 'sup' = 'rms'): Row => ({
    group,
    size,
    error: distance(values, against, kind),
    steps: stops[0].steps,
    relativeResidual: stops[0].relativeResidual,
  });
  // The same hidden layer under the usual output weights of this suite.
  const normalOutputs = (): [Float64Array, Float64Array] => {
    const normal = initializeNetwork(law, 2 * size, random);
    return [follow(normal, data, true, CHANGES.slice(0, 1))[0].values, outputAlone(normal)];
  };
  const [{ values }] = stops;
  const claim = row(values, expected);
  return {
    claim: [claim],
    exchanged: [{ ...claim, group: NEXT[group] }],
    sup: [row(values, expected, 'sup')],
    // The same network under the other count: n is then twice what it is.
    'all-units': [{ ...claim, size: 2 * size }],
    'square-root': [{ ...claim, error: Number(claim.error) * Math.exp(toSquareRoot(group, size)) }],
    ...(text.startsWith('gaussian') && {
      'natural-cubic': [row(values, GRID.map(naturalCubicSpline(data.x, data.y).evaluate))],
    }),
    ...(target && index < NORMAL && { 'normal-outputs': [row(...normalOutputs())] }),
    ...(stops.length > 1 && {
      stricter: stops.map((stop, k) => ({
        ...row(stop.values, expected),
        change: CHANGES[k],
        steps: stop.steps,
      })),
    }),
  };
}

/** What turns the comparison with the printed exponent into one with −1/2, the level at the middle of the widths kept. */
const toSquareRoot = (group: string, size: number): number => {
  const { exponent, sizes } = FIGURES[group];
  return (exponent + 0.5) * (Math.log(size) - Math.log(sizes[0] * sizes[sizes.length - 1]) / 2);
};

/** The law that each figure is held against when they are exchanged. */
const NAMES = Object.keys(FIGURES);
const NEXT: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.map((name, k) => [name, NAMES[(k + 1) % NAMES.length]]),
);

const known = new Map<string, readonly number[]>();

/** The ζ-weighted spline of the data on the grid. */
function splineOf(name: string, law: BoundLaw, data: Data): readonly number[] {
  const found =
    known.get(name) ??
    GRID.map(weightedNaturalSpline({ ...data, zeta: law.zeta, breaks: law.breaks }).evaluate);
  known.set(name, found);
  return found;
}

function distance(f: Float64Array, g: ArrayLike<number>, kind: 'rms' | 'sup'): number {
  const gaps = f.map((value, k) => Math.abs(value - g[k]));
  return kind === 'sup' ? Math.max(...gaps) : norm(gaps) / Math.sqrt(gaps.length);
}

const norm = (values: ArrayLike<number>): number =>
  Math.sqrt(Array.from(values).reduce((sum, v) => sum + v * v, 0));

/** Figure 14: one network, looked at when λ = 1/(η̄t) has these values. */
const TRAJECTORY = { law: 'gaussian(sigmaW=1,sigmaB=1)', size: 2000, lambdas: [1, 0.1, 0.01, 0.001] };
const DRAWN = gridOver(P5, 101);

function measureTrajectory(random: Streams): Measured {
  const { law: text, size, lambdas } = TRAJECTORY;
  const law = bindLaw(text);
  const { u, v } = fitAffine(P5.x, P5.y, (vector) => Float64Array.from(vector));
  const data = { x: P5.x, y: P5.y.map((y, j) => y - (u * P5.x[j] + v)) };
  const start = publishedNetwork(law, size, random);
  const rates = stableRates(start, data.x, 2);
  // η̄ is the rate of the output weights times their number.
  const rate = rates.output * 2 * size;
  const steps = lambdas.map((lambda) => Math.round(1 / (lambda * rate)));
  const trajectory: Row[] = [];
  train(start, data, {
    rates: { ...rates, bias: rates.hidden },
    relativeResidual: 0,
    maxSteps: steps[steps.length - 1],
    checkpoints: {
      steps,
      visit: (step, network) => {
        const lambda = lambdas[steps.indexOf(step)];
        const spline = weightedNaturalSpline({ ...data, zeta: law.zeta, smoothing: 1 / (rate * step) });
        const values = evaluateNetwork(network, DRAWN);
        DRAWN.forEach((x, k) =>
          trajectory.push({ lambda, step, x, network: values[k], spline: spline.evaluate(x) }),
        );
      },
    },
  });
  return { trajectory, adjusted: data.x.map((x, j) => ({ x, y: data.y[j] })) };
}
