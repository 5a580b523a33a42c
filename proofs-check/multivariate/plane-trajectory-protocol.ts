import { Matrix, QrDecomposition } from 'ml-matrix';
import { pointFlow } from '../../numerics/kernels/several/point-flow.js';
import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { pointRows } from '../../numerics/kernels/several/points.js';
import { vectorKernel } from '../../numerics/kernels/several/vector-kernel.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Streams } from '../../numerics/random/streams.js';
import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { distances } from './distances.js';
import { S10, sunflower, type PointData } from './point-sets.js';

const SPHERE = 'sphere-uniform(aB=1)';
const GAUSSIAN = 'gaussian(sigmaW=1,sigmaB=0.5)';
export const RELATIVE_RESIDUAL = 1e-4;
const MAX_STEPS = 5_000_000;
/** The time that is looked at by itself, in steps: the fast modes are learned, the slow ones not yet. */
export const EARLY = 64;

/** Networks by law and width; noise of the log error .25 (pilot of 80 networks). In the quick profile the law alone that trains in the fewest steps. */
export const PLAN: Readonly<Record<Profile, Readonly<Record<string, Readonly<Record<number, number>>>>>> = {
  quick: { [GAUSSIAN]: { 512: 34, 16384: 28 } },
  full: {
    [GAUSSIAN]: { 256: 140, 65536: 80 },
    [SPHERE]: { 256: 140, 65536: 80 },
  },
};
/** Networks of each width that are trained with the hidden rates of the NTK parametrization. */
const NTK = { law: GAUSSIAN, widths: [64, 1024], runs: 12 };
/** Networks whose distances are drawn over time. */
const DRAWN = { law: GAUSSIAN, widths: [256, 2048, 16384] };
export const LAWS = Object.keys(PLAN.full);

/** S10 less its least-squares plane, where the smoothing splines start. */
export const DATA: PointData = lessPlane(S10);
export const PLACES = 50;
const GRID = [...DATA.x, ...sunflower(PLACES, 0.95)];
const POINTS = pointRows(GRID, DATA.inputs);

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
    ...NTK.widths.flatMap((width) => networks('ntk', NTK.law, width, NTK.runs)),
    ...DRAWN.widths.flatMap((width) => networks('drawn', DRAWN.law, width, 1)),
  ];
}

/** Trains the network of a unit and follows it at 1, 4, 16, … steps and at the end. */
export function measureTrajectory(unit: Unit, random: Streams): Measured {
  const [law, width] = [bindVectorLaw(String(unit.law), DATA.inputs), Number(unit.width)];
  const start = initializeNetwork(law, width, random);
  if (unit.trainedFor === 'drawn') return { drawn: follow(start, law.text, 1, 2).drawn };
  if (unit.trainedFor === 'ntk') return { ntk: follow(start, law.text, width).rows.claim };
  return follow(start, law.text).rows;
}

/** The largest distances along training from what each hypothesis says, and the distances at each time. */
function follow(
  start: Network,
  law: string,
  hiddenRatio = 1,
  factor = 4,
): { rows: Record<string, Row[]> & { claim: Row[] }; drawn: Row[] } {
  const width = start.b.length;
  const rates = stableRates(start, DATA.x, hiddenRatio);
  // Steps of the mean over the units, as K is a mean.
  const eta = width * rates.output;
  const { trajectory, spline } = limitOf(law);
  const [other] = LAWS.filter((each) => each !== law).map(limitOf);
  const largest: Record<string, number> = {};
  let early: number | undefined;
  const drawn: Row[] = [];
  const visit = (step: number, network: Network): void => {
    const f = evaluateNetwork(network, GRID);
    const from = (g: ArrayLike<number>): number => distances(f, g).sup;
    const gaps = {
      claim: from(trajectory(step, eta)),
      'smoothing-spline': from(spline(1 / (eta * step))),
      'twice-the-time': from(trajectory(2 * step, eta)),
      'other-law': from(other.trajectory(step, eta)),
    };
    for (const [id, gap] of Object.entries(gaps)) largest[id] = Math.max(largest[id] ?? 0, gap);
    if (step === EARLY) early = gaps.claim;
    drawn.push({ width, time: eta * step, network: gaps.claim, spline: gaps['smoothing-spline'] });
  };
  const { network, steps, relativeResidual } = train(start, DATA, {
    rates,
    relativeResidual: RELATIVE_RESIDUAL,
    maxSteps: MAX_STEPS,
    checkpoints: { steps: powersOf(factor), visit },
  });
  visit(steps, network);
  const row = (error: number, when = 'all times'): Row => ({
    group: `${law.replace(/\(.*/, '')}, ${when}`,
    error,
    law,
    width,
    steps,
    relativeResidual,
  });
  const rows = Object.fromEntries(Object.entries(largest).map(([id, gap]) => [id, [row(gap)]]));
  const after = early === undefined ? [] : [row(early, `${EARLY} steps`)];
  return { rows: { ...rows, claim: [...rows.claim, ...after] }, drawn };
}

const powersOf = (factor: number): number[] =>
  Array.from({ length: 20 }, (_, k) => Math.round(Math.exp(k * Math.log(factor))));

/** Infinitely many units of one law: functions on the grid. The same for every unit, so kept. */
interface Limit {
  /** Gradient descent after so many steps of rate η̄. */
  readonly trajectory: (steps: number, rate: number) => Float64Array;
  readonly spline: (lambda: number) => Float64Array;
}
const limits = new Map<string, Limit>();

function limitOf(text: string): Limit {
  const known = limits.get(text);
  if (known) return known;
  const kernel = vectorKernel(bindVectorLaw(text, DATA.inputs), 1);
  const flow = pointFlow(kernel, DATA.x, DATA.inputs, DATA.y);
  const onGrid = (f: (point: ArrayLike<number>) => number): Float64Array => Float64Array.from(POINTS, f);
  const limit: Limit = {
    trajectory: (steps, rate) => onGrid(flow.after(steps, rate).evaluate),
    spline: (lambda) => onGrid(pointInterpolant({ ...DATA, kernel, degree: 1, ridge: lambda }).evaluate),
  };
  limits.set(text, limit);
  return limit;
}

function lessPlane(data: PointData): PointData {
  const design = new Matrix(pointRows(data.x, data.inputs).map((point) => [...point, 1]));
  const plane = design.mmul(new QrDecomposition(design).solve(Matrix.columnVector([...data.y]))).to1DArray();
  return { ...data, y: data.y.map((value, j) => value - plane[j]) };
}
