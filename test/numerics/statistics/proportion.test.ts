import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { proportionBounds } from '../../../numerics/statistics/proportion.js';

describe('proportionBounds', () => {
  it('says of nothing in n trials at most 1 − 0.05^(1/n), about 3/n', () => {
    for (const n of [1, 50, 1000]) {
      const { lower, upper } = proportionBounds(0, n);
      expect(lower).toBe(0);
      expect(upper).toBeCloseTo(1 - Math.exp(Math.log(0.05) / n), 8);
    }
    expect(proportionBounds(0, 1000).upper).toBeLessThan(3e-3);
  });

  it('gives the bounds of tables', () => {
    // scipy.stats.binomtest(k, n).proportion_ci(0.9): two-sided 90 %, so 95 % on each side
    expect(proportionBounds(4, 1000).upper).toBeCloseTo(0.00913, 5);
    expect(proportionBounds(4, 1000).lower).toBeCloseTo(0.001367, 5);
    expect(proportionBounds(7, 10)).toEqual({
      lower: expect.closeTo(0.393376, 5) as number,
      upper: expect.closeTo(0.912736, 5) as number,
    });
    expect(proportionBounds(5, 5).upper).toBe(1);
  });

  it('holds at least as often as it says', () => {
    const random = streams(1).stream('coins');
    for (const p of [0.003, 0.2]) {
      let wrong = 0;
      for (let k = 0; k < 2000; k++) {
        let count = 0;
        for (let j = 0; j < 100; j++) count += random.uniform() < p ? 1 : 0;
        if (proportionBounds(count, 100).upper < p) wrong++;
      }
      expect(wrong / 2000).toBeLessThan(0.065);
    }
  });

  it.each([
    [-1, 10],
    [11, 10],
    [0.5, 10],
    [0, 0],
  ])('refuses %d of %d', (count, trials) => {
    expect(() => proportionBounds(count, trials)).toThrow('0 ≤ count ≤ trials');
  });
});
