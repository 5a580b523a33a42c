import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, escapeXml, interval, oneLine, significant, wellFormed } from '../../reports/format.js';
import { unescapeXml } from './xml-oracle.js';

describe('significant', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [65536, '65536'],
    [-0.49312, '-0.4931'],
    [0.5, '0.5'],
    [0.0000125, '1.25e-5'],
    [1.23456e-12, '1.235e-12'],
    [12345678.9, '1.235e7'],
    [Infinity, '∞'],
    [-Infinity, '-∞'],
    [Number.MAX_VALUE, '∞'],
  ])('writes %d as %s', (value, expected) => {
    expect(significant(value)).toBe(expected);
  });

  it('is within half a unit of the last digit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e307, max: 1e307, noNaN: true }),
        fc.integer({ min: 1, max: 8 }),
        (x, digits) => {
          // Half a unit in the last of d digits is at most 5·10^−d of the value; a few ulps for reading it back.
          const relative = 5 * Number(`1e-${digits}`) + 4 * Number.EPSILON;
          // Near the underflow threshold doubles have fewer digits than that.
          expect(Math.abs(Number(significant(x, digits)) - x)).toBeLessThanOrEqual(
            Math.abs(x) * relative + 5e-324,
          );
        },
      ),
    );
  });

  it('refuses NaN', () => {
    expect(() => significant(NaN)).toThrow(/got NaN, expected a number/);
    expect(() => interval([0, NaN])).toThrow(RangeError);
  });
});

describe('texts', () => {
  it('counts', () => {
    expect([counted(0, 'unit'), counted(1, 'unit'), counted(2, 'unit')]).toEqual([
      '0 units',
      '1 unit',
      '2 units',
    ]);
  });

  it('keeps intervals in order', () => {
    expect(interval([-0.52, Infinity])).toBe('[-0.52, ∞]');
  });

  it('puts everything on one line of characters that XML allows', () => {
    expect(oneLine(' a\r\n\tb\u0000 \ud800 ')).toBe('a b\uFFFD \uFFFD');
    expect(wellFormed('𝜁 ok')).toBe('𝜁 ok');
  });

  it('can be undone after escaping', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", 'a', 'amp;', 'lt;') }),
        (text) => {
          expect(unescapeXml(escapeXml(text))).toBe(text);
          expect(escapeXml(text)).not.toMatch(/[<>"']/);
        },
      ),
    );
  });
});
