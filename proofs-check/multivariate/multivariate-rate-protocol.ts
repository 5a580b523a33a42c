import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { dot, pointRows } from '../../numerics/kernels/several/points.js';
import { polyharmonicKernel } from '../../numerics/kernels/several/radial-kernel.js';
import { vectorKernel } from '../../numerics/kernels/several/vector-kernel.js';
import {
  evaluateOnLines,
  linesInBall,
  pointsOnLines,
  type AxisLine,
} from '../../numerics/networks/evaluate-on-lines.js';
import { inputsOf, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { Training } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import {
  bindVectorLaw,
  type PointKernel,
  type VectorLaw,
} from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { networkUnits, type Plan } from '../univariate/chain-protocol.js';
import { adjustedPoints, type AdjustedPoints } from './adjusted-points.js';
import { H7, star, type PointData } from './point-sets.js';
import { linearKernel, thinPlateKernel } from './wrong-kernels.js';

export const SPHERE = 'sphere-uniform(aB=1)';
/** Narrow biases: the cubic radial spline is then .07 (two inputs) away in the root mean square. */
export const GAUSSIAN = 'gaussian(sigmaW=1,sigmaB=0.5)';
export const RADIUS = 0.95;
export const DATA: Readonly<Record<number, PointData>> = { 2: H7, 3: star(3) };
const GRIDS: Readonly<Record<number, readonly AxisLine[]>> = {
  2: linesInBall(2, RADIUS, 17, 25),
  3: linesInBall(3, RADIUS, 7, 15),
};
export const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 5_000_000;
/** What the slow control takes from the exponent. */
const SLOWER_BY = 3 / 8;
/** Far controls are refuted by networks of no more units. */
export const FAR_WIDTHS = 4096;
/** Networks of their own: in two inputs, under the uniform law on the sphere. */
const OWN_RUNS = 14;
/** Taken off by the adjustment, and so without effect on the claim. */
export const RAISED = 10;
/** The widths whose first network is drawn. */
export const DRAWN = [256, 16384];
const SIDE = 33;
export const BINS = { angles: 36, offsets: 20 };

export const RUNS: Plan = {
  quick: { 256: 68, 4096: 14, 16384: 36 },
  full: { 256: 56, 1024: 48, 4096: 48, 16384: 48, 65536: 56, 131072: 40 },
};

/** One network each: inputs, law, width, index. */
export const rateUnits = (profile: Profile): Unit[] =>
  Object.keys(DATA).flatMap((inputs) =>
    networkUnits([SPHERE, GAUSSIAN], RUNS, profile).map((unit) => ({
      ...unit,
      id: `d=${inputs}/${unit.id}`,
      inputs: Number(inputs),
    })),
  );

/** Trains the network of a unit and compares it with what each hypothesis predicts. */
export function measureRate(unit: Unit, random: Streams): Measured {
  const [inputs, width, index] = [Number(unit.inputs), Number(unit.width), Number(unit.index)];
  const setting = settingOf(String(unit.law), inputs);
  const start = initializeNetwork(setting.law, width, random);
  const run = trained(start, setting.adjusted.data);
  const values = onGrid(run.network, setting, setting.adjusted.limit.polynomial);
  const rows = (
    f: readonly number[],
    target: readonly number[],
    { steps, relativeResidual }: Training,
  ): Row[] => {
    const gaps = f.map((value, k) => Math.abs(value - target[k]));
    const common = { law: setting.law.text, inputs, width, steps, relativeResidual };
    const group = `${setting.law.initialization.name}, d = ${inputs}`;
    return [
      { group: `${group}, sup`, error: Math.max(...gaps), ...common },
      { group: `${group}, rms`, error: rms(gaps), ...common },
    ];
  };
  const { claim, ...wrong } = setting.targets;
  const far = width <= FAR_WIDTHS;
  const own = far && inputs === 2 && setting.law.text === bindVectorLaw(SPHERE, 2).text && index < OWN_RUNS;
  const drawn = inputs === 2 && unit.law === SPHERE && index === 0 && DRAWN.includes(width);
  const ofRun = rows(values, claim, run);
  return {
    claim: ofRun,
    'slow-rate': ofRun.map((row) => ({
      ...row,
      error: Number(row.error) * Math.exp(SLOWER_BY * Math.log(width)),
    })),
    ...(far &&
      Object.fromEntries(Object.entries(wrong).map(([id, target]) => [id, rows(values, target, run)]))),
    ...(own && ownRows(start, setting, (f, training) => rows(f, claim, training))),
    ...(drawn && {
      contours: contourRows(run.network, setting),
      ...(width === DRAWN[DRAWN.length - 1] && { kinks: kinkRows(start, run.network, setting) }),
    }),
  };
}

/** The same start trained otherwise: on data that are not adjusted, and in the NTK parametrization. */
function ownRows(
  start: Network,
  setting: Setting,
  rows: (f: readonly number[], training: Training) => Row[],
): Measured {
  const data = DATA[setting.law.inputs];
  const raised = trained(start, { ...data, y: data.y.map((value) => value + RAISED) });
  const ntk = trained(start, setting.adjusted.data, start.b.length);
  return {
    unadjusted: rows(
      onGrid(raised.network, setting, () => -RAISED),
      raised,
    ),
    ntk: rows(onGrid(ntk.network, setting, setting.adjusted.limit.polynomial), ntk),
  };
}

function trained(start: Network, data: PointData, hiddenRatio = 1): Training {
  const rates = stableRates(start, data.x, hiddenRatio);
  return train(start, data, { rates, relativeResidual: RELATIVE_RESIDUAL, maxSteps: MAX_STEPS });
}

/** The network plus what its data were less, on the grid. */
function onGrid(
  network: Network,
  { lines, points }: Setting,
  plus: (point: readonly number[]) => number,
): number[] {
  return Array.from(evaluateOnLines(network, lines), (f, k) => f + plus(points[k]));
}

const rms = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

interface Setting {
  readonly law: VectorLaw;
  readonly adjusted: AdjustedPoints;
  readonly lines: readonly AxisLine[];
  readonly points: readonly number[][];
  /** What each hypothesis predicts at the points. */
  readonly targets: Readonly<Record<string, readonly number[]>> & { readonly claim: readonly number[] };
}

const known = new Map<string, Setting>();

/** Data, limit and predictions; the same for every unit, so kept. */
function settingOf(text: string, inputs: number): Setting {
  const key = `${text}, ${inputs}`;
  const found = known.get(key) ?? computeSetting(text, inputs);
  known.set(key, found);
  return found;
}

function computeSetting(text: string, inputs: number): Setting {
  const law = bindVectorLaw(text, inputs);
  const data = DATA[inputs];
  const lines = GRIDS[inputs];
  const points = pointsOnLines(lines);
  const adjusted = adjustedPoints(law, data);
  const spline = (kernel: PointKernel): number[] =>
    points.map(pointInterpolant({ kernel, ...data, degree: 1 }).evaluate);
  const other = vectorKernel(bindVectorLaw(text === SPHERE ? GAUSSIAN : SPHERE, inputs), RADIUS);
  const targets = {
    claim: text === SPHERE ? spline(polyharmonicKernel(1)) : points.map(adjusted.limit.evaluate),
    'other-law': spline(other),
    ...(text === SPHERE && { 'thin-plate': spline(thinPlateKernel), linear: spline(linearKernel) }),
  };
  return { law, adjusted, lines, points, targets };
}

/** The network, the prediction and a wrong one (thin-plate spline) on a square grid about the disk, to four decimals. */
function contourRows(network: Network, { adjusted: { limit }, law }: Setting): Row[] {
  const side = Array.from({ length: SIDE }, (_, k) => -1 + (2 * k) / (SIDE - 1));
  const lines = side.map((x) => ({ others: [x], last: side }));
  const thinPlate = pointInterpolant({ kernel: thinPlateKernel, ...DATA[law.inputs], degree: 1 }).evaluate;
  const values = evaluateOnLines(network, lines);
  return pointsOnLines(lines).map((point, k) => ({
    width: network.b.length,
    x: point[0],
    y: point[1],
    network: decimals(values[k] + limit.polynomial(point)),
    prediction: decimals(limit.evaluate(point)),
    'thin-plate': decimals(thinPlate(point)),
  }));
}

/** To four digits; plus 0, since −0 does not survive JSON. */
const decimals = (value: number): number => Math.round(1e4 * value) / 1e4 + 0;

/**
 * What training did to the output weights, by place of the kink: n Δa U averaged over the units with direction
 * V = (cos t, sin t) and offset c in a bin, and E[U²] Σ λ_j [⟨V, x_j⟩ − c]₊ = β(V, c)/p(V, c) at the middle of the bin, which the
 * theory makes of it (‖W‖ = 1 here).
 */
function kinkRows(start: Network, end: Network, { adjusted: { limit }, law }: Setting): Row[] {
  const width = start.b.length;
  const sums = new Float64Array(BINS.angles * BINS.offsets);
  const counts = new Float64Array(sums.length);
  for (let i = 0; i < width; i++) {
    const w = start.w.subarray(i * inputsOf(start), (i + 1) * inputsOf(start));
    const length = Math.sqrt(dot(w, w));
    const angle = (Math.atan2(w[1], w[0]) / (2 * Math.PI) + 0.5) * BINS.angles;
    const offset = (-start.b[i] / length + 1) * (BINS.offsets / 2);
    const bin =
      Math.min(Math.floor(angle), BINS.angles - 1) * BINS.offsets +
      Math.min(Math.floor(offset), BINS.offsets - 1);
    sums[bin] += width * (end.a[i] - start.a[i]) * length;
    counts[bin]++;
  }
  const points = pointRows(DATA[law.inputs].x, law.inputs);
  return Array.from(sums, (sum, bin) => {
    const angle = 2 * Math.PI * ((Math.floor(bin / BINS.offsets) + 0.5) / BINS.angles - 0.5);
    const offset = (2 * ((bin % BINS.offsets) + 0.5)) / BINS.offsets - 1;
    const direction = [Math.cos(angle), Math.sin(angle)];
    const predicted = points.reduce(
      (total, point, j) => total + limit.coefficients[j] * Math.max(dot(direction, point) - offset, 0),
      0,
    );
    return {
      bin,
      angle,
      offset,
      predicted: decimals(predicted),
      measured: decimals(sum / counts[bin]),
      kinks: counts[bin],
    };
  }).filter(({ kinks }) => kinks > 0);
}
