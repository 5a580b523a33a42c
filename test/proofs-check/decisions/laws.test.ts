import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import type { Decision, Row, Verdict } from '../../../proofs-check/claim.js';
import { decideByBothRoutes } from '../../../proofs-check/decisions/both-routes.js';
import { decideComparison } from '../../../proofs-check/decisions/comparison.js';
import { conjunction } from '../../../proofs-check/decisions/conjunction.js';
import { decideIdentity } from '../../../proofs-check/decisions/identity.js';
import { decideLevel } from '../../../proofs-check/decisions/level.js';
import { decideOrder } from '../../../proofs-check/decisions/order.js';
import { decideRateAndBounds } from '../../../proofs-check/decisions/rate-and-bounds.js';
import { decideRate } from '../../../proofs-check/decisions/rate.js';
import { decideReproduction } from '../../../proofs-check/decisions/reproduction.js';
import { decisionsAt, turned } from '../monotone.js';

/** Made-up evidence: what is true (0 where the claim holds, 1 far off), how noisy, how much. */
interface Setting {
  readonly off: number;
  readonly noise: number;
  readonly runs: number;
  readonly seed: number;
}
const settings = fc.record<Setting>({
  off: fc.double({ min: -1, max: 1, noNaN: true }),
  noise: fc.double({ min: 0.001, max: 1, noNaN: true }),
  runs: fc.integer({ min: 2, max: 12 }),
  seed: fc.nat({ max: 1_000_000 }),
});

/** Rows of two groups at three sizes, with a normal variate each; the first group is `off`. */
function madeUp(
  { off, noise, runs, seed }: Setting,
  row: (size: number, shift: number, variate: number) => Row,
): Row[] {
  const random = streams(seed).stream('rows');
  return ['one', 'other'].flatMap((group) =>
    [32, 256, 2048].flatMap((size) =>
      Array.from({ length: runs }, () => ({
        group,
        ...row(size, group === 'one' ? off : 0, noise * random.normal()),
      })),
    ),
  );
}

const errors = (setting: Setting): Row[] =>
  madeUp(setting, (width, off, variate) => ({
    width,
    size: width,
    error: Math.exp((-0.5 + off) * Math.log(width) + variate),
  }));
const deviations = (setting: Setting): Row[] =>
  madeUp(setting, (_, off, variate) => ({
    deviation: Math.abs(off * variate),
    tolerance: 0.1,
    scale: setting.noise < 0.5 ? 1e4 : 1, // of the last a tolerance of .1 says nothing
  }));
const law = { coefficient: 1, exponent: -0.5, sizes: [32, 256, 2048], repetitions: 5 };
const rate = { exponent: -0.5, tolerance: 0.1 };

const DECISIONS: Readonly<
  Record<string, readonly [(s: Setting) => Row[], (rows: readonly Row[], alpha: number) => Decision]>
> = {
  rate: [errors, (rows, alpha) => decideRate(rows, alpha, rate)],
  'sharp rate': [errors, (rows, alpha) => decideRate(rows, alpha, { ...rate, sharp: true })],
  'rate and bounds': [
    (s) => [...errors(s), ...deviations({ ...s, off: s.off / 4 })],
    (rows, alpha) => decideRateAndBounds(rows, alpha, rate, 'made up'),
  ],
  identity: [deviations, (rows) => decideIdentity(rows, 'made up')],
  order: [
    (s) => madeUp(s, (_, off, variate) => ({ smaller: 1, larger: 1.5 + off + variate, error: 0.1 })),
    (rows) => decideOrder(rows, 'made up'),
  ],
  comparison: [
    (s) => madeUp(s, (_, off, variate) => ({ logRatio: off - 0.3 + variate })),
    (rows, alpha) => decideComparison(rows, alpha),
  ],
  level: [
    (s) => madeUp(s, (_, off, variate) => ({ level: off + variate, predicted: 0 })),
    (rows, alpha) => decideLevel(rows, alpha, { name: 'made up', tolerance: 0.2 }),
  ],
  reproduction: [
    errors,
    (rows, alpha) =>
      decideReproduction(rows, alpha, { printed: { one: law, other: law }, factor: 1.5, resolution: 0.5 }),
  ],
  'both routes': [
    (s) => [
      ...madeUp(s, (_, off, variate) => ({
        route: 'sampling',
        z: 8 * off + variate / s.noise,
        precision: 0.02,
      })),
      { group: 'one', route: 'quadrature', deviation: 1e-15 },
    ],
    (rows, alpha) => decideByBothRoutes(rows, alpha, 1e-13),
  ],
  conjunction: [
    errors,
    (rows, alpha) =>
      conjunction(
        ['one', 'other'].map((group) =>
          decideRate(
            rows.filter((row) => row.group === group),
            alpha / 2,
            rate,
          ),
        ),
      ),
  ],
};

describe.each(Object.entries(DECISIONS))('every decision must: %s', (_, [evidence, decide]) => {
  it('stay with its verdict as the allowed chance of error grows', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(settings, (setting) => {
        const rows = evidence(setting);
        const verdicts = decisionsAt((alpha) => decide(rows, alpha));
        for (const verdict of verdicts) seen.add(verdict);
        expect(turned(verdicts)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    // The evidence was of all kinds.
    expect([...seen].sort()).toEqual(['inconclusive', 'refuted', 'supported']);
  });

  it('support nothing from nothing', () => {
    let verdict: Verdict | undefined;
    try {
      verdict = decide([], 0.01).verdict;
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
    expect(verdict ?? 'inconclusive').toBe('inconclusive');
  });

  it('not depend on the order of the rows', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom(1e-6, 0.01), (setting, alpha) => {
        const rows = evidence(setting);
        const { verdict, statistic } = decide(rows, alpha);
        const other = decide([...rows].reverse(), alpha);
        expect(other.verdict).toBe(verdict);
        expect(other.statistic.estimate).toBeCloseTo(statistic.estimate, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('not be supported by runs that repeat each other, if it is by intervals', () => {
    const rows = evidence({ off: 0, noise: 0.01, runs: 12, seed: 1 });
    expect(decide(rows, 0.01).verdict).toBe('supported');
    const repeated = decide([...rows, ...rows], 0.01);
    if (
      rows.some((row) =>
        ['error', 'level', 'logRatio'].some((column) => column in row && !('smaller' in row)),
      )
    ) {
      expect(repeated).toMatchObject({ verdict: 'inconclusive' });
      expect(repeated.reason).toMatch(/repeat another to the last bit/);
    } else expect(repeated.verdict).toBe('supported');
  });
});
