import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitLength,
  fromNumber,
  integerPower,
  ratio,
  squareRoot,
  times,
  toNumber,
} from '../../../theory/expression/rational.js';

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('rational', () => {
  it('a double survives the way there and back', () => {
    fc.assert(
      fc.property(doubles, (x) => {
        expect(toNumber(fromNumber(x))).toBe(x === 0 ? 0 : x);
      }),
    );
  });

  it('a quotient of doubles is the quotient of their exact values, to one rounding', () => {
    fc.assert(
      fc.property(doubles, doubles, (a, b) => {
        const [c, d] = [a, b].map((v) => (Math.abs(v) > 1e-100 && Math.abs(v) < 1e100 ? v : 1)) as [
          number,
          number,
        ];
        const { numerator, denominator } = fromNumber(d);
        expect(toNumber(times(fromNumber(c), ratio(denominator, numerator)))).toBe(c / d);
      }),
    );
  });

  it('finds exactly the square roots that are rational', () => {
    const big = fc.bigInt({ min: 1n, max: 1n << 200n });
    fc.assert(
      fc.property(big, big, (p, q) => {
        const a = ratio(p, q);
        expect(squareRoot(times(a, a))).toEqual(a);
        expect(squareRoot(ratio(p * p + 1n))).toBeUndefined();
        expect(squareRoot(ratio(-p * p))).toBeUndefined();
      }),
    );
  });

  it('powers and bit lengths', () => {
    expect(integerPower(ratio(-2n, 3n), -3n)).toEqual(ratio(-27n, 8n));
    expect(() => integerPower(ratio(0n), -1n)).toThrow(RangeError);
    for (let k = 0n; k < 200n; k++) expect(bitLength(1n << k)).toBe(Number(k) + 1);
    expect(bitLength(0n)).toBe(0);
  });

  it('refuses what is not a number', () => {
    expect(() => ratio(1n, 0n)).toThrow(/1\/0/);
    expect(() => fromNumber(Infinity)).toThrow(/Infinity, expected a finite number/);
  });
});
