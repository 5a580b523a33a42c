import { fitAffine } from '../../numerics/kernels/affine-part.js';
import { gradientFlow } from '../../numerics/kernels/gradient-flow.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { largestFilterGap } from '../../numerics/networks/linearized/filter-gap.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Data } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import { weightedNaturalSpline } from '../../numerics/splines/weighted-natural-spline.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { gridOver, P5 } from './data-sets.js';
import { stratified } from './finite-width-limit.js';
import { norm, onContrasts } from './trajectory-protocol.js';

const GAUSSIAN = 'gaussian(sigmaW=1,sigmaB=1)';
const UNIFORM = 'uniform(aW=1,aB=2)';
const BINARY = 'binary-uniform(w0=1,aB=2)';
export const RELATIVE_RESIDUAL = 1e-4;
const MAX_STEPS = 5_000_000;
/** The width and the times of the snapshots; the width is that of the paper’s Figure 14. */
const SNAPSHOTS = { law: GAUSSIAN, width: 2000, steps: [8, 64, 512, 4096] };
const SHOWN = 101;

/** Networks by law and width. In the quick profile the law alone that trains in the fewest steps. */
export const PLAN: Readonly<Record<Profile, Readonly<Record<string, Readonly<Record<number, number>>>>>> = {
  quick: { [GAUSSIAN]: { 512: 48, 32768: 48 } },
  full: {
    [GAUSSIAN]: { 512: 120, 8192: 120, 131072: 120 },
    [UNIFORM]: { 512: 120, 8192: 120, 131072: 120 },
  },
};
/** Controls that train networks of their own. */
const OWN = {
  ntk: { law: GAUSSIAN, widths: [64, 1024], runs: 12 },
  stratified: { law: BINARY, widths: [512, 8192], runs: 12 },
};

/** P5 less its regression line, where the smoothing splines start. */
export const DATA: Data = leastSquaresAdjusted(P5);
/** Places of S, the data among them. */
export const GRID = gridOver(DATA, 21);
const AT_DATA = DATA.x.map((x) => GRID.indexOf(x));

/** One network each: law, width, index, and the hypothesis that it is trained for. */
export function trajectoryUnits(profile: Profile): Unit[] {
  const networks = (trainedFor: string, law: string, width: number, runs: number): Unit[] =>
    Array.from({ length: runs }, (_, index) => ({
      id: `${trainedFor}/${law}/n=${width}/${index}`,
      trainedFor,
      law,
      width,
      index,
    }));
  return [
    ...Object.entries(PLAN[profile]).flatMap(([law, runs]) =>
      Object.entries(runs).flatMap(([width, count]) => networks('claim', law, Number(width), count)),
    ),
    ...Object.entries(OWN).flatMap(([control, { law, widths, runs }]) =>
      widths.flatMap((width) => networks(control, law, width, runs)),
    ),
    ...networks('snapshots', SNAPSHOTS.law, SNAPSHOTS.width, 1),
  ];
}

/** Trains the network of a unit and follows it at 1, 4, 16, … steps and at the end. */
export function measureTrajectory(unit: Unit, random: Streams): Measured {
  const [law, width] = [bindLaw(String(unit.law)), Number(unit.width)];
  const start = initializeNetwork(law, width, random);
  switch (unit.trainedFor) {
    case 'snapshots':
      return { snapshots: snapshots(start) };
    case 'ntk':
      return { ntk: [follow(start, law.text, width).claim[0]] };
    case 'stratified':
      return { stratified: [follow(stratified(start, random), law.text).claim[0]] };
    default:
      return follow(start, law.text);
  }
}

/** The largest distances along training from what each hypothesis says. */
function follow(start: Network, law: string, hiddenRatio = 1): Record<string, Row[]> & { claim: Row[] } {
  const { x } = DATA;
  const width = start.b.length;
  const rates = stableRates(start, x, hiddenRatio);
  // Steps of the mean over the units, K_n, as K is a mean.
  const eta = width * rates.output;
  const { trajectory, spline, fastestContrast } = limitOf(law);
  const other = limitOf(UNIFORM);
  const largest = { limit: 0, twice: 0, other: 0, spline: 0, atData: 0, splineAtData: 0, wrongAtData: 0 };
  const visit = (step: number, network: Network): void => {
    const f = evaluateNetwork(network, GRID);
    const limit = trajectory(step, eta);
    const smooth = spline(1 / (eta * step));
    const gaps: typeof largest = {
      limit: sup(f, limit),
      twice: sup(f, trajectory(2 * step, eta)),
      other: sup(f, other.trajectory(step, eta)),
      spline: sup(f, smooth),
      atData: normAtData(f, limit),
      splineAtData: normAtData(f, smooth),
      wrongAtData: normAtData(f, spline(x.length / (eta * step))),
    };
    for (const key of Object.keys(largest) as (keyof typeof largest)[])
      largest[key] = Math.max(largest[key], gaps[key]);
  };
  const { network, steps, relativeResidual } = train(start, DATA, {
    rates,
    relativeResidual: RELATIVE_RESIDUAL,
    maxSteps: MAX_STEPS,
    checkpoints: {
      steps: Array.from({ length: 10 }, (_, k) => Math.round(Math.exp(2 * k * Math.LN2))),
      visit,
    },
  });
  visit(steps, network);
  const name = law.replace(/\(.*/, '');
  const common = { law, width, steps, relativeResidual };
  const gamma = largestFilterGap(eta * fastestContrast).gap;
  const rate = (error: number): Row => ({ group: name, error, ...common });
  const bound = (deviation: number): Row => ({
    group: `${name}, distance from the smoothing splines at the data`,
    deviation,
    tolerance: gamma * norm(DATA.y) + largest.atData,
    ...common,
  });
  return {
    claim: [rate(largest.limit), bound(largest.splineAtData)],
    'smoothing-spline': [rate(largest.spline)],
    'twice-the-time': [rate(largest.twice)],
    'wrong-lambda': [bound(largest.wrongAtData)],
    ...(law !== UNIFORM && { 'other-law': [rate(largest.other)] }),
  };
}

/** Infinitely many units of one law: functions on the grid. The same for every unit, so kept. */
interface Limit {
  /** Gradient descent after so many steps of rate η̄. */
  readonly trajectory: (steps: number, rate: number) => number[];
  readonly spline: (lambda: number) => number[];
  /** The largest eigenvalue of K on the contrasts of the data. */
  readonly fastestContrast: number;
}
const limits = new Map<string, Limit>();

function limitOf(text: string): Limit {
  const known = limits.get(text);
  if (known) return known;
  const law = bindLaw(text);
  const { x, y } = DATA;
  const kernel = lawKernel(law, Math.max(...x.map(Math.abs)));
  const flow = gradientFlow(kernel, x, y);
  const { values } = onContrasts(kernel, x).modes;
  const between = GRID.map((point) => x.map((xj) => kernel(point, xj)));
  const limit: Limit = {
    trajectory(steps, rate) {
      const { coefficients } = flow.after(steps, rate);
      return between.map((row) => row.reduce((sum, k, j) => sum + coefficients[j] * k, 0));
    },
    spline: (lambda) =>
      GRID.map(
        weightedNaturalSpline({ x, y, zeta: law.zeta, breaks: law.breaks, smoothing: lambda }).evaluate,
      ),
    fastestContrast: values[values.length - 1],
  };
  limits.set(text, limit);
  return limit;
}

/** The network after a few of its steps, beside infinite width and the smoothing spline, on a fine grid. */
function snapshots(start: Network): Row[] {
  const { x, y } = DATA;
  const law = bindLaw(SNAPSHOTS.law);
  const rates = stableRates(start, x);
  const eta = start.b.length * rates.output;
  const flow = gradientFlow(lawKernel(law, Math.max(...x.map(Math.abs))), x, y);
  const rows: Row[] = [];
  const visit = (step: number, network: Network): void => {
    const grid = gridOver(DATA, SHOWN);
    const f = evaluateNetwork(network, grid);
    const lambda = 1 / (eta * step);
    const limit = flow.after(step, eta);
    const spline = weightedNaturalSpline({ x, y, zeta: law.zeta, breaks: law.breaks, smoothing: lambda });
    grid.forEach((point, k) =>
      rows.push({
        steps: step,
        lambda,
        x: point,
        network: f[k],
        limit: limit.evaluate(point),
        spline: spline.evaluate(point),
      }),
    );
  };
  const { steps } = SNAPSHOTS;
  const maxSteps = steps[steps.length - 1];
  train(start, DATA, { rates, relativeResidual: 0, maxSteps, checkpoints: { steps, visit } });
  return rows;
}

function leastSquaresAdjusted({ x, y }: Data): Data {
  const { u, v } = fitAffine(x, y, (z) => z);
  return { x, y: y.map((value, j) => value - (u * x[j] + v)) };
}

const sup = (f: ArrayLike<number>, g: readonly number[]): number =>
  g.reduce((most, value, k) => Math.max(most, Math.abs(f[k] - value)), 0);

const normAtData = (f: ArrayLike<number>, g: readonly number[]): number =>
  norm(AT_DATA.map((k) => f[k] - g[k]));
