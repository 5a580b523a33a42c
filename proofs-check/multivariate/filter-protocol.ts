import { Matrix, QrDecomposition } from 'ml-matrix';
import { polyharmonicKernel } from '../../numerics/kernels/several/radial-kernel.js';
import { pointInterpolant, symmetricMatrix } from '../../numerics/kernels/several/point-interpolant.js';
import { pointRows } from '../../numerics/kernels/several/points.js';
import { vectorKernel } from '../../numerics/kernels/several/vector-kernel.js';
import { matrixPower } from '../../numerics/linear-algebra/matrix-power.js';
import { symmetricEigen } from '../../numerics/linear-algebra/symmetric-eigen.js';
import { largestFilterGap } from '../../numerics/networks/linearized/filter-gap.js';
import { descentFilter, flowFilter } from '../../numerics/networks/linearized/filters.js';
import type { Streams } from '../../numerics/random/streams.js';
import { compile } from '../../theory/expression/compile.js';
import { parse } from '../../theory/expression/parse.js';
import { thirdMomentText } from '../../theory/initializations/several/kernel-text.js';
import {
  bindVectorLaw,
  type PointKernel,
  type VectorLaw,
} from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { norm, STEP, stepsAt, TIMES } from '../univariate/trajectory-protocol.js';
import { pointInBall, randomPoints, type PointData } from './point-sets.js';

export const FLOW = largestFilterGap();
export const DESCENT = largestFilterGap(STEP);
/** A constant a little below that of gradient flow. */
export const TOO_SMALL = 0.2;
/** One step of z = η̄κ_max: it shrinks a mode by z, the spline by z/(1 + z), which is less by a share below z. */
const EARLY = 0.01;
export const PLACES = 20;
export const INPUTS = [1, 2, 3, 5];
/** Modes with less than this share of the data are not drawn: their measured filter is a quotient of small numbers. */
const DRAWN = 0.1;

export function filterUnits(cases: Readonly<Record<Profile, number>>, profile: Profile): Unit[] {
  return ['sphere-uniform', 'gaussian'].flatMap((name) =>
    INPUTS.flatMap((inputs) =>
      Array.from({ length: cases[profile] }, (_, index) => ({
        id: `${name}/d=${inputs}/${index}`,
        name,
        inputs,
        index,
      })),
    ),
  );
}

/** Random data of a random law, and the modes of the kernel on their contrasts. */
interface Setting extends PointData {
  readonly law: VectorLaw;
  readonly kernel: PointKernel;
  /** QKQ, Q the projection off the affine functions of the data: a step of gradient descent takes η̄ times it from the identity. */
  readonly projected: Matrix;
  /** Its eigenvalues on the contrasts, ascending, and eigenvectors as columns. */
  readonly values: readonly number[];
  readonly vectors: Matrix;
  readonly condition: number;
  /** tr K over the smallest of them: by how much round-off of K, affine part included, is magnified on contrasts. */
  readonly magnification: number;
  /** Values at the data in the modes. */
  readonly inModes: (values: readonly number[]) => number[];
  /** The smoothing spline: of r³ by its own system for the sphere-uniform law, else by ridge regression. */
  readonly smoothed: (lambda: number) => (point: ArrayLike<number>) => number;
  readonly places: readonly (readonly number[])[];
}

function settingOf(unit: Unit, random: Streams): Setting {
  const inputs = Number(unit.inputs);
  const where = random.stream('data');
  const scale = Math.exp(where.uniform() - 0.5);
  const sphere = unit.name === 'sphere-uniform';
  const law = bindVectorLaw(
    sphere ? `sphere-uniform(aB=${1 + scale})` : `gaussian(sigmaW=1,sigmaB=${scale})`,
    inputs,
  );
  const data = randomPoints(inputs + 3 + where.integer(6), inputs, 1, where);
  const points = pointRows(data.x, inputs);
  const kernel = vectorKernel(law, 1);
  const affine = new QrDecomposition(new Matrix(points.map((point) => [...point, 1]))).orthogonalMatrix;
  const contrasts = Matrix.sub(Matrix.eye(points.length), affine.mmul(affine.transpose()));
  const matrix = symmetricMatrix(points, kernel);
  const product = contrasts.mmul(matrix).mmul(contrasts);
  const projected = Matrix.add(product, product.transpose()).div(2);
  const eigen = symmetricEigen(projected);
  // The affine functions, of eigenvalue 0, come first.
  const values = Array.from(eigen.values).slice(inputs + 1);
  const vectors = eigen.vectors.subMatrix(0, points.length - 1, inputs + 1, points.length - 1);
  return {
    ...data,
    law,
    kernel,
    projected,
    values,
    vectors,
    condition: values[values.length - 1] / values[0],
    magnification: matrix.trace() / values[0],
    inModes: (at) =>
      vectors
        .transpose()
        .mmul(Matrix.columnVector([...at]))
        .to1DArray(),
    smoothed: (lambda) =>
      sphere
        ? cubicSmoother(data, lambda * cubicScale(law, thirdMoment(inputs)))
        : pointInterpolant({ ...data, kernel, degree: 1, ridge: lambda }).evaluate,
    places: Array.from({ length: PLACES }, () => pointInBall(inputs, 1, where)),
  };
}

/** κ_d = E|V₁|³ */
const thirdMoment = (inputs: number): number => compile(parse(thirdMomentText(inputs)), [], {})();

/** K is r³ over this on contrasts, for W uniform on the unit sphere and B ~ U(−a, a) (Theorems 7 and 8). */
const cubicScale = (law: VectorLaw, moment: number): number => (24 * law.values.aB) / moment;

const cubicSmoother = (data: PointData, ridge: number): ((point: ArrayLike<number>) => number) =>
  pointInterpolant({ ...data, kernel: polyharmonicKernel(1), degree: 1, ridge }).evaluate;

/** Both trajectories of random data at all times, mode by mode and in the norm of the penalty; and the two ways to smooth. */
export function measureFilters(unit: Unit, random: Streams): Measured {
  const setting = settingOf(unit, random);
  const measured: Record<string, Row[]> = { claim: [], ...smoothers(setting, random) };
  for (let k = 0; k < TIMES; k++) {
    const rows =
      k === 0 ? firstStep(setting) : atTime(setting, stepsAt(k, setting.condition), unit.index === 0);
    for (const [hypothesis, found] of Object.entries(rows)) (measured[hypothesis] ??= []).push(...found);
  }
  return measured;
}

type Rows = Record<string, Row[]>;
const roundOffOf = ({ magnification }: Setting): number => 1e2 * Number.EPSILON * magnification;

/** The first, small step: only the right λ agrees with it to first order. */
function firstStep(setting: Setting): Rows {
  const { values, y, inModes } = setting;
  const eta = EARLY / values[values.length - 1];
  const descended = inModes(y).map((value, m) => eta * values[m] * value);
  const row = (lambda: number): Row => ({
    group: 'first-order law at small t',
    deviation: norm(splineModes(setting, lambda).map((value, m) => value - descended[m])) / norm(descended),
    tolerance: EARLY + roundOffOf(setting),
    step: EARLY,
  });
  return {
    claim: [row(1 / eta)],
    'mean-of-halves': [row(y.length / eta)],
    'sum-of-squares': [row(1 / (2 * eta))],
  };
}

const splineModes = ({ x, inputs, inModes, smoothed }: Setting, lambda: number): number[] =>
  inModes(pointRows(x, inputs).map(smoothed(lambda)));

/** How much of each mode the two have learned after t steps, and how far they are apart. */
function atTime(setting: Setting, t: number, drawn: boolean): Rows {
  const { x, y, inputs, kernel, projected, values, vectors, inModes } = setting;
  const target = inModes(y);
  const size = norm(target);
  const eta = STEP / values[values.length - 1];
  const roundOff = roundOffOf(setting) * size;

  // I − (I − η̄QKQ)^t, without the eigenvectors that only read off the modes.
  const left = matrixPower(Matrix.sub(Matrix.eye(y.length), Matrix.mul(projected, eta)), t).mmul(
    Matrix.columnVector([...y]),
  );
  const descent = inModes(left.to1DArray()).map((value, m) => target[m] - value);
  const flow = target.map((value, m) => eta * values[m] * flowFilter(eta * values[m], t) * value);
  const lambda = 1 / (eta * t);
  const spline = splineModes(setting, lambda);
  const identity = (group: string, found: readonly number[], share: (kappa: number) => number): Row => ({
    group,
    deviation: Math.max(...found.map((value, m) => Math.abs(value - share(values[m]) * target[m]))),
    tolerance: roundOff,
    scale: size,
    step: STEP,
  });
  const gap = (method: string, ahead: readonly number[], behind: readonly number[], bound: number): Row => ({
    group: `gap in a mode, ${method}`,
    ...worst(ahead.map((value, m) => [Math.abs(value - behind[m]), bound * Math.abs(target[m]) + roundOff])),
    step: STEP,
  });
  const energy = (data: readonly number[]): number =>
    pointInterpolant({ kernel, x, inputs, y: data, degree: 1 }).squaredNorm;
  const apart = vectors.mmul(Matrix.columnVector(descent.map((value, m) => value - spline[m]))).to1DArray();
  return {
    claim: [
      identity(
        'gradient descent and 1 − (1 − η̄κ)^t',
        descent,
        (kappa) => eta * kappa * descentFilter(eta * kappa, t),
      ),
      identity('smoothing spline and κ/(κ + λ)', spline, (kappa) => kappa / (kappa + lambda)),
      gap('gradient flow', flow, spline, FLOW.gap),
      gap('gradient descent', descent, spline, DESCENT.gap),
      {
        group: 'gap in the norm of the penalty',
        deviation: Math.sqrt(energy(apart)),
        tolerance: (DESCENT.gap + roundOffOf(setting)) * Math.sqrt(energy(y)),
        step: STEP,
      },
    ],
    'smaller-constant': [gap('gradient flow', flow, spline, TOO_SMALL)],
    'mean-of-halves': [
      gap('gradient descent', descent, splineModes(setting, y.length * lambda), DESCENT.gap),
    ],
    modes: target.flatMap((value, m) =>
      drawn && Math.abs(value) > DRAWN * size
        ? [{ z: eta * t * values[m], descent: descent[m] / value, spline: spline[m] / value }]
        : [],
    ),
  };
}

/** The smoothing spline by the system of r³ against ridge regression with K, with and without an affine part, off the data. */
function smoothers(setting: Setting, random: Streams): Rows {
  const { law, kernel, x, y, inputs, condition, smoothed, places } = setting;
  if (law.initialization.name !== 'sphere-uniform') return {};
  const lambda = Math.exp(
    Math.log(setting.values[0]) + random.stream('lambda').uniform() * Math.log(condition),
  );
  const ridge = (degree: number): ((point: ArrayLike<number>) => number) =>
    pointInterpolant({ kernel, x, inputs, y, degree, ridge: lambda }).evaluate;
  const spline = smoothed(lambda);
  const values = places.map(spline);
  // Few points far from a place: the affine part there can be several times the data.
  const scale = Math.max(...[...y, ...values].map(Math.abs));
  const row = (f: (point: ArrayLike<number>) => number, against = values): Row => ({
    group: 'ridge regression with K and the smoothing spline of r³',
    deviation: Math.max(...places.map((place, k) => Math.abs(f(place) - against[k]))),
    tolerance: roundOffOf(setting) * scale,
    scale,
  });
  const oneInput = cubicSmoother(setting, lambda * cubicScale(law, 1));
  return {
    claim: [row(ridge(1))],
    'no-affine-part': [row(ridge(-1))],
    ...(inputs > 1 && { 'one-input-constant': [row(ridge(1), places.map(oneInput))] }),
  };
}

/** The pair of deviation and tolerance with the largest quotient. */
function worst(pairs: readonly (readonly [number, number])[]): { deviation: number; tolerance: number } {
  const [deviation, tolerance] = pairs.reduce((most, each) =>
    each[0] * most[1] > most[0] * each[1] ? each : most,
  );
  return { deviation, tolerance };
}
