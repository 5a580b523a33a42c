import { filteredCubics } from '../../numerics/operators/cubic-laplacian.js';
import { filteredRadon } from '../../numerics/operators/filtered-radon.js';
import { radonOfHalfLaplacian } from '../../numerics/operators/half-laplacian.js';
import { gaussianProfile, stretched } from '../../numerics/operators/radial-profile.js';
import { secondDerivative } from '../../numerics/operators/second-derivative.js';
import { integerPower, measuredSphereArea, sphereMean } from '../../numerics/operators/sphere.js';
import {
  conesAgainst,
  laplacianAgainst,
  normalOperator,
  radialFourier,
  ridgeAgainst,
  rieszPotential,
  transformOfRadon,
} from '../../numerics/operators/weak-forms.js';
import type { RandomStream } from '../../numerics/random/streams.js';
import { compile } from '../../theory/expression/compile.js';
import { gaussianTransform } from '../../theory/operators/gaussian-pair.js';
import { backprojectionFactor } from '../../theory/operators/term.js';
import type { OperatorTheory } from '../../theory/operators/theory.js';
import type { Comparison } from './operator-identity.js';
import { between, dot, numberOf, onLine, randomDirection } from './operator-numbers.js';

/** Frequencies of a Gaussian of scale 1 end here in double precision. */
const BAND = 9;

/** The cubic spline: weakly against a Gaussian of random scale, its constant, and for odd d a sum of cubes as it stands. */
export function cubicComparisons(d: number, random: RandomStream): Comparison[] {
  const phi = stretched(gaussianProfile, between(random, 0.5, 2));
  const rho = between(random, 0.2, 4);
  const radial = (theory: OperatorTheory): ((r: number) => number) => {
    const value = compile(theory.radial, ['r']);
    return (r) => (r > 0 ? value(r) : 0);
  };
  const weak: Comparison = {
    identity: '(d) |x|³, weakly',
    // By R*R, −2(2π)^{d−1}⟨h, Δφ⟩ is what R(−Δ)^{(d+1)/2}h has against Rφ.
    measured: conesAgainst(phi, d, rho),
    claimed: (theory) =>
      (-2 * numberOf(backprojectionFactor(d)) * laplacianAgainst(radial(theory), phi, d, rho)) /
      numberOf(theory.cubicFactor(d)),
  };
  const third = sphereMean((v) => Math.abs(v * v * v), d, { breaks: [0] });
  const twelve: Comparison = {
    identity: '(d) γAκ|S| = 12',
    measured: third * measuredSphereArea(d),
    claimed: (theory) => 12 / (numberOf(theory.densityFactor(d)) * numberOf(theory.cubicFactor(d))),
  };
  return d % 2 === 0 ? [weak, twelve] : [weak, twelve, cubicSum(d, random)];
}

/** Two second differences of |x − x_j|³, whose coefficients have no sum and no first moment. */
function cubicSum(d: number, random: RandomStream): Comparison {
  const [direction, offset] = [randomDirection(d, random), between(random, -2, 2)];
  const [lambda, distances] = [1, 2].reduce<[number[], number[]]>(
    ([coefficients, places]) => {
      const weight = between(random, 0.3, 1) * random.sign();
      const [centre, apart] = [1, 2].map(() => Array.from({ length: d }, () => between(random, -2, 2)));
      const [middle, step] = [offset - dot(direction, centre), dot(direction, apart)];
      return [
        [...coefficients, weight, -2 * weight, weight],
        [...places, middle - step, middle, middle + step],
      ];
    },
    [[], []],
  );
  const sum = distances.reduce((total, at, j) => total + lambda[j] * Math.abs(at), 0);
  const size = distances.reduce((total, at, j) => total + Math.abs(lambda[j] * at), 0);
  return {
    identity: '(d) |x|³, odd d: R(−Δ)^((d+1)/2)',
    measured: filteredCubics(d, distances, lambda),
    claimed: (theory) => (-numberOf(theory.cubicFactor(d)) / 2) * sum,
    scale: Math.abs(filteredCubics(d, [1, 0.5, 1], [1, -2, 1])) * size,
  };
}

/** Identities that a Gaussian test function of random scale confirms. */
export function testFunctionComparisons(d: number, random: RandomStream): Comparison[] {
  const scale = between(random, 0.5, 2);
  const phi = stretched(gaussianProfile, scale);
  const sigma = between(random, 0, 3) / scale;
  const c = between(random, -3, 3) * scale;
  const rho = between(random, 0.1, 2) * scale;
  const transform = onLine(gaussianTransform(d));
  const power = integerPower(scale, d - 1);
  const positive = filteredRadon(phi, d, 2);
  return [
    {
      identity: '(f) slice theorem',
      measured: transformOfRadon(phi, d, sigma),
      claimed: () => radialFourier(phi, d, sigma),
      scale: radialFourier(phi, d, 0),
    },
    {
      identity: '(f) RΔ = ∂²R',
      measured: secondDerivative(filteredRadon(phi, d, 0), c, 0.1 * scale),
      claimed: () => -positive(c),
      scale: Math.abs(positive(0)),
    },
    {
      identity: '(f) R*R',
      measured: normalOperator(phi, d, rho),
      claimed: () => numberOf(backprojectionFactor(d)) * rieszPotential(phi, d, rho, BAND / scale),
    },
    {
      identity: '(e) ridge, weakly',
      measured: ridgeAgainst(phi, d, c),
      claimed: (theory) =>
        (power * transform(c / scale)) /
        (numberOf(theory.densityFactor(d)) * numberOf(backprojectionFactor(d))),
      scale: power * transform(0),
    },
  ];
}

/** The one step of the quadrature for even d that is not literal, (−Δ)^{1/2} on the line, against (−Δ)^{1/2} in space. */
export function halfLaplacianComparison(d: number, random: RandomStream): Comparison {
  const phi = stretched(gaussianProfile, between(random, 0.5, 2));
  const c = between(random, 0, 3) * phi.scale;
  const onTheLine = filteredRadon(phi, d, 1);
  return {
    identity: '(f) R(−Δ)^(1/2) = |σ|R',
    measured: radonOfHalfLaplacian(phi, d, c),
    claimed: () => onTheLine(c),
    scale: onTheLine(0),
  };
}
