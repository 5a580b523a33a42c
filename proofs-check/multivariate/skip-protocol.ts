import { Matrix } from 'ml-matrix';
import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { distance, dot, pointRows } from '../../numerics/kernels/several/points.js';
import { vectorKernel } from '../../numerics/kernels/several/vector-kernel.js';
import { symmetricEigen } from '../../numerics/linear-algebra/symmetric-eigen.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../numerics/networks/network.js';
import { stableRates } from '../../numerics/networks/tangent-kernel.js';
import { train } from '../../numerics/networks/trainers.js';
import type { LearningRates } from '../../numerics/networks/training.js';
import type { Streams } from '../../numerics/random/streams.js';
import {
  bindVectorLaw,
  type PointKernel,
  type VectorLaw,
} from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { distances } from './distances.js';
import { pointInBall, randomPoints, sunflower, withTargets, type PointData } from './point-sets.js';

/** The corners of a square, whose one contrast makes training short, with values far from 0 and from an affine map. */
export const DATA: PointData = withTargets(
  [1, 1, -1, 1, -1, -1, 1, -1],
  2,
  ([p, q]) => Math.sin(3 * p) + Math.cos(2 * q + p) + 5 + 5 * p - 5 * q,
);
const RADIUS = 1.4;
export const PLACES = 150;
const GRID = sunflower(PLACES, RADIUS);
const GAUSSIAN = 'gaussian(sigmaW=1,sigmaB=1)';
const SPHERE = 'sphere-uniform(aB=1.5)';
export const TRAINED = [GAUSSIAN, SPHERE];
export const RELATIVE_RESIDUAL = 1e-6;
const MAX_STEPS = 50_000_000;
/** Networks by law and width: noise of the log error .35 at 64, .5 beyond (pilot of 120 networks). The quick profile has the law alone that trains in fewer steps. */
export const PLAN: Readonly<Record<Profile, Readonly<Record<string, Readonly<Record<number, number>>>>>> = {
  quick: { [GAUSSIAN]: { 64: 40, 4096: 36 } },
  full: { [GAUSSIAN]: { 64: 140, 65536: 110 }, [SPHERE]: { 64: 140, 16384: 120 } },
};
/** Networks of each width that the controls are measured with. */
export const CONTROL_RUNS = 24;
/** c of a control. */
export const FIXED = 0.1;

/** Ratios c, and data sets at each of them for each law and number of inputs. */
export const LIMITS: Readonly<
  Record<Profile, { readonly ratios: readonly number[]; readonly cases: number }>
> = {
  quick: { ratios: [100, 10_000], cases: 16 },
  full: { ratios: [100, 1000, 10_000], cases: 96 },
};
export const INPUTS = [2, 3, 5];
const RANDOM_LAWS = ['gaussian', 'sphere-uniform'];

/** One network, or one data set with one ratio of rates at infinite width. */
export function skipUnits(profile: Profile): Unit[] {
  const networks = Object.entries(PLAN[profile]).flatMap(([law, runs]) =>
    Object.entries(runs).flatMap(([width, count]) =>
      Array.from({ length: count }, (_, index) => ({
        id: `${law}/n=${width}/${index}`,
        law,
        width: Number(width),
        index,
      })),
    ),
  );
  const { ratios, cases } = LIMITS[profile];
  const limits = RANDOM_LAWS.flatMap((name) =>
    INPUTS.flatMap((inputs) =>
      ratios.flatMap((ratio) =>
        Array.from({ length: cases }, (_, index) => ({
          id: `${name}/d=${inputs}/c=${ratio}/${index}`,
          name,
          inputs,
          ratio,
          index,
        })),
      ),
    ),
  );
  return [...networks, ...limits];
}

export const measureSkip = (unit: Unit, random: Streams): Measured =>
  'width' in unit ? measureNetwork(unit, random) : measureLimit(unit, random);

/** Functions on the grid that networks of one law may end in. */
interface Targets {
  readonly adjusted: Float64Array;
  readonly raw: Float64Array;
}
const known = new Map<string, Targets>();

function targetsOf(law: VectorLaw): Targets {
  const before = known.get(law.text);
  if (before) return before;
  const places = pointRows(GRID, 2);
  const values = (kernel: PointKernel, degree: number): Float64Array =>
    Float64Array.from(places, pointInterpolant({ ...DATA, kernel, degree }).evaluate);
  const kernel = vectorKernel(law, RADIUS + 0.1);
  const targets = { adjusted: values(kernel, 1), raw: values(kernel, -1) };
  known.set(law.text, targets);
  return targets;
}

function measureNetwork(unit: Unit, random: Streams): Measured {
  const [law, width] = [bindVectorLaw(String(unit.law), DATA.inputs), Number(unit.width)];
  const { adjusted, raw } = targetsOf(law);
  const plain = initializeNetwork(law, width, random);
  const start = { ...plain, u: new Float64Array(DATA.inputs) };

  const trained = (from: Network, rates: LearningRates) => {
    const { network, steps, relativeResidual } = train(from, DATA, {
      rates,
      relativeResidual: RELATIVE_RESIDUAL,
      maxSteps: MAX_STEPS,
    });
    const outputs = evaluateNetwork(network, GRID);
    const { skip = 0, hidden } = rates;
    const common = {
      law: law.text,
      width,
      steps,
      relativeResidual,
      skipRate: skip * STEEPNESS,
      restRate: skip > 0 ? hidden / skip : 0,
    };
    return (target: ArrayLike<number>): Row[] => {
      const { sup, rms } = distances(outputs, target);
      return [
        { group: `${law.text}, sup`, error: sup, ...common },
        { group: `${law.text}, rms`, error: rms, ...common },
      ];
    };
  };
  /** Rates with c = skip/(width · rest): the skip connection at its largest rate, its constant the output bias, if c ≥ 1. */
  const ratesOf = (c: number): LearningRates => {
    const skip = Math.min(1, c) / (4 * STEEPNESS);
    const rest = skip / (c * width);
    return { hidden: rest, output: rest, skip, bias: skip };
  };
  const against = trained(start, ratesOf(Math.sqrt(width)));
  const claim = against(adjusted);
  if (Number(unit.index) >= CONTROL_RUNS) return { claim };
  return {
    claim,
    'raw-kernel': against(raw),
    'equal-rates': trained(start, stableRates(start, DATA.x))(adjusted),
    'no-skip': trained(plain, stableRates(plain, DATA.x))(adjusted),
    'fixed-ratio': trained(start, ratesOf(FIXED))(adjusted),
  };
}

/** λ_max(Ψ), Ψ = Σ (x_j, 1)ᵀ(x_j, 1). */
const STEEPNESS = largestOfPsi(DATA);

function largestOfPsi({ x, inputs }: PointData): number {
  const design = new Matrix(pointRows(x, inputs).map((point) => [...point, 1]));
  const { values } = symmetricEigen(design.transpose().mmul(design));
  return values[values.length - 1];
}

/** The limit with a skip connection, K(x, x′) + c(⟨x, x′⟩ + 1), on random data plus a random affine map. */
function measureLimit(unit: Unit, random: Streams): Measured {
  const [inputs, ratio] = [Number(unit.inputs), Number(unit.ratio)];
  const draw = random.stream('law');
  const scale = Math.exp(2 * draw.uniform() - 1);
  const law = bindVectorLaw(
    unit.name === 'gaussian' ? `gaussian(sigmaW=1,sigmaB=${scale})` : `sphere-uniform(aB=${1 + scale})`,
    inputs,
  );
  const where = random.stream('data');
  const { x, y: wiggly } = randomPoints(inputs + 2 + where.integer(6), inputs, 1, where);
  const [slope, offset] = [pointInBall(inputs, 10, where), 10 * where.normal()];
  const y = wiggly.map((yj, j) => yj + dot(slope, x.slice(j * inputs, (j + 1) * inputs)) + offset);
  const places = Array.from({ length: 40 }, () => pointInBall(inputs, 1, where));
  const kernel = vectorKernel(law, 1);
  const values = (augmented: PointKernel, degree: number): number[] =>
    places.map(pointInterpolant({ kernel: augmented, x, inputs, y, degree }).evaluate);
  const goal = values(kernel, 1);
  const without = distances(values(kernel, -1), goal).sup;
  const row = (constant: number, linear: number, target = goal): Row => {
    const augmented: PointKernel = (p, q) => kernel(p, q) + constant + linear * dot(p, q);
    return {
      group: 'infinite width',
      ratio,
      error: distances(values(augmented, -1), target).sup / without,
      law: law.text,
      inputs,
    };
  };
  return {
    claim: [row(ratio, ratio)],
    'weights-only': [row(0, ratio)],
    'bias-only': [row(ratio, 0)],
    ...(inputs === 2 && { 'thin-plate': [row(ratio, ratio, values(thinPlate, 1))] }),
  };
}

/** r² log r, whose splines minimise ∫(Δg)² in the plane: the penalty with an exponent one too low. */
const thinPlate: PointKernel = (x, y) => {
  const r = distance(x, y);
  return r > 0 ? r * r * Math.log(r) : 0;
};
