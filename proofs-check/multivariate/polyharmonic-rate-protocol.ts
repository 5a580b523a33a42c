import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { polyharmonicKernel } from '../../numerics/kernels/several/radial-kernel.js';
import { outputLayerLimit } from '../../numerics/networks/output-layer-limit.js';
import { streams, type Streams } from '../../numerics/random/streams.js';
import { relu } from '../../theory/activations/relu.js';
import { between } from '../../theory/initializations/initialization.js';
import {
  bindVectorLaw,
  type PointKernel,
  type VectorLaw,
} from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { networkUnits, type Plan } from '../univariate/chain-protocol.js';
import { adjustedPoints, type AdjustedPoints } from './adjusted-points.js';
import { H7, pointInBall, star, withTargets, type PointData } from './point-sets.js';
import { drawSquareDirection } from './square-directions.js';
import { linearKernel, thinPlateKernel } from './wrong-kernels.js';

export const LAW = 'sphere-uniform(aB=1)';
const BIASES = 1;
/** Kinks then reach only half of the way to the outermost data. */
export const NARROW = 0.5;
export const RADIUS = 0.95;
export const PLACES = 48;
/** Wrong theories whose prediction is near need the error of wider networks. */
export const NEAR_WIDTHS = 4096;
export const NEAR_RUNS = 16;
/** What the slow control takes from the exponent. */
const SLOWER_BY = 3 / 8;

/** On a line nine points, in two inputs a hexagon, in more a star. */
export const DATA: Readonly<Record<number, PointData>> = {
  1: withTargets([-0.95, -0.7, -0.5, -0.2, 0, 0.25, 0.5, 0.75, 0.95], 1, ([x]) => Math.sin(5 * x) + x * x),
  2: H7,
  3: star(3),
  5: star(5),
  8: star(8),
};
const INPUTS: Readonly<Record<Profile, readonly number[]>> = { quick: [1, 2, 3, 5], full: [1, 2, 3, 5, 8] };

export const RUNS: Plan = {
  quick: { 512: 64, 4096: 16, 65536: 32 },
  full: { 512: 64, 4096: 48, 32768: 48, 262144: 56 },
};

/** One network each: inputs, width, index. */
export const polyharmonicUnits = (profile: Profile): Unit[] =>
  INPUTS[profile].flatMap((inputs) =>
    networkUnits([LAW], RUNS, profile).map((unit) => ({ ...unit, id: `d=${inputs}/${unit.id}`, inputs })),
  );

/** Solves the output layer of a unit's network and compares it with what each hypothesis predicts. */
export function measurePolyharmonic(unit: Unit, random: Streams): Measured {
  const [inputs, width] = [Number(unit.inputs), Number(unit.width)];
  const setting = settingOf(String(unit.law), inputs);
  const { law, adjusted, places, polynomial, targets } = setting;
  const data = DATA[inputs];
  const solver = (of: Pick<VectorLaw, 'inputs' | 'draw'>): ((y: readonly number[]) => Float64Array) =>
    outputLayerLimit({
      activation: relu,
      law: of,
      units: width / 2,
      x: data.x,
      places: places.flat(),
      hidden: random.stream('hidden'),
    });
  const rows = (f: ArrayLike<number>, target: readonly number[]): Row[] => {
    const gaps = target.map((value, k) => Math.abs(f[k] - value));
    return [
      { group: `d = ${inputs}, sup`, inputs, width, error: Math.max(...gaps) },
      {
        group: `d = ${inputs}, rms`,
        inputs,
        width,
        error: Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length),
      },
    ];
  };
  const solve = solver(law);
  const withAffine = (f: Float64Array): Float64Array => f.map((value, k) => value + polynomial[k]);
  const solution = withAffine(solve(adjusted.data.y));
  const { claim, ...wrong } = targets;
  const near = width >= NEAR_WIDTHS && Number(unit.index) < NEAR_RUNS && inputs > 1;
  const claimed = rows(solution, claim);
  return {
    claim: claimed,
    'slow-rate': claimed.map((row) => ({
      ...row,
      error: Number(row.error) * Math.exp(SLOWER_BY * Math.log(width)),
    })),
    ...(inputs > 1 &&
      Object.fromEntries(Object.entries(wrong).map(([id, target]) => [id, rows(solution, target)]))),
    ...(near && { unadjusted: rows(solve(data.y), claim) }),
    ...(near &&
      inputs === 2 && {
        'square-directions': rows(withAffine(solver(SQUARE_DIRECTIONS)(adjusted.data.y)), claim),
        'narrow-biases': rows(withAffine(solver(narrowBiases(law))(adjusted.data.y)), claim),
      }),
  };
}

const SQUARE_DIRECTIONS: Pick<VectorLaw, 'inputs' | 'draw'> = {
  inputs: 2,
  draw(variates, w, at) {
    drawSquareDirection(variates, w, at);
    return between(-BIASES, BIASES, variates);
  },
};

const narrowBiases = (law: VectorLaw): Pick<VectorLaw, 'inputs' | 'draw'> => ({
  inputs: law.inputs,
  draw: (variates, w, at) => NARROW * law.draw(variates, w, at),
});

interface Setting {
  readonly law: VectorLaw;
  readonly adjusted: AdjustedPoints;
  readonly places: readonly number[][];
  /** The affine part at the places. */
  readonly polynomial: readonly number[];
  /** What each hypothesis predicts at the places. */
  readonly targets: Readonly<Record<string, readonly number[]>> & { readonly claim: readonly number[] };
}

const known = new Map<string, Setting>();

/** Data, limit and predictions; the same for every unit, so kept. */
function settingOf(law: string, inputs: number): Setting {
  const key = `${law}, ${inputs}`;
  const found = known.get(key) ?? computeSetting(law, inputs);
  known.set(key, found);
  return found;
}

function computeSetting(text: string, inputs: number): Setting {
  const law = bindVectorLaw(text, inputs);
  const adjusted = adjustedPoints(law, DATA[inputs]);
  // The same places in every run: only networks are random.
  const random = streams(0, ['polyharmonic-rate', String(inputs)]).stream('places');
  const places = Array.from({ length: PLACES }, () => pointInBall(inputs, RADIUS, random));
  const spline = (kernel: PointKernel): number[] =>
    places.map(pointInterpolant({ kernel, ...DATA[inputs], degree: 1 }).evaluate);
  return {
    law,
    adjusted,
    places,
    polynomial: places.map(adjusted.limit.polynomial),
    targets: {
      claim: spline(polyharmonicKernel(1)),
      'thin-plate': spline(thinPlateKernel),
      linear: spline(linearKernel),
    },
  };
}
