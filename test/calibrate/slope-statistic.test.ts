import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slopeStatistic } from '../../calibrate/slope-statistic.js';
import { streams } from '../../numerics/random/streams.js';
import { fitRate } from '../../numerics/statistics/rate-fit.js';

describe('slopeStatistic', () => {
  it('is what fitRate computes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 40 }),
        fc.nat(),
        (widths, seed) => {
          fc.pre(new Set(widths).size > 1 && widths.every((w) => widths.filter((v) => v !== w).length > 1));
          const noise = streams(seed).stream('noise');
          const y = widths.map(() => noise.normal());
          const { slope, standardError } = slopeStatistic(widths.map(Math.log))(y);
          const fit = fitRate(
            widths.map((width, k) => ({ width, error: Math.exp(y[k]) })),
            0.05,
          );
          expect(slope).toBeCloseTo(fit.slope, 9);
          expect(standardError / fit.standardError).toBeCloseTo(1, 8);
        },
      ),
    );
  });

  it('refuses a single abscissa and fewer than four points', () => {
    expect(() => slopeStatistic([1, 1, 1, 1])).toThrow('four points at two abscissas');
    expect(() => slopeStatistic([1, 2, 3])).toThrow('four points at two abscissas');
  });
});
