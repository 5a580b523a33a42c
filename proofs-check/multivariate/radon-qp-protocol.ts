import { pointInterpolant, type PointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { hemisphereRule, withAntipodes } from '../../numerics/quadrature/hemisphere-rule.js';
import type { DirectionRule } from '../../numerics/quadrature/hemisphere-rule.js';
import type { RandomStream, Streams } from '../../numerics/random/streams.js';
import { kinkGrid } from '../../numerics/variational/several/kink-grid.js';
import {
  evenModel,
  kinkProblem,
  reluModel,
  type KinkModel,
  type KinkProblem,
  type KinkSolution,
} from '../../numerics/variational/several/kink-problem.js';
import { kinkQp } from '../../numerics/variational/several/kink-qp.js';
import { kinkSaddle } from '../../numerics/variational/several/kink-saddle.js';
import { bindVectorLaw, type VectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { pointInBall, randomPoints, S10, type PointData } from './point-sets.js';

export const LAWS = ['sphere-uniform(aB=1)', 'gaussian(sigmaW=1,sigmaB=0.5)'] as const;
const [, GAUSSIAN] = LAWS;
const WIDER = 'gaussian(sigmaW=1,sigmaB=1)';
/** All units with ReLU on the whole sphere, or opposite pairs with the absolute value on half of it. */
const VARIANTS = ['full', 'even'] as const;
type Variant = (typeof VARIANTS)[number];

/** Largest ‖x_j‖, and beyond it no unit is needed. */
export const RADIUS = 0.95;
/** Offsets go from −REACH to REACH. */
const REACH = 1;
const COUNT = 8;
const PLACES = 20;

/**
 * Grids of n directions (n²/2 or n² in three inputs) and n offsets, and independent data sets on each. Noise of the log
 * error .3 to .8 (pilot of 48 sets for each law, variant and number of inputs).
 */
const GRIDS: Readonly<Record<Profile, Readonly<Record<number, { sizes: readonly number[]; runs: number }>>>> =
  {
    quick: { 2: { sizes: [8, 16, 32, 64], runs: 12 } },
    full: { 2: { sizes: [16, 32, 64, 128], runs: 40 }, 3: { sizes: [8, 12, 16, 24, 32], runs: 32 } },
  };
/** False versions are solved on so many of them. */
const FALSE_RUNS = 8;
/** Sizes of grids solved by quadratic programming too, by profile: a dense Hessian of n² rows. */
const PROGRAMS: Readonly<Record<Profile, Readonly<Record<number, number>>>> = {
  quick: { 8: 3, 16: 1 },
  full: { 8: 16, 16: 8, 24: 2, 32: 1 },
};
/** The grids on which the ten points are solved. */
const TEN: Readonly<Record<Profile, readonly number[]>> = {
  quick: [8, 16, 32, 64],
  full: [8, 16, 32, 64, 128, 256],
};
/** error ≤ so many squares of the cell h = 2/n, on the ten points (whose values range over 3.8). */
export const TEN_BOUND = 12;

export function radonQpUnits(profile: Profile): Unit[] {
  const cells = LAWS.flatMap((law) => VARIANTS.map((variant) => ({ law, variant })));
  const rates = Object.entries(GRIDS[profile]).flatMap(([inputs, { sizes, runs }]) =>
    cells.flatMap((cell) =>
      sizes.flatMap((points) => repeated(runs, { kind: 'grid', ...cell, inputs: Number(inputs), points })),
    ),
  );
  const programs = LAWS.flatMap((law) =>
    Object.entries(PROGRAMS[profile]).flatMap(([points, runs]) =>
      repeated(runs, { kind: 'program', law, inputs: 2, points: Number(points) }),
    ),
  );
  const ten = cells.flatMap((cell) =>
    TEN[profile].flatMap((points) => repeated(1, { kind: 'ten', ...cell, inputs: 2, points })),
  );
  return [...rates, ...programs, ...ten];
}

const repeated = (runs: number, fields: Record<string, string | number>): Unit[] =>
  Array.from({ length: runs }, (_, index) => ({
    id: `${Object.values(fields).join('/')}/${index}`,
    ...fields,
    index,
  }));

export function measureRadonQp(unit: Unit, random: Streams): Measured {
  if (unit.kind === 'program') return measureProgram(unit, random.stream('data'));
  return unit.kind === 'ten' ? measureTen(unit) : measureGrid(unit, random.stream('data'));
}

/** What a false version changes of the problem. */
interface Change {
  readonly weight?: KinkModel['weight'];
  readonly feature?: KinkModel['feature'];
  readonly degree?: -1;
  readonly directions?: (rule: DirectionRule) => DirectionRule;
}

/** The false versions, where they change something. */
function changes(law: VectorLaw): Readonly<Record<string, Change>> {
  const wider = bindVectorLaw(WIDER, law.inputs);
  const common: Record<string, Change> = {
    unadjusted: { degree: -1 },
    feature: { feature: (t) => 0.5 * t * Math.abs(t) },
    quarter: { directions: firstHalf },
  };
  // ζ is constant on the data for the other law: neither would change anything.
  return law.text === GAUSSIAN
    ? {
        ...common,
        inverted: { weight: (direction, c) => 1 / law.zeta(direction, c) },
        'another-law': { weight: wider.zeta },
      }
    : common;
}

/** Without the second half of the directions. */
const firstHalf = ({ directions, weights }: DirectionRule): DirectionRule => ({
  directions: directions.slice(0, directions.length >> 1),
  weights: weights.slice(0, weights.length >> 1),
});

function problemOn(
  law: VectorLaw,
  variant: Variant,
  points: number,
  data: PointData,
  { weight, feature, degree, directions = (rule) => rule }: Change = {},
): KinkProblem {
  const { inputs } = law;
  const rule =
    variant === 'even'
      ? directions(hemisphereRule(inputs, points))
      : withAntipodes(directions(hemisphereRule(inputs, points >> 1)));
  const model = variant === 'even' ? evenModel(weight ?? law.evenZeta) : reluModel(weight ?? law.zeta);
  return kinkProblem({
    ...data,
    grid: kinkGrid(rule, points, REACH),
    model: feature ? { ...model, feature } : model,
    ...(degree && { degree }),
  });
}

const limitOf = (law: VectorLaw, data: PointData): PointInterpolant =>
  pointInterpolant({ ...data, kernel: law.kernel!.at, degree: 1 });

type Surface = (point: readonly number[]) => number;
const largestGap = (f: Surface, g: Surface, places: readonly (readonly number[])[]): number =>
  places.reduce((most, place) => Math.max(most, Math.abs(f(place) - g(place))), 0);
const placesIn = (inputs: number, random: RandomStream): number[][] =>
  Array.from({ length: PLACES }, () => pointInBall(inputs, RADIUS, random));
const sizeOf = ({ y }: PointData): number => Math.max(...y.map(Math.abs));

/** The distance from the kernel's solution, for random data, relative to its norm ‖g‖_K. */
function measureGrid(unit: Unit, random: RandomStream): Measured {
  const inputs = Number(unit.inputs);
  const points = Number(unit.points);
  const law = bindVectorLaw(String(unit.law), inputs);
  const data = randomPoints(COUNT, inputs, RADIUS, random);
  const limit = limitOf(law, data);
  const places = placesIn(inputs, random).map((place) => ({ place, value: limit.evaluate(place) }));
  const variant = unit.variant as Variant;
  const row = (change?: Change): Row[] => {
    const { evaluate } = kinkSaddle(problemOn(law, variant, points, data, change));
    const squares = places.map(({ place, value }) => {
      const miss = evaluate(place) - value;
      return miss * miss;
    });
    return [
      {
        group: `${law.initialization.name}, ${variant}, d = ${inputs}`,
        points,
        error: Math.sqrt(squares.reduce((sum, square) => sum + square / PLACES, 0) / limit.squaredNorm),
      },
    ];
  };
  const wrong = Number(unit.index) < FALSE_RUNS ? Object.entries(changes(law)) : [];
  return { claim: row(), ...Object.fromEntries(wrong.map(([id, change]) => [id, row(change)])) };
}

/** Quadratic program and saddle system, on the whole sphere and on half of it: one solution and one energy. */
function measureProgram(unit: Unit, random: RandomStream): Measured {
  const points = Number(unit.points);
  const law = bindVectorLaw(String(unit.law), 2);
  const data = randomPoints(COUNT, 2, RADIUS, random);
  const places = placesIn(2, random);
  const full = problemOn(law, 'full', points, data);
  // Half the unknowns: the same directions.
  const half = { ...data, grid: kinkGrid(hemisphereRule(2, points >> 1), points, REACH) };
  const even = kinkQp(kinkProblem({ ...half, model: evenModel(law.evenZeta) }));
  const program = kinkQp(full);
  const saddle = kinkSaddle(full);
  const size = sizeOf(data);
  const compare = (group: string, one: KinkSolution, other: KinkSolution): Row[] =>
    [
      { what: 'values', deviation: largestGap(one.evaluate, other.evaluate, places), scale: size },
      { what: 'energies', deviation: Math.abs(one.energy - other.energy), scale: other.energy },
    ].map(({ what, ...rest }) => ({
      group: `${group}, ${what}`,
      ...rest,
      tolerance: 1e3 * Number.EPSILON * saddle.condition * rest.scale,
      condition: saddle.condition,
      kktResidual: program.kktResidual,
      kktBound: program.kktBound,
    }));
  const wrong = kinkSaddle(
    kinkProblem({ ...half, model: { ...evenModel(law.evenZeta), feature: (t) => Math.max(t, 0) } }),
  );
  return {
    claim: [
      ...compare('quadratic program and saddle system', program, saddle),
      ...compare('all units and opposite pairs', program, even),
    ],
    'half-relu': compare('all units and opposite pairs', program, wrong),
  };
}

const tenKnown = new Map<string, PointInterpolant>();

/** The ten points on one grid. */
function measureTen(unit: Unit): Measured {
  const points = Number(unit.points);
  const law = bindVectorLaw(String(unit.law), 2);
  const limit = tenKnown.get(law.text) ?? limitOf(law, S10);
  tenKnown.set(law.text, limit);
  const places = Array.from({ length: 160 }, (_, k) => {
    const [radius, angle] = [(RADIUS * (1 + (k % 10))) / 10, (2 * Math.PI * (0.3 + Math.floor(k / 10))) / 16];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const variant = unit.variant as Variant;
  const row = (change?: Change): Row[] => {
    const { evaluate } = kinkSaddle(problemOn(law, variant, points, S10, change));
    const cell = (2 * REACH) / points;
    return [
      {
        group: `ten points, ${law.initialization.name}, ${variant}, ${points} × ${points}`,
        law: law.initialization.name,
        variant,
        points,
        deviation: largestGap(evaluate, limit.evaluate, places),
        tolerance: TEN_BOUND * cell * cell,
      },
    ];
  };
  const { unadjusted } = changes(law);
  return { claim: row(), unadjusted: row(unadjusted) };
}
