import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { normalQuantile, studentQuantile } from '../../../numerics/statistics/quantiles.js';
import { fitRate, type Run } from '../../../numerics/statistics/rate-fit.js';

const WIDTHS = [64, 128, 256, 512, 1024];

describe('fitRate', () => {
  it('finds the slope and intercept of an exact power law, with a vanishing interval', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 1, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (slope, intercept) => {
          const runs = WIDTHS.flatMap((width) =>
            [1, 2].map(() => ({ width, error: Math.exp(intercept + slope * Math.log(width)) })),
          );
          const fit = fitRate(runs, 0.01);
          expect(fit.slope).toBeCloseTo(slope, 10);
          expect(fit.intercept).toBeCloseTo(intercept, 9);
          expect(fit.interval[1] - fit.interval[0]).toBeLessThan(1e-10);
          expect(fit.level.width).toBeCloseTo(256, 9);
          expect(Math.log(fit.level.error)).toBeCloseTo(intercept + slope * Math.log(256), 9);
        },
      ),
    );
  });

  it.each([
    ['even noise', 256, () => 0.4],
    ['noise that grows with the width', 256, (width: number) => 0.1 * Math.log2(width / 32)],
    ['even noise, the level elsewhere', 1024, () => 0.4],
  ])('covers the true slope and level as often as it says: %s', (_, at, spread) => {
    const repeats = 2000;
    const alpha = 0.05;
    let [missed, missedLevel] = [0, 0];
    for (let repeat = 0; repeat < repeats; repeat++) {
      const noise = streams(repeat).stream('noise');
      const runs: Run[] = WIDTHS.flatMap((width) =>
        Array.from({ length: 12 }, () => ({
          width,
          error: Math.exp(-0.5 * Math.log(width) + spread(width) * noise.normal()),
        })),
      );
      const { interval, level } = fitRate(runs, alpha, at);
      if (interval[0] > -0.5 || interval[1] < -0.5) missed++;
      const truth = 1 / Math.sqrt(at);
      if (level.interval[0] > truth || level.interval[1] < truth) missedLevel++;
    }
    // Binomial with p = .05 in 2000: standard deviation 9.7; four of them.
    for (const count of [missed, missedLevel]) {
      expect(count).toBeGreaterThan(100 - 39);
      expect(count).toBeLessThan(100 + 39);
    }
  });

  it('tells the constant at a place that does not depend on how many runs there are at each width', () => {
    const runs = WIDTHS.flatMap((width, k) =>
      Array.from({ length: 2 + 3 * k }, () => ({ width, error: 1 / Math.sqrt(width) })),
    );
    expect(fitRate(runs, 0.05).level).toMatchObject({
      width: expect.closeTo(256, 9) as number,
      error: expect.closeTo(1 / 16, 12) as number,
    });
  });

  it.each([
    [[{ width: 1, error: 0 }], /positive finite/],
    [[{ width: -1, error: 1 }], /positive finite/],
    [[{ width: 2, error: NaN }], /positive finite/],
    [Array.from({ length: 9 }, () => ({ width: 2, error: 1 })), /two widths/],
    [
      [
        { width: 1, error: 1 },
        { width: 2, error: 1 },
      ],
      /at least four runs/,
    ],
  ])('refuses what has no rate', (runs, message) => {
    expect(() => fitRate(runs, 0.05)).toThrow(message);
  });
});

describe('quantiles', () => {
  // Reference values to 14 digits from an independent library of special functions.
  it.each([
    [1 - 5e-6, 58, 4.8398843924437704],
    [1 - 5e-5, 178, 3.98057412304253],
  ])('Student t(%d; %d)', (p, degrees, expected) => {
    expect(Math.abs(studentQuantile(p, degrees) - expected)).toBeLessThan(1e-6);
  });

  it('normal', () => {
    expect(normalQuantile(1 - 1e-6)).toBeCloseTo(4.753424308817087, 6);
    expect(normalQuantile(1e-9)).toBeCloseTo(-5.9978070150076865, 6);
  });
});
