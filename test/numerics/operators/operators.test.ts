import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filteredCubics } from '../../../numerics/operators/cubic-laplacian.js';
import { dawson, dawsonDerivative } from '../../../numerics/operators/dawson.js';
import { filteredRadon } from '../../../numerics/operators/filtered-radon.js';
import { radonOfHalfLaplacian } from '../../../numerics/operators/half-laplacian.js';
import { lineModulus } from '../../../numerics/operators/line-modulus.js';
import {
  bumpProfile,
  gaussianProfile,
  inversePowerProfile,
  laplacianPower,
  powerProfile,
  stretched,
  type RadialProfile,
} from '../../../numerics/operators/radial-profile.js';
import { planarRadon, radialRadon } from '../../../numerics/operators/radon.js';
import { secondDerivative } from '../../../numerics/operators/second-derivative.js';
import { measuredSphereArea, sphereMean } from '../../../numerics/operators/sphere.js';
import { networkOf } from '../../../numerics/operators/weak-forms.js';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { compile } from '../../../theory/expression/compile.js';
import { neg, rational } from '../../../theory/expression/construct.js';
import type { Expr } from '../../../theory/expression/expression.js';
import { parse } from '../../../theory/expression/parse.js';
import { cubicFactor, densityFactor, sphereArea, thirdMoment } from '../../../theory/operators/constants.js';
import { radialLaplacian } from '../../../theory/operators/cubic-pair.js';
import { gaussianFiltered } from '../../../theory/operators/gaussian-pair.js';
import { rationalFiltered } from '../../../theory/operators/rational-pair.js';
import { OPERATOR_THEORY } from '../../../theory/operators/theory.js';

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const dimension = fc.integer({ min: 1, max: 6 });
const valueOf = (e: Expr): number => compile(e, [])();
const off = (got: number, expected: number, scale = Math.abs(expected)): number =>
  Math.abs(got - expected) / scale;

describe('Dawson’s function and its derivatives', () => {
  it('are e^{−c²/2}∫e^{t²/2} and follow F^{(n+1)} = −cF^{(n)} − nF^{(n−1)}', () => {
    fc.assert(
      fc.property(number(-14, 14), fc.integer({ min: 1, max: 6 }), (c, n) => {
        const direct = integrate((t) => Math.exp((t * t - c * c) / 2), 0, c, { relativeTolerance: 1e-13 });
        expect(Math.abs(dawson(c) - direct.value)).toBeLessThan(2e-15);
        expect(Math.abs(dawsonDerivative(c, 1) - (1 - c * dawson(c)))).toBeLessThan(1e-14);
        const next = -c * dawsonDerivative(c, n) - n * dawsonDerivative(c, n - 1);
        expect(Math.abs(dawsonDerivative(c, n + 1) - next)).toBeLessThan(2e-13);
      }),
    );
  });

  it('meet the asymptotic series without a step', () => {
    for (let m = 0; m <= 6; m++) {
      const [below, above] = [9 - 1e-9, 9].map((c) => dawsonDerivative(c, m));
      expect(Math.abs(below + 1e-9 * dawsonDerivative(9, m + 1) - above)).toBeLessThan(1e-13);
    }
  });
});

describe('laplacianPower', () => {
  const profiles: [string, (d: number) => RadialProfile, (d: number) => Expr][] = [
    ['Gaussian', () => gaussianProfile, () => parse('exp(-r^2/2)')],
    ['rational', (d) => inversePowerProfile(d + 1), (d) => parse(`(1+r^2)^(-${d + 1}/2)`)],
    ['bump', () => bumpProfile(3), () => parse('(1-r^2)^3')],
    ['cubic', () => powerProfile(3), () => parse('r^3')],
  ];
  it.each(profiles)('is the symbolic radial Laplacian of the profile: %s', (_, profile, formula) => {
    fc.assert(
      fc.property(dimension, number(0.1, 0.95), number(0.6, 2), (d, r, scale) => {
        const once = neg(radialLaplacian(formula(d), rational(d)));
        const twice = neg(radialLaplacian(once, rational(d)));
        for (const [m, expected] of [once, twice].entries()) {
          const value = compile(expected, ['r'])(r);
          expect(off(laplacianPower(profile(d), d, m + 1)(r * r), value, 30 + Math.abs(value))).toBeLessThan(
            1e-12,
          );
          const wide = laplacianPower(stretched(profile(d), scale), d, m + 1)(r * r * scale * scale);
          const shrunk = m === 0 ? scale * scale : scale * scale * scale * scale;
          expect(off(wide * shrunk, value, 30 + Math.abs(value))).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('hyperplane integrals', () => {
  it('over points of the line or plane are those in the distance from the centre', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3),
        fc.array(number(-1, 1), { minLength: 3, maxLength: 3 }),
        fc.array(number(-0.7, 0.7), { minLength: 3, maxLength: 3 }),
        number(-4, 4),
        number(0.5, 2),
        fc.boolean(),
        (d, raw, centre, c, scale, gaussian) => {
          const length = Math.hypot(...raw.slice(0, d));
          fc.pre(length > 0.1);
          const direction = raw.slice(0, d).map((x) => x / length);
          const profile = stretched(gaussian ? gaussianProfile : inversePowerProfile(d + 1), scale);
          const f = laplacianPower(profile, d, 0);
          const g = (x: readonly number[]): number =>
            f(x.reduce((sum, xi, i) => sum + (xi - centre[i]) * (xi - centre[i]), 0));
          const distance = c - direction.reduce((sum, v, i) => sum + v * centre[i], 0);
          const scaleOf = radialRadon({ ...profile, f }, d, 0);
          expect(
            off(planarRadon(g, direction, c, 2), radialRadon({ ...profile, f }, d, distance), scaleOf),
          ).toBeLessThan(1e-12);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('refuse other dimensions', () => {
    expect(() => planarRadon(() => 1, [1, 0, 0, 0], 0, 1)).toThrow(/got 4 inputs, expected 2 or 3/);
  });
});

describe('R(−Δ)^{(d+1)/2} by quadrature', () => {
  it('is the closed form of the theory at random distances and scales, and not that of a half power less', () => {
    fc.assert(
      fc.property(dimension, number(-6, 6), number(0.5, 2), fc.boolean(), (d, c, scale, gaussian) => {
        const [filtered, profile] = gaussian
          ? [gaussianFiltered, gaussianProfile]
          : [rationalFiltered, inversePowerProfile(d + 1)];
        const closed = compile(filtered(OPERATOR_THEORY, d).expr, ['c', 'F']);
        const measured = filteredRadon(stretched(profile, scale), d, d + 1);
        const size = closed(0, 0);
        expect(off(measured(c * scale) * scale * scale, closed(c, dawson(c)), size)).toBeLessThan(4e-12);
        const half = filteredRadon(stretched(profile, scale), d, d);
        expect(off(half(0) * scale, size)).toBeGreaterThan(1e-3);
      }),
      { numRuns: 30 },
    );
  });

  it('is −(A/2)Σλ|c − ⟨V,x⟩| for the cubic in odd d', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 3, 5), number(-2, 2), number(0.3, 2), (d, middle, step) => {
        fc.pre([-step, 0, step].every((t) => Math.abs(middle + t) > 1e-3));
        const distances = [middle - step, middle, middle + step];
        const lambda = [1, -2, 1];
        const sum = distances.reduce((total, at, j) => total + lambda[j] * Math.abs(at), 0);
        const expected = (-valueOf(cubicFactor(d)) / 2) * sum;
        const size = valueOf(cubicFactor(d)) * 4;
        expect(off(filteredCubics(d, distances, lambda), expected, size)).toBeLessThan(1e-11);
      }),
      { numRuns: 30 },
    );
  });
});

describe('|σ| on the line', () => {
  it('takes 1/(1+c²) to (1−c²)/(1+c²)², whatever the scale', () => {
    fc.assert(
      fc.property(number(-20, 20), number(0.3, 3), (c, scale) => {
        const u = (t: number): number => 1 / (1 + (t / scale) * (t / scale));
        const square = 1 + c * c;
        const expected = (1 - c * c) / (square * square);
        expect(Math.abs(lineModulus(u, c * scale, scale) * scale - expected)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is R of (−Δ)^{1/2} in space', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), number(0, 3), number(0.5, 2), (d, c, scale) => {
        const phi = stretched(gaussianProfile, scale);
        const line = filteredRadon(phi, d, 1);
        expect(off(radonOfHalfLaplacian(phi, d, c * scale), line(c * scale), line(0))).toBeLessThan(2e-12);
      }),
      { numRuns: 3 },
    );
  });
});

describe('secondDerivative', () => {
  it('is that of sines and of 1/(1+c²)', () => {
    fc.assert(
      fc.property(number(-3, 3), (c) => {
        expect(Math.abs(secondDerivative(Math.sin, c, 0.1) + Math.sin(c))).toBeLessThan(1e-12);
        const square = 1 + c * c;
        const expected = (6 * c * c - 2) / (square * square * square);
        expect(Math.abs(secondDerivative((t) => 1 / (1 + t * t), c, 0.04) - expected)).toBeLessThan(1e-11);
      }),
    );
  });
});

describe('spheres', () => {
  it.each([1, 2, 3, 4, 5, 6])('have their area and third moment in d = %d, and γAκ|S| = 12', (d) => {
    const third = sphereMean((v) => Math.abs(v * v * v), d, { breaks: [0] });
    expect(off(measuredSphereArea(d), valueOf(sphereArea(d)))).toBeLessThan(1e-14);
    expect(off(third, valueOf(thirdMoment(d)))).toBeLessThan(1e-14);
    const product = valueOf(densityFactor(d)) * valueOf(cubicFactor(d)) * third * measuredSphereArea(d);
    expect(off(product, 12)).toBeLessThan(1e-14);
  });
});

describe('networkOf', () => {
  it('with the density of the rational pair is the pair, at random places', () => {
    fc.assert(
      fc.property(dimension, number(0, 1.5), (d, rho) => {
        const closed = compile(rationalFiltered(OPERATOR_THEORY, d).expr, ['c']);
        const gamma = valueOf(densityFactor(d));
        const g = inversePowerProfile(d + 1).derivatives(rho * rho, 0)[0];
        expect(Math.abs(networkOf((c) => -gamma * closed(c), d, rho) - g)).toBeLessThan(1e-12);
      }),
      { numRuns: 10 },
    );
  });
});
