import { dot, norm, pointRows } from '../../numerics/kernels/several/points.js';
import { hemisphereRule, withAntipodes } from '../../numerics/quadrature/hemisphere-rule.js';
import type { RandomStream, Streams } from '../../numerics/random/streams.js';
import { kinkGrid, type KinkGrid } from '../../numerics/variational/several/kink-grid.js';
import { kinkProblem, reluModel } from '../../numerics/variational/several/kink-problem.js';
import { kinkSaddle, type KinkSaddleSolution } from '../../numerics/variational/several/kink-saddle.js';
import { bindVectorLaw, type Direction } from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { pointInBall, randomPoints, type PointData } from './point-sets.js';

/** Among them one whose ζ depends on the direction, and one whose ζ is not even. */
export const LAWS = [
  'sphere-uniform(aB=1.8)',
  'gaussian(sigmaW=1,sigmaB=0.6)',
  'uniform(aW=1,aB=1)',
  'sphere-shifted(aB=1.2,meanB=0.5)',
];
const CASES: Readonly<Record<Profile, Readonly<Record<number, number>>>> = {
  quick: { 2: 4, 3: 2 },
  full: { 1: 20, 2: 40, 3: 20 },
};
/** By d: directions on half of the sphere (their square for d = 3); offsets, up to REACH. */
const DIRECTIONS = [1, 20, 6];
const OFFSETS = 48;
const REACH = 2;
export const RADIUS = 0.95;
const PLACES = 20;

export const penaltyLocalityUnits = (profile: Profile): Unit[] =>
  Object.entries(CASES[profile]).flatMap(([inputs, cases]) =>
    LAWS.flatMap((law) =>
      Array.from({ length: cases }, (_, index) => ({
        id: `${law}/d=${inputs}/${index}`,
        law,
        inputs: Number(inputs),
        index,
      })),
    ),
  );

type Zeta = (direction: Direction, c: number) => number;

export function measurePenaltyLocality(unit: Unit, random: Streams): Measured {
  const inputs = Number(unit.inputs);
  const { zeta, evenZeta, isEven } = bindVectorLaw(String(unit.law), inputs);
  const stream = random.stream('data');
  const data = randomPoints(inputs + 3 + stream.integer(4), inputs, RADIUS, stream);
  const points = pointRows(data.x, inputs);
  const reach = Math.max(...points.map(norm));
  // Opposite nodes come in pairs, so that the even part of a weight on the nodes is that of ζ.
  const grid = kinkGrid(withAntipodes(hemisphereRule(inputs, DIRECTIONS[inputs - 1])), OFFSETS, REACH);
  const places = Array.from({ length: PLACES }, () => pointInBall(inputs, RADIUS, stream));
  const factor = randomFactor(inputs, stream);
  const tilt = randomTilt(inputs, stream);
  const scaled: Zeta = (v, c) => factor(v, c) * zeta(v, c);

  const adjusted = solve(data, grid, zeta, 1);
  const raw = solve(data, grid, zeta, -1);
  const size = Math.max(...data.y.map(Math.abs));
  const row = (
    what: string,
    { evaluate, condition }: KinkSaddleSolution,
    against: KinkSaddleSolution,
  ): Row => ({
    group: `${what}, d = ${inputs}`,
    deviation: Math.max(...places.map((place) => Math.abs(evaluate(place) - against.evaluate(place)))),
    tolerance: 1e3 * Number.EPSILON * Math.max(condition, against.condition) * size,
    scale: size,
    condition: Math.max(condition, against.condition),
  });

  const outside: Readonly<Record<string, Zeta>> = {
    'no units at |c| > max‖x_j‖': where(far(reach), () => 0, zeta),
    'twice as many at |c| > max‖x_j‖': where(far(reach), (v, c) => 2 * zeta(v, c), zeta),
    'random factor where hyperplanes miss the points': where(misses(points), scaled, zeta),
  };
  const odd: Readonly<Record<string, Zeta>> = {
    // For an even law that is no change.
    ...(isEven ? {} : { 'even part of ζ': evenZeta }),
    'one of each two opposite units': where(
      upper,
      (v, c) => 2 * evenZeta(v, c),
      () => 0,
    ),
    'random odd part': (v, c) => (1 + tilt(v, c)) * evenZeta(v, c),
  };
  const rows = (changes: Readonly<Record<string, Zeta>>, degree: 1 | -1): Row[] =>
    Object.entries(changes).map(([what, weight]) =>
      row(what, solve(data, grid, weight, degree), degree === 1 ? adjusted : raw),
    );
  const half = where(far(0.5 * reach), (v, c) => 2 * zeta(v, c), zeta);
  return {
    claim: [...rows(outside, 1), ...rows(odd, 1)],
    'unadjusted-outside': rows(outside, -1),
    'unadjusted-odd': rows(odd, -1),
    'half-way': rows({ 'twice as many at |c| > max‖x_j‖/2': half }, 1),
    inside: rows({ 'random factor everywhere': scaled }, 1),
    'even-factor': rows({ 'random even factor': (v, c) => (1 + Math.abs(tilt(v, c))) * evenZeta(v, c) }, 1),
    ...(!isEven && {
      'zeta-itself': rows(
        {
          'ζ of one of each two opposite units': where(
            upper,
            (v, c) => 2 * zeta(v, c),
            () => 0,
          ),
        },
        1,
      ),
    }),
  };
}

const solve = (data: PointData, grid: KinkGrid, zeta: Zeta, degree: 1 | -1): KinkSaddleSolution =>
  kinkSaddle(kinkProblem({ ...data, grid, model: reluModel(zeta), degree }));

type Test = (direction: Direction, c: number) => boolean;

const where =
  (test: Test, then: Zeta, otherwise: Zeta): Zeta =>
  (direction, c) =>
    test(direction, c) ? then(direction, c) : otherwise(direction, c);

const far =
  (reach: number): Test =>
  (_, c) =>
    Math.abs(c) > reach;

const misses =
  (points: readonly Float64Array[]): Test =>
  (direction, c) => {
    const sides = points.map((point) => Math.sign(dot(direction, point) - c));
    return sides.every((side) => side === sides[0]);
  };

/** One of V and −V. */
function upper(direction: Direction): boolean {
  const first = Array.from(direction).findLast((value) => value !== 0);
  return first !== undefined && first > 0;
}

/** A positive function of (V, c) between 1/3 and 3. */
function randomFactor(inputs: number, random: RandomStream): Zeta {
  const wave = randomWave(inputs, random);
  return (direction, c) => Math.exp(Math.log(3) * Math.sin(wave(direction, c) + 0.7));
}

/** A function with tilt(−V, −c) = −tilt(V, c) and |tilt| ≤ .9. */
function randomTilt(inputs: number, random: RandomStream): Zeta {
  const wave = randomWave(inputs, random);
  return (direction, c) => 0.9 * Math.sin(wave(direction, c));
}

/** A linear function of (V, c), so an odd one. */
function randomWave(inputs: number, random: RandomStream): Zeta {
  const slopes = Array.from({ length: inputs }, () => 2 * random.normal());
  const along = (1 + random.uniform()) * random.sign();
  return (direction, c) => dot(direction, slopes) + along * c;
}
