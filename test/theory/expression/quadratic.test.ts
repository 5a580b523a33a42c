import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Element } from '../../../theory/expression/quadratic.js';
import { fromRational, isZeroElement, key, QuadraticField } from '../../../theory/expression/quadratic.js';
import { negate, ONE, ratio } from '../../../theory/expression/rational.js';

const rationals = fc
  .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 9 }))
  .map(([p, q]) => ratio(BigInt(p), BigInt(q)));
const elements = fc.array(rationals, { minLength: 1, maxLength: 8 });

/** ℚ(√2, √3, √5). */
const field = new QuadraticField();
for (const n of [2n, 3n, 5n]) field.squareRoot(ratio(n));

const minus = (a: Element, b: Element): Element => field.add(a, b.map(negate));

describe('QuadraticField', () => {
  it('is a field, and agrees with double precision', () => {
    fc.assert(
      fc.property(elements, elements, elements, (a, b, c) => {
        const left = field.multiply(a, field.add(b, c));
        const right = field.add(field.multiply(a, b), field.multiply(a, c));
        expect(isZeroElement(minus(left, right))).toBe(true);
        expect(
          isZeroElement(
            minus(field.multiply(a, field.multiply(b, c)), field.multiply(field.multiply(a, b), c)),
          ),
        ).toBe(true);
        // Coefficients below 20, roots below 6, eight terms each: sizes up to 10^3 per factor.
        expect(
          Math.abs(field.toNumber(field.multiply(a, b)) - field.toNumber(a) * field.toNumber(b)),
        ).toBeLessThan(1e-8);
        if (!isZeroElement(a)) expect(key(field.multiply(a, field.invert(a)))).toBe('0:1/1');
        expect(key(field.power(a, 3n))).toBe(key(field.multiply(a, field.multiply(a, a))));
      }),
    );
  });

  it('knows its square roots, and only those', () => {
    const masks = [30n, 6n, 10n, 15n, 8n, 75n];
    for (const n of masks) {
      const { root, reducedBy } = field.squareRoot(ratio(n, 49n));
      expect(reducedBy).toBeDefined();
      expect(key(field.multiply(root, root))).toBe(key([ratio(n, 49n)]));
      expect(field.sign(root)).toBe(1);
    }
    expect(field.squareRoot(ratio(9n, 4n))).toEqual({ root: [ratio(3n, 2n)], reducedBy: [] });
    expect(field.radicands).toBe(3);
    const other = new QuadraticField();
    expect([2n, 3n, 7n].map((n) => other.squareRoot(ratio(n)).reducedBy)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    other.squareRoot(ratio(11n));
    expect(() => other.squareRoot(ratio(13n))).toThrow(/more than 4 independent square roots/);
  });

  it('tells signs, or says that it cannot', () => {
    const [root2, root3] = [2n, 3n].map((n) => field.squareRoot(ratio(n)).root);
    expect(field.sign(minus(root3, root2))).toBe(1);
    expect(field.sign(minus(root2, root3))).toBe(-1);
    expect(field.sign(fromRational(negate(ONE)))).toBe(-1);
    const convergent = minus(root2, [ratio(131836323n, 93222358n)]);
    expect(() => field.sign(convergent)).toThrow(/too close to zero/);
  });
});
