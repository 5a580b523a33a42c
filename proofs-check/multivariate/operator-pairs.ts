import { filteredRadon } from '../../numerics/operators/filtered-radon.js';
import {
  bumpProfile,
  gaussianProfile,
  inversePowerProfile,
  stretched,
  type RadialProfile,
} from '../../numerics/operators/radial-profile.js';
import { planarRadon } from '../../numerics/operators/radon.js';
import { integerPower } from '../../numerics/operators/sphere.js';
import { networkOf } from '../../numerics/operators/weak-forms.js';
import type { RandomStream } from '../../numerics/random/streams.js';
import { compactTransform } from '../../theory/operators/compact-pair.js';
import { gaussianFiltered, gaussianTransform } from '../../theory/operators/gaussian-pair.js';
import {
  rationalDensity,
  rationalFiltered,
  rationalTransform,
} from '../../theory/operators/rational-pair.js';
import type { Comparison } from './operator-identity.js';
import { between, dot, numberOf, onLine, randomDirection, stable } from './operator-numbers.js';

/** A smooth pair with its closed forms. */
interface Pair {
  readonly name: '(a) Gaussian' | '(b) rational';
  readonly profile: (d: number) => RadialProfile;
  readonly transform: typeof gaussianTransform;
  readonly filtered: typeof gaussianFiltered;
}
const PAIRS: readonly Pair[] = [
  {
    name: '(a) Gaussian',
    profile: () => gaussianProfile,
    transform: gaussianTransform,
    filtered: gaussianFiltered,
  },
  {
    name: '(b) rational',
    profile: (d) => inversePowerProfile(d + 1),
    transform: rationalTransform,
    filtered: rationalFiltered,
  },
];

/** Transforms of the pairs, and the networks that their densities make. */
export const pairComparisons = (d: number, random: RandomStream): Comparison[] => [
  ...PAIRS.flatMap((pair) => smoothComparisons(pair, d, random)),
  compactComparison(d, random),
  ...networkComparisons(d, random),
];

/** Two terms λ g((x−z)/s); in the plane and in space the hyperplane integral is over them as they stand. */
function smoothComparisons(pair: Pair, d: number, random: RandomStream): Comparison[] {
  const direction = randomDirection(d, random);
  const terms = [1, 2].map(() => ({
    lambda: between(random, 0.3, 1) * random.sign(),
    scale: between(random, 0.5, 2),
    centre: Array.from({ length: d }, () => between(random, -0.7, 0.7)),
  }));
  const offset = between(random, -4, 4);
  const profiles = terms.map(({ scale }) => stretched(pair.profile(d), scale));
  const distances = terms.map(({ centre }) => offset - dot(direction, centre));
  const total = (values: (c: number, j: number) => number): number =>
    terms.reduce((sum, { lambda }, j) => sum + lambda * values(distances[j], j), 0);
  const largest = (values: (c: number, j: number) => number): number =>
    terms.reduce((sum, { lambda }, j) => sum + Math.abs(lambda * values(0, j)), 0);
  const g = (x: readonly number[]): number =>
    terms.reduce((sum, { lambda, centre }, j) => {
      const apart = x.map((xi, i) => xi - centre[i]);
      return sum + lambda * profiles[j].derivatives(dot(apart, apart), 0)[0];
    }, 0);

  const transform = onLine(pair.transform(d));
  /** By homogeneity: R gains s^{d−1}, and (−Δ)^{p/2} loses s^p. */
  const closed =
    (f: (c: number) => number, p: number) =>
    (c: number, j: number): number =>
      (integerPower(terms[j].scale, d - 1) / integerPower(terms[j].scale, p)) * f(c / terms[j].scale);
  const byQuadrature = (p: number): number => total((c, j) => filteredRadon(profiles[j], d, p)(c));
  return [
    {
      identity: `${pair.name}: R`,
      measured: d === 2 || d === 3 ? planarRadon(g, direction, offset, 2) : byQuadrature(0),
      claimed: () => total(closed(transform, 0)),
      scale: largest(closed(transform, 0)),
    },
    {
      identity: `${pair.name}: R(−Δ)^((d+1)/2)`,
      measured: byQuadrature(d + 1),
      claimed: (theory) => total(closed(onLine(pair.filtered(theory, d).expr), d + 1)),
      scale: largest((_, j) => filteredRadon(profiles[j], d, d + 1)(0)),
    },
  ];
}

function compactComparison(d: number, random: RandomStream): Comparison {
  const k = random.integer(5);
  const c = between(random, -0.95, 0.95);
  const closed = onLine(compactTransform(d, k));
  return {
    identity: '(c) compact: R',
    measured: filteredRadon(bumpProfile(k), d, 0)(c),
    claimed: () => closed(c),
    scale: closed(0),
  };
}

/** The network whose density the theory gives, against the function it is to be. */
function networkComparisons(d: number, random: RandomStream): Comparison[] {
  const rho = between(random, 0, 1.2);
  const degree = (k: 2 | 3): Comparison => ({
    identity: k === 2 ? '(f) ReLU² network is g: rational' : '(f) ReLU³ network is g: rational',
    measured: inversePowerProfile(d + 1).derivatives(rho * rho, 0)[0],
    claimed: (theory) => networkOf(onLine(rationalDensity(theory, d, k)), d, rho, k),
    scale: 1,
  });
  return [
    ...PAIRS.map(({ name, profile, filtered }): Comparison => ({
      identity:
        name === '(a) Gaussian' ? '(f) ReLU network is g: Gaussian' : '(f) ReLU network is g: rational',
      measured: profile(d).derivatives(rho * rho, 0)[0],
      claimed: (theory) => {
        const gamma = numberOf(theory.densityFactor(d));
        const density = stable(filtered(theory, d), theory.power(d));
        return networkOf((c) => -gamma * density(c), d, rho);
      },
      scale: 1,
    })),
    degree(2),
    degree(3),
  ];
}
