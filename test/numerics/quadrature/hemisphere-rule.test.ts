import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hemisphereRule, withAntipodes } from '../../../numerics/quadrature/hemisphere-rule.js';
import { gammaOfHalf, overPi, piRationalValue, sphereSurface, timesPi } from '../../../theory/pi-rational.js';

const integral = (
  rule: ReturnType<typeof hemisphereRule>,
  f: (direction: ArrayLike<number>) => number,
): number => rule.directions.reduce((sum, direction, k) => sum + rule.weights[k] * f(direction), 0);

/** Σ over a product, to an even power, of the components. */
const monomial =
  (powers: readonly number[]) =>
  (v: ArrayLike<number>): number =>
    powers.reduce((product, power, i) => {
      for (let k = 0; k < power; k++) product *= v[i];
      return product;
    }, 1);

describe('a rule for half of the sphere', () => {
  it('integrates even monomials exactly: 2ΠΓ((p_i+1)/2)/Γ((Σp_i+d)/2) over the whole of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
        (inputs, halves) => {
          const powers = halves.slice(0, inputs).map((half) => 2 * half);
          const total = powers.reduce((sum, power) => sum + power, 0);
          const exact = piRationalValue(
            overPi(timesPi(...powers.map((power) => gammaOfHalf(power + 1))), gammaOfHalf(total + inputs)),
          );
          expect(integral(hemisphereRule(inputs, 10), monomial(powers))).toBeCloseTo(exact, 13);
        },
      ),
    );
  });

  it('holds one direction of each pair, and all with their antipodes', () => {
    for (const inputs of [1, 2, 3]) {
      const half = hemisphereRule(inputs, 6);
      const keys = new Set(withAntipodes(half).directions.map((v) => [...v].map((c) => c.toFixed(9)).join()));
      expect(keys.size).toBe(2 * half.directions.length);
      expect(integral(withAntipodes(half), () => 1)).toBeCloseTo(piRationalValue(sphereSurface(inputs)), 13);
      expect(integral(withAntipodes(half), (v) => v[0] + 3 * v[inputs - 1])).toBeCloseTo(0, 13);
    }
  });

  it('refuses other dimensions', () => {
    expect(() => hemisphereRule(4, 5)).toThrow('got 4 inputs, expected 1, 2 or 3');
  });
});
