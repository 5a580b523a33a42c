import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedKnots, knotInterval } from '../../../numerics/splines/knots.js';
import { dataSets } from '../kernels/weight-functions.js';

describe('knotInterval', () => {
  it('finds the interval that holds a point', () => {
    fc.assert(
      fc.property(dataSets(), fc.double({ min: -4, max: 4, noNaN: true }), ({ x }, t) => {
        const j = knotInterval(Float64Array.from(x), t);
        const expected = t === x.at(-1) ? x.length - 2 : x.filter((knot) => knot <= t).length - 1;
        expect(j).toBe(expected);
      }),
    );
  });

  it('puts an inner knot into the interval on its right, and the last knot into the last interval', () => {
    const knots = Float64Array.of(0, 1, 2);
    expect([-1, 0, 1, 2, 3].map((t) => knotInterval(knots, t))).toEqual([-1, 0, 1, 1, 2]);
  });
});

describe('checkedKnots', () => {
  it('copies good data', () => {
    const x = [0, 1];
    const knots = checkedKnots('caller', x, [3, 4], 2);
    x[0] = 9;
    expect([...knots.x, ...knots.y]).toEqual([0, 1, 3, 4]);
  });

  it.each([
    ['too few points', [0], [1], /1 x and 1 y.*at least 2/],
    ['unequal lengths', [0, 1], [1], /2 x and 1 y/],
    ['a number that is not finite', [0, 1], [1, Infinity], /\(1, Infinity\) at index 1/],
    ['repeated inputs', [0, 1, 1], [1, 2, 3], /x\[1\] = 1 before x\[2\] = 1.*mergeReplicates/],
    ['decreasing inputs', [0, -1], [1, 2], /strictly increasing/],
  ])('refuses %s, naming the caller', (_, x, y, message) => {
    expect(() => checkedKnots('caller', x, y, 2)).toThrow(message);
    expect(() => checkedKnots('caller', x, y, 2)).toThrow(/^caller: /);
  });
});
