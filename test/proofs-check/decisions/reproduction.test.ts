import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams, type RandomStream } from '../../../numerics/random/streams.js';
import { fitRate } from '../../../numerics/statistics/rate-fit.js';
import type { Row } from '../../../proofs-check/claim.js';
import { POINT_NULL_LEVEL } from '../../../proofs-check/decisions/point-null.js';
import { decideReproduction, fitLaw, type PrintedLaw } from '../../../proofs-check/decisions/reproduction.js';

const SIZES = [20, 40, 80, 160, 320, 640, 1280, 2560];
const NOISE = 0.35;

/** Runs with a known law, log-normal about it with mean square 1. */
function runsOf(
  random: RandomStream,
  runs: number,
  { coefficient, exponent }: { coefficient: number; exponent: number },
  sizes: readonly number[] = SIZES,
): { size: number; error: number }[] {
  return sizes.flatMap((size) =>
    Array.from({ length: runs }, () => ({
      size,
      error: coefficient * Math.exp(exponent * Math.log(size) + NOISE * random.normal() - NOISE * NOISE),
    })),
  );
}

/** A law that somebody printed after five runs at each size: the line through the logarithms of the root mean squares. */
function printedBy(random: RandomStream, truth: { coefficient: number; exponent: number }): PrintedLaw {
  const points = SIZES.map((size) => {
    const runs = runsOf(random, 5, truth, [size]);
    const square = runs.reduce((sum, { error }) => sum + error * error, 0) / runs.length;
    return { width: size, error: Math.sqrt(square) };
  });
  const { intercept, slope } = fitRate(points, 0.1);
  return { coefficient: Math.exp(intercept), exponent: slope, sizes: SIZES, repetitions: 5 };
}

const TRUTH = { coefficient: 0.65, exponent: -0.48 };
/** As it would be printed after ever so many runs. */
const KNOWN: PrintedLaw = { ...TRUTH, sizes: SIZES, repetitions: Infinity };
const verdicts = (
  repeats: number,
  alpha: number,
  truth: { coefficient: number; exponent: number },
  runs: number,
  resolution = 0.5,
): Record<string, number> => {
  const counts: Record<string, number> = { supported: 0, refuted: 0, inconclusive: 0 };
  for (let seed = 0; seed < repeats; seed++) {
    const random = streams(seed).stream('evidence');
    const printed = { one: printedBy(random, TRUTH), other: printedBy(random, TRUTH) };
    const rows: Row[] = ['one', 'other'].flatMap((group) =>
      runsOf(random, runs, group === 'one' ? TRUTH : truth).map((run) => ({ group, ...run })),
    );
    counts[decideReproduction(rows, alpha, { printed, factor: 1.5, resolution }).verdict]++;
  }
  return counts;
};

describe('fitLaw', () => {
  it('fits what least squares of logs fits where runs at a size agree, without noise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 3, maxLength: 8 }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: -2, max: 1, noNaN: true }),
        (errors, coefficient, exponent) => {
          const runs = errors.flatMap((error, k) => [1, 2].map(() => ({ size: SIZES[k], error })));
          const printed = { coefficient, exponent, sizes: SIZES, repetitions: 5 };
          const law = fitLaw(runs, printed);
          const rate = fitRate(
            runs.map(({ size, error }) => ({ width: size, error })),
            0.1,
          );
          expect(law.exponent).toBeCloseTo(rate.slope, 9);
          expect(Math.log(law.coefficient)).toBeCloseTo(rate.intercept, 8);
          const ratios = errors.map((error, k) =>
            Math.log(error / (coefficient * Math.exp(exponent * Math.log(SIZES[k])))),
          );
          expect(law.level).toBeCloseTo(ratios.reduce((sum, v) => sum + v, 0) / errors.length, 8);
          expect([law.exponentError, law.levelError]).toEqual([0, 0]);
        },
      ),
    );
  });

  it('finds the level of the law on average, from few runs too, be they ours or those behind a printed law', () => {
    const meanLevel = (printed: (random: RandomStream) => PrintedLaw): number => {
      const levels = Array.from({ length: 4000 }, (_, seed) => {
        const random = streams(seed);
        return fitLaw(runsOf(random.stream('few'), 6, TRUTH), printed(random.stream('printed'))).level;
      });
      return levels.reduce((sum, level) => sum + level, 0) / levels.length;
    };
    // Standard errors .0008 and .001; the log of a root mean square of six runs is .027 too small on average, that of five .033.
    expect(Math.abs(meanLevel(() => KNOWN))).toBeLessThan(0.006);
    expect(Math.abs(meanLevel((random) => printedBy(random, TRUTH)))).toBeLessThan(0.006);
  });

  it('has the standard errors that fits of fresh runs scatter by, and printed exponents too', () => {
    const fits = Array.from({ length: 400 }, (_, seed) => {
      const runs = runsOf(streams(seed).stream('runs'), 40, TRUTH);
      return { ...fitLaw(runs, { ...KNOWN, repetitions: 5 }), level: fitLaw(runs, KNOWN).level };
    });
    const few = Array.from({ length: 400 }, (_, seed) => printedBy(streams(seed).stream('few'), TRUTH));
    const rms = (values: number[]): number =>
      Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
    const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(mean(fits.map((fit) => fit.exponentError)) / rms(fits.map((fit) => fit.difference))).toBeCloseTo(
      1,
      0.8,
    );
    expect(mean(fits.map((fit) => fit.levelError)) / rms(fits.map((fit) => fit.level))).toBeCloseTo(1, 0.8);
    const theirs = fits.map((fit) =>
      Math.sqrt(fit.differenceError * fit.differenceError - fit.exponentError * fit.exponentError),
    );
    const scatter = rms(few.map(({ exponent }) => exponent - TRUTH.exponent));
    expect(mean(theirs) / scatter).toBeGreaterThan(0.85);
    expect(mean(theirs) / scatter).toBeLessThan(1.2);
  });

  it('refuses what gives no law, in one line', () => {
    const printed = { ...TRUTH, sizes: SIZES, repetitions: 5 };
    const two = (size: number, error: number): { size: number; error: number }[] => [
      { size, error },
      { size, error },
    ];
    expect(() => fitLaw(two(20, 1), printed)).toThrow(/at least two sizes/);
    expect(() => fitLaw([...two(20, 1), { size: 40, error: 1 }], printed)).toThrow(/at least two runs/);
    expect(() => fitLaw([...two(20, 1), ...two(40, 0)], printed)).toThrow(/positive errors/);
  });
});

describe('decideReproduction', () => {
  it('supports a reproduction nearly always, and never refutes one', () => {
    const { supported, refuted } = verdicts(300, 1e-5, TRUTH, 30);
    expect(refuted).toBe(0);
    expect(supported).toBeGreaterThanOrEqual(297);
  });

  it('refutes if one group of several is at another level, or has another exponent', () => {
    expect(verdicts(100, 1e-5, { ...TRUTH, coefficient: 2.2 * TRUTH.coefficient }, 30).refuted).toBe(100);
    expect(verdicts(100, 1e-5, { ...TRUTH, coefficient: TRUTH.coefficient / 2.2 }, 30).refuted).toBe(100);
    const middle = Math.sqrt(SIZES[0] * SIZES[7]);
    const turned = (exponent: number): { coefficient: number; exponent: number } => ({
      exponent,
      coefficient: TRUTH.coefficient * Math.exp((TRUTH.exponent - exponent) * Math.log(middle)),
    });
    expect(verdicts(100, 1e-5, turned(-0.85), 30).refuted).toBeGreaterThan(97);
    expect(verdicts(100, 1e-5, turned(-0.1), 30).refuted).toBeGreaterThan(97);
  });

  it('tests equal exponents at the level of point nulls, however much error is allowed, and at no larger one', () => {
    expect(verdicts(200, 0.2, TRUTH, 30).refuted).toBe(0);
    expect(verdicts(200, 0.2, TRUTH, 4).refuted).toBe(0);
    expect(verdicts(20, POINT_NULL_LEVEL / 2, TRUTH, 30).supported).toBe(0);
  });

  it('is inconclusive on few runs, and where the noise leaves exponents open', () => {
    expect(verdicts(40, 1e-5, TRUTH, 2).supported).toBe(0);
    expect(verdicts(40, 1e-5, TRUTH, 30, 0.01).inconclusive).toBe(40);
  });

  it('lists each group with both laws and a sentence, worst first', () => {
    const random = streams(3).stream('evidence');
    const printed = { good: printedBy(random, TRUTH), bad: printedBy(random, TRUTH) };
    const rows = [
      ...runsOf(random, 30, TRUTH).map((run) => ({ group: 'good', ...run })),
      ...runsOf(random, 30, { ...TRUTH, coefficient: 3 }).map((run) => ({ group: 'bad', ...run })),
    ];
    const { groups, statistic, verdict } = decideReproduction(rows, 1e-5, {
      printed,
      factor: 1.5,
      resolution: 0.5,
    });
    expect(verdict).toBe('refuted');
    expect(groups.map(({ group }) => group)).toEqual(['bad', 'good']);
    expect(String(groups[0].agreement)).toMatch(/^Not reproduced: our errors are \d+ % larger/);
    expect(String(groups[1].agreement)).toMatch(/^Reproduced/);
    expect(groups[1]['p, printed']).toBe(printed.good.exponent);
    expect(statistic.name).toContain('bad');
    expect(statistic.interval[0]).toBeLessThan(statistic.estimate);
  });
});
