import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { dot, norm, pointRows } from '../../numerics/kernels/several/points.js';
import { polynomialBasis } from '../../numerics/kernels/several/monomials.js';
import { polyharmonicKernel } from '../../numerics/kernels/several/radial-kernel.js';
import { hemisphereRule } from '../../numerics/quadrature/hemisphere-rule.js';
import type { Streams } from '../../numerics/random/streams.js';
import { contrastsTo } from '../../numerics/variational/contrasts.js';
import { cubicFactor, densityFactor } from '../../numerics/variational/several/radon-constants.js';
import {
  halfDistances,
  shadowBreaks,
  unitIntegral,
  unitRule,
  type UnitFunction,
} from '../../numerics/variational/several/unit-density.js';
import { piRationalValue, sphereSurface } from '../../theory/pi-rational.js';
import type { Measured, Profile, Row, Unit } from '../claim.js';
import { LAWS_WITH_KERNEL, lawWithKernel, LONGEST_PIECE } from './laws-with-kernel.js';
import { pointInBall, randomPoints } from './point-sets.js';

const INPUTS = [1, 2, 3];
const CASES: Readonly<Record<Profile, number>> = { quick: 2, full: 24 };
export const RADIUS = 0.95;
/** By d: directions on half of the sphere (their square for d = 3), and what the rule leaves of an integral, relative. */
const RULES = [
  { directions: 1, error: 1e-10 },
  { directions: 200, error: 1e-6 },
  { directions: 28, error: 1e-4 },
];
export const RULE_ERRORS = RULES.map(({ error }) => error);
/** On |c| ≤ 1 these have a constant ζ. */
const CONSTANT = ['sphere-uniform', 'ball-uniform', 'sphere-shifted'];

export const radonNormUnits = (profile: Profile): Unit[] =>
  INPUTS.flatMap((inputs) =>
    LAWS_WITH_KERNEL.flatMap((law) =>
      Array.from({ length: CASES[profile] }, (_, index) => ({
        id: `${law}/d=${inputs}/${index}`,
        law,
        inputs,
        index,
      })),
    ),
  );

export function measureRadonNorm(unit: Unit, random: Streams): Measured {
  const inputs = Number(unit.inputs);
  const law = lawWithKernel(String(unit.law), inputs, random.stream('law'));
  const where = random.stream('data');
  const data = randomPoints(inputs + 3 + where.integer(3), inputs, RADIUS, where);
  const points = pointRows(data.x, inputs);
  const kernel = law.kernel!.at;
  const limit = pointInterpolant({ ...data, kernel, degree: 1 });
  const raw = pointInterpolant({ ...data, kernel, degree: -1 });
  const { directions, error: ruleError } = RULES[inputs - 1];
  const rule = hemisphereRule(inputs, directions);
  const breaks = shadowBreaks(points, law.breaks, LONGEST_PIECE);
  const nodes = unitRule(rule, breaks);
  const over = (f: UnitFunction): number => unitIntegral(f, nodes);

  const row = (what: string, value: number, expected: number, scale: number, byRule = true): Row => ({
    group: `${what}, d = ${inputs}`,
    deviation: Math.abs(value - expected),
    tolerance: ((byRule ? ruleError : 0) + 1e3 * Number.EPSILON * raw.condition) * scale,
    condition: raw.condition,
    reach: Math.max(...points.map(norm)) / law.kernel!.within,
  });
  const squared = limit.squaredNorm;
  const distances = halfDistances(points, limit.coefficients);
  /** ∫β_e²/ζ_e over the sphere, β_e = ζ_e ½Σλ_j|⟨V,x_j⟩ − c|, and what else a false version makes of it. */
  const even = (of: (zeta: number, sum: number) => number): number =>
    2 *
    over((direction) => {
      const sum = distances(direction);
      return (c) => of(law.evenZeta(direction, c), sum(c));
    });
  const energy = even((zeta, sum) => zeta * sum * sum);
  const byPairs = (value: number, expected = squared): Row =>
    row('squared norm and ∫β_e²/ζ_e', expected, value, squared);
  const surface = piRationalValue(sphereSurface(inputs));
  const at = places(inputs, random);
  const parts = at.map((place) =>
    unitIntegral(
      pairPart(place, distances, law.evenZeta),
      unitRule(rule, (direction) => withBreak(breaks(direction), dot(direction, place))),
    ),
  );
  const basis = polynomialBasis(at, 1);
  /** What no affine function takes up of the difference between g and its representation at some places. */
  const byRepresentation = (factor: number): Row => {
    const gaps = at.map((place, k) => limit.evaluate(place) - factor * 2 * parts[k]);
    return row(
      'g and ½∫β_e|⟨V,x⟩ − c|, beyond affine functions',
      Math.max(...contrastsTo(at.map(basis.at)).map((contrast) => Math.abs(dot(contrast, gaps)))),
      0,
      // |f(x)| ≤ ‖f‖_K √K(x,x)
      Math.sqrt(squared * Math.max(...at.map((place) => kernel(place, place)))),
    );
  };
  const claim = [
    row('squared norm and ∫β²/ζ', squared, over(bothUnits(law.zeta, points, limit.coefficients)), squared),
    byPairs(energy),
    byRepresentation(0.5),
  ];
  const measured: Record<string, Row[]> = {
    'no-square': [byPairs(even((_, sum) => sum))],
    measure: [byPairs(surface * energy)],
    unadjusted: [byPairs(energy, raw.squaredNorm)],
    whole: [byRepresentation(1)],
  };
  if (CONSTANT.includes(String(unit.law))) {
    const spline = pointInterpolant({ ...data, kernel: polyharmonicKernel(1), degree: 1 });
    const sums = halfDistances(points, spline.coefficients);
    const [gamma, cubic] = [densityFactor(inputs), cubicFactor(inputs)];
    const zeta = law.zeta(points[0], 0);
    // R{(−Δ)^((d+1)/2) g} = −A_d ½Σμ_j|c − ⟨V,x_j⟩| for the spline Σμ_j|x − x_j|³
    const radon = 2 * over((direction) => square(sums(direction), cubic));
    const byRadon = (factor: number): Row =>
      row(
        'squared norm and γ²∫(R{…}g)²/ζ of the r³ spline',
        squared,
        (factor * factor * radon) / zeta,
        squared,
      );
    // ‖(−Δ)^((d+3)/4) g‖² = A_d μᵀ(r³)μ, and ∫(R{…}g)² = 2(2π)^(d−1) as much
    const bySeminorm = (ratio: number): Row =>
      row(
        'squared norm and the seminorm of the r³ spline',
        squared,
        (gamma * gamma * ratio * cubic * spline.squaredNorm) / zeta,
        squared,
        false,
      );
    claim.push(byRadon(gamma), bySeminorm(1 / gamma));
    measured.gamma = [byRadon(2 * gamma)];
    measured['two-pi'] = [bySeminorm((2 * Math.PI) / gamma)];
  }
  return { claim, ...measured };
}

/** β²/ζ of the unit at (V, c) and of its opposite, β = ζΣλ_j[⟨V,x_j⟩ − c]₊. */
function bothUnits(
  zeta: (direction: ArrayLike<number>, c: number) => number,
  points: readonly Float64Array[],
  coefficients: Float64Array,
): UnitFunction {
  return (direction) => {
    const along = points.map((point) => dot(direction, point));
    const opposite = Array.from(direction, (value) => -value);
    const sum = (sign: number, c: number): number =>
      along.reduce((total, t, j) => total + coefficients[j] * Math.max(sign * (t - c), 0), 0);
    return (c) => {
      const [here, there] = [sum(1, c), sum(-1, c)];
      return zeta(direction, c) * here * here + zeta(opposite, -c) * there * there;
    };
  };
}

function square(f: (c: number) => number, factor: number): (c: number) => number {
  return (c) => {
    const value = factor * f(c);
    return value * value;
  };
}

const places = (inputs: number, random: Streams): number[][] => {
  const stream = random.stream('places');
  return Array.from({ length: inputs + 4 }, () => pointInBall(inputs, 1, stream));
};

/** β_e|⟨V,x⟩ − c| */
const pairPart =
  (
    place: readonly number[],
    distances: UnitFunction,
    evenZeta: (direction: ArrayLike<number>, c: number) => number,
  ): UnitFunction =>
  (direction) => {
    const [t, sum] = [dot(direction, place), distances(direction)];
    return (c) => evenZeta(direction, c) * sum(c) * Math.abs(t - c);
  };

/** With a further break, if it lies between. */
function withBreak(breaks: readonly number[], at: number): readonly number[] {
  const after = breaks.findIndex((c) => c > at);
  return after > 0 ? breaks.toSpliced(after, 0, at) : breaks;
}
