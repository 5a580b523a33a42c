import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import type { Row } from '../../../proofs-check/claim.js';
import { decideRate } from '../../../proofs-check/decisions/rate.js';
import { decideRateAndBounds } from '../../../proofs-check/decisions/rate-and-bounds.js';

const RATE = { exponent: -0.5, tolerance: 0.2 };
const RANK = ['refuted', 'inconclusive', 'supported'];

/** Made-up runs of known slope, with little noise. */
function runs(seed: number, slope: number, count: number): Row[] {
  const random = streams(seed).stream('evidence');
  return [64, 512, 4096].flatMap((width) =>
    Array.from({ length: count }, () => ({
      group: 'rate',
      width,
      error: Math.exp(slope * Math.log(width) + 0.3 * random.normal()),
    })),
  );
}
const bound = (deviation: number): Row => ({ group: 'bound', deviation, tolerance: 1 });
const decide = (...rows: Row[]): ReturnType<typeof decideRate> =>
  decideRateAndBounds(rows, 1e-4, RATE, 'made up');

describe('decideRateAndBounds', () => {
  it('gives the worse of the two verdicts, whatever they are, and its statistic', () => {
    const rates = { supported: runs(1, -0.5, 24), inconclusive: runs(1, -0.3, 6), refuted: runs(1, 0, 24) };
    for (const [ofRate, rows] of Object.entries(rates)) {
      expect(decideRate(rows, 1e-4, RATE).verdict).toBe(ofRate);
      for (const [ofBound, deviation] of [
        ['supported', 0.5],
        ['refuted', 1.5],
      ] as const) {
        const { verdict, statistic, groups } = decide(...rows, bound(deviation));
        expect(verdict).toBe(RANK[Math.min(RANK.indexOf(ofRate), RANK.indexOf(ofBound))]);
        const boundDecides = RANK.indexOf(ofBound) < RANK.indexOf(ofRate);
        expect(statistic.name).toMatch(boundDecides ? /^deviation/ : /^slope/);
        // Worst first.
        expect(groups.map(({ group }) => group)).toEqual(
          boundDecides ? ['bound', 'rate'] : ['rate', 'bound'],
        );
      }
    }
  });

  it('decides evidence of one kind by that kind, at the full alpha', () => {
    const rows = runs(2, -0.5, 12);
    expect(decide(...rows)).toEqual(decideRate(rows, 1e-4, RATE));
    expect(decide(bound(0.9)).verdict).toBe('supported');
    expect(decide(bound(0.9), bound(1.1)).verdict).toBe('refuted');
  });

  it('refuses evidence of neither kind', () => {
    expect(() => decide({ group: 'g', width: 3 })).toThrow(/got 1 rows without error or deviation/);
  });
});
