import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviation, exponent, quantile, rotated, summarize } from '../../bench/statistics.js';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('quantile', () => {
  it('has at most its share of the values below it, and at most the rest above', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const q = quantile(list, p);
        const slack = 1e-9 * list.length;
        expect(list.filter((value) => value < q - 1e-9).length).toBeLessThanOrEqual(
          p * (list.length - 1) + 1 + slack,
        );
        expect(list.filter((value) => value > q + 1e-9).length).toBeLessThanOrEqual(
          (1 - p) * (list.length - 1) + 1 + slack,
        );
      }),
    );
  });

  it('does not depend on the order, and leaves the list as it is', () => {
    const list = [3, 1, 4, 2];
    expect(summarize(list)).toEqual({ median: 2.5, lower: 1.75, upper: 3.25 });
    expect(list).toEqual([3, 1, 4, 2]);
  });

  it('needs a value', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('exponent', () => {
  it('is that of a power law, whatever its factor', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (p, factor) => {
          const widths = [1e3, 1e4, 1e5, 1e6];
          const costs = widths.map((width) => factor * Math.exp(p * Math.log(width)));
          expect(exponent(widths, costs)).toBeCloseTo(p, 9);
        },
      ),
    );
  });

  it('needs two widths', () => {
    expect(() => exponent([10, 10], [1, 2])).toThrow(RangeError);
  });
});

describe('deviation', () => {
  it('is the largest difference', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.double({ min: 1, max: 9, noNaN: true }), (list, at, difference) => {
        const other = list.slice();
        other[at % list.length] += difference;
        expect(deviation(other, list)).toBeCloseTo(difference, 6);
        expect(deviation(list, list)).toBe(0);
      }),
    );
  });

  it.each([[[1]], [[1, NaN]], [[1, Infinity]], [[1, 2, 3]]])('never passes %j for [1, 2]', (outputs) => {
    expect(deviation(outputs, [1, 2])).toBe(Infinity);
  });
});

describe('rotated', () => {
  it('lets everyone come first once in a cycle, and keeps all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (n) => {
        const list = Array.from({ length: n }, (_, k) => k);
        const turns = list.map((k) => rotated(list, k));
        expect(turns.map(([first]) => first)).toEqual(list);
        for (const turn of turns) expect(turn.toSorted((a, b) => a - b)).toEqual(list);
      }),
    );
  });
});
