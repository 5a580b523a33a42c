import { expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { meanInterval } from '../../../numerics/statistics/mean-interval.js';

it('meanInterval covers the mean at its rate, and refuses a single value, or one that is not finite', () => {
  let missed = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const random = streams(seed).stream('values');
    const { mean, half } = meanInterval(
      Array.from({ length: 6 }, () => random.normal()),
      0.1,
    );
    if (Math.abs(mean) > half) missed++;
  }
  expect(Math.abs(missed - 100)).toBeLessThan(40);
  expect(() => meanInterval([1], 0.1)).toThrow(/at least two finite values, not \[1\]/);
  expect(() => meanInterval([1, NaN], 0.1)).toThrow(RangeError);
});
