import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate } from '../../numerics/quadrature/integrate.js';
import { compile } from '../../theory/expression/compile.js';
import { integerPower } from '../../theory/integer-power.js';
import { parse } from '../../theory/expression/parse.js';
import {
  ballVolume,
  gammaOfHalf,
  overPi,
  piRational,
  piRationalText,
  piRationalValue,
  sphereSurface,
  timesPi,
} from '../../theory/pi-rational.js';

const numbers = fc
  .tuple(
    fc.bigInt({ min: 1n, max: 1_000_000n }),
    fc.bigInt({ min: 1n, max: 1_000_000n }),
    fc.integer({ min: -9, max: 9 }),
  )
  .map(([p, q, halves]) => piRational(p, q, halves));
const near = (value: number, expected: number, tolerance = 1e-14): void => {
  expect(Math.abs(value / expected - 1)).toBeLessThan(tolerance);
};

describe('q π^(h/2)', () => {
  it('is in lowest terms', () => {
    expect(piRational(6n, 4n, 3)).toEqual({ numerator: 3n, denominator: 2n, halves: 3 });
  });

  it('multiplies and divides as its values do', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        near(piRationalValue(timesPi(a, b)), piRationalValue(a) * piRationalValue(b));
        expect(overPi(timesPi(a, b), b)).toEqual(a);
      }),
    );
  });

  it('is the expression that its text reads as', () => {
    fc.assert(
      fc.property(numbers, (a) => {
        near(compile(parse(piRationalText(a)), [])(), piRationalValue(a));
      }),
    );
  });
});

describe('Γ at half-integers', () => {
  it('is Euler’s integral', () => {
    // t = s²: Γ(n/2) = 2∫ s^(n−1) e^(−s²) ds
    for (let n = 1; n <= 12; n++) {
      const value = integrate((s) => 2 * integerPower(s, n - 1) * Math.exp(-s * s), 0, Infinity).value;
      near(piRationalValue(gammaOfHalf(n)), value, 1e-13);
    }
  });

  it.each([0, -2, 1.5, NaN])('refuses Γ(%s/2)', (n) => {
    expect(() => gammaOfHalf(n)).toThrow(/integer of at least 1/);
  });

  it('stays exact where doubles overflow', () => {
    expect(overPi(gammaOfHalf(402), gammaOfHalf(400))).toEqual(piRational(200n));
  });
});

describe('spheres and balls', () => {
  it('have the known measures', () => {
    const known = [
      2,
      2 * Math.PI,
      4 * Math.PI,
      2 * Math.PI * Math.PI,
      (8 * Math.PI * Math.PI) / 3,
      Math.PI * Math.PI * Math.PI,
    ];
    known.forEach((surface, k) => near(piRationalValue(sphereSurface(k + 1)), surface));
  });

  it('are bounded by each other: the surface is d times the volume, exactly', () => {
    for (let d = 1; d <= 30; d++) {
      expect(timesPi(piRational(BigInt(d)), ballVolume(d))).toEqual(sphereSurface(d));
    }
  });
});
