import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeForInterpolation, mergeReplicates } from '../../../numerics/splines/replicates.js';

const points = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -9, max: 9 })), {
  minLength: 1,
});

describe('mergeReplicates', () => {
  it('keeps number, sum and sum of products of the data', () => {
    fc.assert(
      fc.property(points, (data) => {
        const { x, y, weights } = mergeReplicates(
          data.map((p) => p[0]),
          data.map((p) => p[1]),
        );
        expect([...x]).toEqual([...new Set(data.map((p) => p[0]))].sort((p, q) => p - q));
        expect(weights.reduce((sum, w) => sum + w, 0)).toBe(data.length);
        const total = y.reduce((sum, value, j) => sum + weights[j] * value * (1 + x[j]), 0);
        // Small integers: only the division by the number of replicates rounds.
        expect(total).toBeCloseTo(
          data.reduce((sum, [a, b]) => sum + b * (1 + a), 0),
          9,
        );
      }),
    );
  });

  it('changes least squares by a constant only', () => {
    const { x, y, weights } = mergeReplicates([1, 0, 1], [5, 2, 3]);
    const before = (g: (t: number) => number): number =>
      (g(1) - 5) * (g(1) - 5) + (g(0) - 2) * (g(0) - 2) + (g(1) - 3) * (g(1) - 3);
    const after = (g: (t: number) => number): number =>
      x.reduce((sum, t, j) => sum + weights[j] * (g(t) - y[j]) * (g(t) - y[j]), 0);
    const [line, parabola] = [(t: number) => 2 * t, (t: number) => t * t - 1];
    expect(before(line) - after(line)).toBeCloseTo(before(parabola) - after(parabola), 12);
  });

  it('refuses unequal lengths and numbers that are not finite', () => {
    expect(() => mergeReplicates([1], [1, 2])).toThrow(/1 x and 2 y/);
    expect(() => mergeReplicates([1, NaN], [1, 2])).toThrow(/\(NaN, 2\) at index 1/);
  });
});

describe('mergeForInterpolation', () => {
  it('sorts, and merges points that agree', () => {
    const { x, y } = mergeForInterpolation([2, 0, 2], [7, 1, 7]);
    expect([[...x], [...y]]).toEqual([
      [0, 2],
      [1, 7],
    ]);
  });

  it('refuses points that disagree', () => {
    expect(() => mergeForInterpolation([2, 0, 2], [7, 1, 8])).toThrow(
      /y = 7 and y = 8 at the same x = 2.*smooth/,
    );
  });
});
