import { describe, expect, it } from 'vitest';
import { streams } from '../../numerics/random/streams.js';
import { testUniformity } from '../../numerics/statistics/kolmogorov-smirnov.js';
import type { Row } from '../../proofs-check/claim.js';
import { decideComparison } from '../../proofs-check/decisions/comparison.js';
import { decideLevel } from '../../proofs-check/decisions/level.js';
import { decideRate } from '../../proofs-check/decisions/rate.js';
import { fitLaw } from '../../proofs-check/decisions/reproduction.js';
import { pValue } from '../../proofs-check/p-value.js';
import { twoSided } from '../../calibrate/nulls.js';

type Normal = () => number;

const DRAWS = 300;
/** One sample in a thousand would be called not uniform by chance; the seed is fixed. */
const REJECTED = 1e-3;

const cases: readonly (readonly [name: string, p: (normal: Normal) => number])[] = [
  [
    'a slope that is exactly the bound, with noise that grows with the width',
    (normal) =>
      pValue(
        (rows, alpha) => decideRate(rows, alpha, { exponent: -0.5, tolerance: 0.1 }),
        [64, 512, 4096].flatMap((width) =>
          Array.from({ length: 16 }, (): Row => {
            const scatter = 0.1 * Math.log(width) * normal();
            return { group: 'g', width, error: Math.exp(-0.4 * Math.log(width) + scatter) };
          }),
        ),
      ),
  ],
  [
    'a level that is exactly the tolerance away',
    (normal) =>
      pValue(
        (rows, alpha) => decideLevel(rows, alpha, { name: 'share', tolerance: 0.2 }),
        Array.from({ length: 24 }, (): Row => ({ group: 'g', level: 1.2 + 0.02 * normal(), predicted: 1 })),
      ),
  ],
  [
    'two methods that are equally good',
    (normal) =>
      pValue(
        decideComparison,
        Array.from({ length: 24 }, (): Row => ({ group: 'g', logRatio: normal() })),
      ),
  ],
  [
    'an exponent that a printed law has too',
    (normal) => {
      const sizes = [40, 160, 640, 2560];
      const runs = (count: number): { size: number; error: number }[] =>
        sizes.flatMap((size) =>
          Array.from({ length: count }, () => ({
            size,
            error: Math.exp(-0.5 * Math.log(size) + 0.2 * normal()),
          })),
        );
      const law = { coefficient: 1, exponent: 0, sizes, repetitions: 5 };
      const printed = { ...law, exponent: fitLaw(runs(5), law).exponent };
      const { difference, differenceError, degreesOfFreedom } = fitLaw(runs(24), printed);
      return twoSided(difference / differenceError, degreesOfFreedom);
    },
  ],
];

describe('p-values of a decision under its null', () => {
  it.each(cases)('are uniform: %s', (name, p) => {
    const random = streams(20_231).stream(name);
    const sample = Array.from({ length: DRAWS }, () => p(() => random.normal()));
    expect(testUniformity(sample).pEither).toBeGreaterThan(REJECTED);
  });

  it.each(cases)('lead to a wrong verdict no more often than the level says: %s', (name, p) => {
    const random = streams(20_232).stream(name);
    const sample = Array.from({ length: DRAWS }, () => p(() => random.normal()));
    const wrong = sample.filter((each) => each <= 0.05).length;
    // 15 of 300 are expected; more than 30 have a chance of 2e-4.
    expect(wrong).toBeLessThanOrEqual(30);
    expect(wrong).toBeGreaterThanOrEqual(3);
  });
});
