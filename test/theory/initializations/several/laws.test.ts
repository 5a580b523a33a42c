import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate } from '../../../../numerics/quadrature/integrate.js';
import { streams } from '../../../../numerics/random/streams.js';
import {
  centreOfKinks,
  randomDirection,
  randomVectorLaw,
} from '../../../../proofs-check/multivariate/random-vector-laws.js';
import { rayMoment, sphereSurfaceByQuadrature } from '../../../../proofs-check/multivariate/ray-moment.js';
import { compile } from '../../../../theory/expression/compile.js';
import type { Expr } from '../../../../theory/expression/expression.js';
import { bindLaw } from '../../../../theory/initializations/law.js';
import { vectorInitializations } from '../../../../theory/initializations/several/index.js';
import { oneInputText } from '../../../../theory/initializations/several/one-input.js';
import { bindVectorLaw, type VectorLaw } from '../../../../theory/initializations/several/vector-law.js';
import { integerPower } from '../../../../theory/integer-power.js';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const dimensions = fc.integer({ min: 1, max: 6 });
/** Where c lies in the range of ζ, or on its scale where that is endless. */
const places = fc.double({ min: -1, max: 1, noNaN: true });

type Density = Extract<VectorLaw['density'], { form: 'density' }>;

/** ∫p_W for a law that is invariant under rotations. */
const radialMass = ({ ray, reach }: Density, inputs: number): number =>
  sphereSurfaceByQuadrature(inputs) *
  integrate((u) => integerPower(u, inputs - 1) * ray(u, [1]), 0, reach([1]), { breaks: [1, 4, 16] }).value;

/** ∫p_W for a density that is constant on a cube, in whose corner √d times as much of a ray lies as on its axes. */
function cubeMass({ ray, reach }: Density, inputs: number): number {
  const axis = Array.from({ length: inputs }, (_, i) => (i === 0 ? 1 : 0));
  const corner = axis.map(() => 1 / Math.sqrt(inputs));
  expect(reach(corner) / reach(axis)).toBeCloseTo(Math.sqrt(inputs), 12);
  expect(ray(0.99 * reach(corner), corner)).toBe(ray(0.01 * reach(axis), axis));
  return ray(0.5 * reach(axis), axis) * integerPower(2 * reach(axis), inputs);
}

describe.each(vectorInitializations.map((law) => [law.name, law] as const))(
  'every law of several inputs must: %s',
  (name, initialization) => {
    const lawOf = (seed: number, inputs: number): VectorLaw =>
      randomVectorLaw(initialization, inputs, streams(seed).stream('parameters'));
    const directionOf = (seed: number, inputs: number): number[] =>
      randomDirection(inputs, streams(seed).stream('direction'));
    const within = (law: VectorLaw, direction: number[], place: number): number => {
      const [from, to] = law.range(direction);
      if (to < Infinity) return 0.5 * (from + to) + 0.499 * (to - from) * place;
      const { middle, spread } = centreOfKinks(law, streams(1).stream('scale'));
      return middle + 6 * spread * place;
    };

    it('have a ζ in closed form that is the integral of its densities', () => {
      fc.assert(
        fc.property(seeds, dimensions, places, (seed, inputs, place) => {
          const law = lawOf(seed, inputs);
          const direction = directionOf(seed, inputs);
          const c = within(law, direction, place);
          expect(law.zeta(direction, c)).toBeGreaterThan(0);
          expect(
            Math.abs(law.zeta(direction, c) / rayMoment(law, inputs + 2)(direction, c) - 1),
          ).toBeLessThan(1e-13);
        }),
        { numRuns: 40 },
      );
    });

    it('have a moment of another degree that is the integral of its densities', () => {
      fc.assert(
        fc.property(seeds, dimensions, fc.integer({ min: 1, max: 4 }), (seed, inputs, degree) => {
          const law = lawOf(seed, inputs);
          const direction = directionOf(seed, inputs);
          const v = Math.max(...direction.map(Math.abs));
          const moment = (at: number): number => {
            const value = (e: Expr): number => compile(e, ['c', 'v'], law.values)(at, v);
            const from = initialization.centre ? value(initialization.centre) : 0;
            const pieces = initialization.zeta(inputs, degree);
            return value(pieces.find(({ to }) => !to || Math.abs(at - from) < value(to))!.zeta);
          };
          const c = within(law, direction, 0.7);
          const expected = rayMoment(law, inputs + 2 * degree)(direction, c);
          expect(Math.abs(moment(c) / expected - 1)).toBeLessThan(1e-13);
        }),
        { numRuns: 20 },
      );
    });

    it('have densities of mass 1', () => {
      fc.assert(
        fc.property(seeds, dimensions, (seed, inputs) => {
          const { density, initialization: bound } = lawOf(seed, inputs);
          const [low, high] = density.biasRange;
          expect(integrate(density.bias, low, high).value).toBeCloseTo(1, 12);
          if (density.form === 'shell') return;
          const mass = bound.directional ? cubeMass(density, inputs) : radialMass(density, inputs);
          expect(mass).toBeCloseTo(1, 10);
        }),
        { numRuns: 15 },
      );
    });

    it('draw what their densities say: the supports, E V₁², P(c > 0)', () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 1, max: 4 }), (seed, inputs) => {
          const law = lawOf(seed, inputs);
          const stream = streams(seed).stream('draws');
          const w = new Float64Array(inputs);
          const draws = 20_000;
          const [low, high] = law.density.biasRange;
          let [v2, positive, outside] = [0, 0, 0];
          for (let i = 0; i < draws; i++) {
            const b = law.draw(stream, w, 0);
            const square = w.reduce((sum, value) => sum + value * value, 0);
            const norm = Math.sqrt(square);
            v2 += (w[0] * w[0]) / square;
            if (-b > 0) positive++;
            if (!(b >= low && b <= high)) outside++;
            const { density } = law;
            if (density.form === 'shell') expect(Math.abs(norm / density.radius - 1)).toBeLessThan(1e-14);
            else
              expect(norm).toBeLessThanOrEqual(density.reach(w.map((value) => value / norm)) * (1 + 1e-14));
          }
          expect(outside).toBe(0);
          // Symmetry among the components, and the mass of the biases below 0: six standard errors of at most 1/2
          const error = (6 * 0.5) / Math.sqrt(draws);
          expect(Math.abs(v2 / draws - 1 / inputs)).toBeLessThan(error);
          const below = low < 0 ? integrate(law.density.bias, low, Math.min(0, high)).value : 0;
          expect(Math.abs(positive / draws - below)).toBeLessThan(error);
        }),
        { numRuns: 4 },
      );
    });

    it('have an even part that is even, and ζ itself even just where they say so', () => {
      fc.assert(
        fc.property(seeds, dimensions, places, (seed, inputs, place) => {
          const law = lawOf(seed, inputs);
          const direction = directionOf(seed, inputs);
          const opposite = direction.map((value) => -value);
          const c = within(law, direction, place);
          expect(law.evenZeta(opposite, -c)).toBe(law.evenZeta(direction, c));
          if (law.isEven) expect(law.zeta(opposite, -c)).toBe(law.zeta(direction, c));
        }),
      );
      const { isEven, zeta } = lawOf(5, 2);
      const far = lawOf(5, 2).range([1, 0])[0] * 0.999;
      if (!isEven) expect(zeta([-1, 0], -far)).not.toBe(zeta([1, 0], far));
    });

    it('sum, in one input, to the ζ of the theory of one input', () => {
      fc.assert(
        fc.property(seeds, places, (seed, place) => {
          const law = lawOf(seed, 1);
          const text = oneInputText(initialization, law.values);
          if (text === undefined) {
            expect(name).toBe('sphere-shifted');
            return;
          }
          const x = within(law, [1], place);
          const sum = law.zeta([1], x) + law.zeta([-1], -x);
          expect(Math.abs(sum / bindLaw(text).zeta(x) - 1)).toBeLessThan(1e-14);
        }),
        { numRuns: 30 },
      );
    });

    it('have breaks in order, which bound the range', () => {
      fc.assert(
        fc.property(seeds, dimensions, (seed, inputs) => {
          const law = lawOf(seed, inputs);
          const direction = directionOf(seed, inputs);
          const breaks = law.breaks(direction);
          const [from, to] = law.range(direction);
          expect([...breaks].sort((p, q) => p - q)).toEqual(breaks);
          if (to < Infinity) {
            expect([breaks[0], breaks[breaks.length - 1]]).toEqual([from, to]);
            expect(law.zeta(direction, to + 1e-9)).toBe(0);
            expect(law.zeta(direction, from - 1e-9)).toBe(0);
          }
        }),
      );
    });

    it('read their own full specification back, and refuse what they do not know', () => {
      const law = lawOf(3, 2);
      expect(bindVectorLaw(law.text, 2).text).toBe(law.text);
      expect(bindVectorLaw(name, 2).values).toEqual(
        Object.fromEntries(initialization.parameters.map((p) => [p.name, p.default])),
      );
      expect(() => bindVectorLaw(`${name}(nonsense=1)`, 2)).toThrow(
        /has no parameter "nonsense=1"; its parameters: /,
      );
      for (const inputs of [0, -1, 1.5, NaN]) {
        expect(() => bindVectorLaw(name, inputs)).toThrow(/inputs, expected a positive integer/);
      }
    });
  },
);

describe('a specification that names no law of several inputs', () => {
  it.each([
    [
      'binary-uniform(aB=2)',
      /no initialization for several inputs: "binary-uniform\(aB=2\)"; known there: gaussian, sphere-uniform.*; binary-uniform becomes sphere-uniform there$/,
    ],
    ['laplace', /no initialization for several inputs: "laplace"/],
    ['spherical', /unknown initialization "spherical"; known: gaussian, sphere-uniform/],
    ['glorot', /all biases to zero/],
    ['sphere-uniform(', /not of the form name\(parameter=value/],
    ['sphere-uniform(aB=0)', /aB \(half width of the law of the biases\) must be a number above 0, not "0"/],
    ['sphere-uniform(aB=1,aB=2)', /given twice/],
    ['sphere-shifted(meanB=x)', /meanB \(mean of the biases\) must be a finite number, not "x"/],
  ])('%s', (text, message) => {
    expect(() => bindVectorLaw(text, 2)).toThrow(message);
  });

  it('a law of several inputs is refused in the theory of one input', () => {
    expect(() => bindLaw('sphere-uniform(aB=2)')).toThrow(
      /no initialization for one input: "sphere-uniform\(aB=2\)"; known there: /,
    );
  });
});
