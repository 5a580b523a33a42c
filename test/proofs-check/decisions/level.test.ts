import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import type { Row, Verdict } from '../../../proofs-check/claim.js';
import { decideLevel } from '../../../proofs-check/decisions/level.js';

const CLAIM = { name: 'made up', tolerance: 0.2 };

/** Made-up evidence: groups by their true level, all predicted to lie at 1. */
function evidence(seed: number, levels: Record<string, number>, noise: number, runs: number): Row[] {
  const random = streams(seed).stream('evidence');
  return Object.entries(levels).flatMap(([group, level]) =>
    Array.from({ length: runs }, () => ({ group, level: level + noise * random.normal(), predicted: 1 })),
  );
}

function verdicts(
  repeats: number,
  alpha: number,
  ...made: [Record<string, number>, number, number]
): Record<Verdict, number> {
  const counts = { supported: 0, refuted: 0, inconclusive: 0 };
  for (let seed = 0; seed < repeats; seed++)
    counts[decideLevel(evidence(seed, ...made), alpha, CLAIM).verdict]++;
  return counts;
}

describe('decideLevel on evidence of known level', () => {
  it('supports the right prediction nearly always, never refutes it', () => {
    expect(verdicts(300, 1e-5, { a: 1, b: 1.02 }, 0.1, 32)).toEqual({
      supported: 300,
      refuted: 0,
      inconclusive: 0,
    });
  });

  it('refutes a wrong one nearly always, even of one group of several, on either side', () => {
    expect(verdicts(300, 1e-5, { good: 1, high: 1.5 }, 0.1, 32).refuted).toBe(300);
    expect(verdicts(300, 1e-5, { good: 1, low: 0.5 }, 0.1, 32).refuted).toBe(300);
  });

  it('decides wrongly at the very bound at most at rate alpha', () => {
    // Each side alpha/2 = .05: 50 expected, standard deviation 7, four of them.
    const { supported, refuted } = verdicts(1000, 0.1, { a: 1.2 }, 0.1, 12);
    expect(supported).toBeLessThan(78);
    expect(refuted).toBeLessThan(78);
  });

  it('does not decide when noise is large', () => {
    const decision = decideLevel(evidence(2, { a: 1 }, 0.5, 8), 1e-3, CLAIM);
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.reason).toMatch(/1 of 1 intervals of the mean lie across a bound/);
  });

  it('reports each group’s mean, the farthest first, and means what it says of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (seed) => {
        const { groups, statistic } = decideLevel(evidence(seed, { near: 1, far: 3 }, 0.1, 10), 1e-3, CLAIM);
        expect(groups.map(({ group }) => group)).toEqual(['far', 'near']);
        expect(statistic.name).toContain('far');
        expect(statistic.claimed).toBe('1.00 ± 0.2');
        for (const row of groups) {
          expect(Number(row.low)).toBeLessThan(Number(row['mean level']));
          expect(Number(row.high)).toBeGreaterThan(Number(row['mean level']));
        }
      }),
      { numRuns: 20 },
    );
  });
});
