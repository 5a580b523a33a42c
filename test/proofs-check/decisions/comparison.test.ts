import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import type { Row } from '../../../proofs-check/claim.js';
import { decideComparison } from '../../../proofs-check/decisions/comparison.js';

/** Made-up pairs with a known mean log ratio by group, and noise of standard deviation .5. */
function evidence(seed: number, means: Readonly<Record<string, number>>, pairs: number): Row[] {
  const random = streams(seed).stream('pairs');
  return Object.entries(means).flatMap(([group, mean]) =>
    Array.from({ length: pairs }, () => ({ group, logRatio: mean + 0.5 * random.normal() })),
  );
}

function verdicts(
  repeats: number,
  alpha: number,
  means: Readonly<Record<string, number>>,
  pairs: number,
): Record<string, number> {
  const counts: Record<string, number> = { supported: 0, refuted: 0, inconclusive: 0 };
  for (let seed = 0; seed < repeats; seed++)
    counts[decideComparison(evidence(seed, means, pairs), alpha).verdict]++;
  return counts;
}

describe('decideComparison on evidence of known ratio', () => {
  it('supports a smaller error nearly always, and a larger one is refuted even in one group of several', () => {
    expect(verdicts(200, 1e-5, { a: -1, b: -2 }, 30).supported).toBeGreaterThanOrEqual(198);
    expect(verdicts(200, 1e-5, { a: -1, b: 1 }, 30).refuted).toBeGreaterThanOrEqual(198);
  });

  it('decides wrongly at rate alpha where there is no difference', () => {
    const { supported, refuted } = verdicts(1000, 0.1, { equal: 0 }, 8);
    // 50 expected on each side, standard deviation 7, four of them
    for (const wrong of [supported, refuted]) expect(wrong).toBeLessThan(78);
    expect(supported + refuted).toBeGreaterThan(60);
  });

  it('divides alpha over the groups', () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`g${k}`, 0]));
    expect(verdicts(300, 0.1, many, 8).refuted).toBeLessThan(35);
  });

  it('is inconclusive for few noisy pairs', () => {
    expect(decideComparison(evidence(1, { a: -0.1 }, 5), 1e-4).verdict).toBe('inconclusive');
  });

  it('refutes that a method is better than itself', () => {
    const rows = Array.from({ length: 9 }, () => ({ group: 'itself', logRatio: 0 }));
    expect(decideComparison(rows, 1e-5)).toMatchObject({
      verdict: 'refuted',
      statistic: { interval: [0, 0] },
    });
  });

  it('shows the group nearest to refutation, in any order of the rows', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const rows = evidence(seed, { a: -1, b: -0.2, c: 0.3 }, 6);
        const [one, other] = [rows, [...rows].reverse()].map((r) => decideComparison(r, 1e-2));
        expect(one.statistic.interval[1]).toBe(Math.max(...one.groups.map((group) => Number(group.high))));
        expect(other.verdict).toBe(one.verdict);
        expect(other.statistic.estimate).toBeCloseTo(one.statistic.estimate, 12);
      }),
      { numRuns: 30 },
    );
  });

  it('needs two pairs, and finite ratios', () => {
    expect(() => decideComparison([{ group: 'a', logRatio: -1 }], 0.01)).toThrow(
      /at least two finite values/,
    );
    const broken = [-1, NaN].map((logRatio) => ({ group: 'a', logRatio }));
    expect(() => decideComparison(broken, 0.01)).toThrow(/at least two finite values/);
  });
});
