import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { distance, pointRows } from '../../numerics/kernels/several/points.js';
import { hemisphereRule } from '../../numerics/quadrature/hemisphere-rule.js';
import type { RandomStream, Streams } from '../../numerics/random/streams.js';
import {
  halfDistances,
  shadowBreaks,
  unitRule,
  valuesAt,
  type UnitRule,
} from '../../numerics/variational/several/unit-density.js';
import {
  bindVectorLaw,
  type Direction,
  type VectorLaw,
} from '../../theory/initializations/several/vector-law.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { pointInBall, randomPoints, type PointData } from './point-sets.js';

const UNIFORM = 'sphere-uniform(aB=1)';
export const LAWS = [UNIFORM, 'gaussian(sigmaW=1,sigmaB=0.4)', 'gaussian(sigmaW=1,sigmaB=0.8)'];
const CASES: Readonly<Record<Profile, Readonly<Record<number, number>>>> = {
  quick: { 2: 5, 3: 3 },
  full: { 1: 40, 2: 60, 3: 40 },
};
/** By d: directions on half of the sphere (their square for d = 3), and what the rule leaves of an energy, relative. */
const RULES = [
  { directions: 1, error: 1e-9 },
  { directions: 128, error: 1e-5 },
  { directions: 16, error: 1e-3 },
];
export const RADIUS = 0.95;
/** Places at which a random perturbation does not vanish, and its energy as a share of that of the limit. */
const BUMPS = 3;
const [SMALLEST, LARGEST] = [0.01, 0.3];
const LONGEST = 0.25;
/** Beyond the data the unadjusted limit has units too; what lies further out than the last is left out, to its advantage. */
const OUTSIDE = [1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];

export const radonOptimalityUnits = (profile: Profile): Unit[] =>
  Object.entries(CASES[profile]).flatMap(([inputs, cases]) =>
    Array.from({ length: cases }, (_, index) => ({
      id: `d=${inputs}/${index}`,
      inputs: Number(inputs),
      index,
    })),
  );

/** An interpolant by its density of units β_e at the nodes of a rule. */
interface Interpolant {
  readonly density: Float64Array;
  readonly condition: number;
}

type Weight = (direction: Direction, c: number) => number;

export function measureRadonOptimality(unit: Unit, random: Streams): Measured {
  const inputs = Number(unit.inputs);
  const stream = random.stream('data');
  const data = randomPoints(inputs + 3 + stream.integer(4), inputs, RADIUS, stream);
  const more = withMore(data, stream);
  const laws = LAWS.map((spec) => bindVectorLaw(spec, inputs));
  const { directions, error: ruleError } = RULES[inputs - 1];
  const half = hemisphereRule(inputs, directions);
  const shadow = shadowBreaks(pointRows(more.x, inputs), () => [0], LONGEST);
  const inside = unitRule(half, shadow);
  const solutions = laws.map((law) => solution(law, data, inside));

  const compare = (
    law: VectorLaw,
    rivals: string,
    energy: Energy,
    least: Interpolant,
    rival: Interpolant,
  ): Row[] => {
    const [smaller, larger, distance] = [least, rival, plus(rival, least, -1)].map(energy);
    const roundOff = 1e3 * Number.EPSILON * Math.max(least.condition, rival.condition);
    const error = (ruleError + roundOff) * Math.max(larger, smaller);
    const group = `under ${nameOf(law)}${rivals}, d = ${inputs}`;
    return [
      { group, law: nameOf(law), smaller, larger, distance, error },
      {
        group: `Pythagoras: ${group}`,
        deviation: Math.abs(larger - smaller - distance),
        tolerance: error,
      },
    ];
  };

  const measured: Record<string, Row[]> = {};
  const add = (hypothesis: string, rows: readonly Row[]): void => {
    (measured[hypothesis] ??= []).push(...rows);
  };
  laws.forEach((law, a) => {
    const own = solutions[a];
    const others = solutions.filter((_, b) => b !== a);
    const bump = solution(laws[(a + 1) % laws.length], more, inside);
    const share = SMALLEST + (LARGEST - SMALLEST) * stream.uniform();
    /** The limit of the law against the other limits, and against itself with a perturbation, by an energy. */
    const leastBy = (weight: Weight): Row[] => {
      const energy = energyUnder(weight, inside);
      const bumped = plus(own, bump, Math.sqrt((share * energy(own)) / energy(bump)));
      return [
        ...others.flatMap((other) => compare(law, ', against other limits', energy, own, other)),
        ...compare(law, ', against perturbations', energy, own, bumped),
      ];
    };
    add('claim', leastBy(law.evenZeta));
    // Limits without the moment conditions have units outside the data too, as far as ζ goes.
    const reach = law.range([1, 0, 0])[1];
    const outside = OUTSIDE.filter((c) => c <= reach);
    const mirrored = outside.map((c) => -c).reverse();
    const wide = unitRule(half, (direction) => [...mirrored, ...shadow(direction), ...outside]);
    const wideEnergy = energyUnder(law.evenZeta, wide);
    const wideOwn = solution(law, data, wide);
    add('unadjusted', compare(law, '', wideEnergy, solution(law, data, wide, -1), wideOwn));
    add('ols', compare(law, '', wideEnergy, solution(law, withoutFit(data), wide, -1), wideOwn));
    if (law.text === laws[0].text) return;
    add('cubic', compare(law, '', energyUnder(law.evenZeta, inside), solutions[0], own));
    add(
      'inverted',
      leastBy((direction, c) => 1 / law.evenZeta(direction, c)),
    );
    // p(V, c), without the factor E[U² | V, c]
    const spread = law.values.sigmaB * law.values.sigmaB;
    add(
      'kink-density',
      leastBy((_, c) => Math.exp(-0.5 * (inputs + 1) * Math.log(spread + c * c))),
    );
  });
  return measured;
}

const nameOf = ({ initialization: { name }, values }: VectorLaw): string =>
  name === 'gaussian' ? `gaussian, σ_B = ${values.sigmaB}` : name;

type Energy = (g: Interpolant) => number;

/** ∫β_e²/weight over the sphere, by a rule over half of it. */
function energyUnder(weight: Weight, rule: UnitRule): Energy {
  const shares = valuesAt(rule, (direction) => (c) => 2 / weight(direction, c));
  let at = 0;
  for (const { weights } of rule) for (const w of weights) shares[at++] *= w;
  return ({ density }) => density.reduce((sum, beta, l) => sum + shares[l] * beta * beta, 0);
}

/** The limit of a law, its density β_e = ζ_e ½Σλ_j|⟨V,x_j⟩ − c|. */
function solution(law: VectorLaw, data: PointData, rule: UnitRule, degree: 1 | -1 = 1): Interpolant {
  const { coefficients, condition } = pointInterpolant({ ...data, kernel: law.kernel!.at, degree });
  const distances = halfDistances(pointRows(data.x, data.inputs), coefficients);
  const density = valuesAt(rule, (direction) => {
    const along = distances(direction);
    return (c) => law.evenZeta(direction, c) * along(c);
  });
  return { density, condition };
}

/** Zero at the data and random values at more points: what is added leaves an interpolant one. */
function withMore({ x, y, inputs }: PointData, random: RandomStream): PointData {
  const bumps = Array.from({ length: BUMPS }, () => pointInBall(inputs, RADIUS, random));
  return { x: [...x, ...bumps.flat()], y: [...y.map(() => 0), ...bumps.map(() => random.normal())], inputs };
}

/** The data less the affine function nearest to them by least squares: what it leaves are the coefficients of K = identity. */
function withoutFit(data: PointData): PointData {
  const identity = (p: Direction, q: Direction): number => (distance(p, q) === 0 ? 1 : 0);
  const { coefficients } = pointInterpolant({ ...data, kernel: identity, degree: 1 });
  return { ...data, y: [...coefficients] };
}

const plus = (f: Interpolant, g: Interpolant, factor: number): Interpolant => ({
  density: f.density.map((value, l) => value + factor * g.density[l]),
  condition: Math.max(f.condition, g.condition),
});
