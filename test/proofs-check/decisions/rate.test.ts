import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import type { Row } from '../../../proofs-check/claim.js';
import { decideRate, plannedPower } from '../../../proofs-check/decisions/rate.js';

const RATE = { exponent: -0.5, tolerance: 0.2 };
const WIDTHS = [64, 128, 256, 512, 1024];

/** Made-up evidence of known slope and noise (standard deviation of the log error). */
function evidence(seed: number, slopes: Record<string, number>, noise: number, runs: number): Row[] {
  const random = streams(seed).stream('evidence');
  return Object.entries(slopes).flatMap(([group, slope]) =>
    WIDTHS.flatMap((width) =>
      Array.from({ length: runs }, () => ({
        group,
        width,
        error: Math.exp(slope * Math.log(width) + noise * random.normal()),
      })),
    ),
  );
}

/** How often each verdict comes out over fresh seeds. */
function verdicts(
  repeats: number,
  alpha: number,
  ...made: [Record<string, number>, number, number]
): Record<string, number> {
  const counts: Record<string, number> = { supported: 0, refuted: 0, inconclusive: 0 };
  for (let seed = 0; seed < repeats; seed++)
    counts[decideRate(evidence(seed, ...made), alpha, RATE).verdict]++;
  return counts;
}

describe('decideRate on evidence of known slope', () => {
  it('never refutes a true rate, and supports it nearly always (pilot noise, 48 runs a width)', () => {
    const { supported, refuted } = verdicts(400, 4e-5, { a: -0.5, b: -0.55 }, 0.4, 48);
    expect(refuted).toBe(0);
    expect(supported).toBeGreaterThanOrEqual(392);
  });

  it('refutes a plateau nearly always, even if one group of several has it', () => {
    const { supported, refuted } = verdicts(400, 4e-5, { good: -0.5, plateau: 0 }, 0.4, 48);
    expect(supported).toBe(0);
    expect(refuted).toBeGreaterThanOrEqual(396);
  });

  it('does not take faster than claimed for a refutation', () => {
    expect(verdicts(50, 1e-3, { fast: -1.5 }, 0.4, 24)).toEqual({
      supported: 50,
      refuted: 0,
      inconclusive: 0,
    });
  });

  it('takes faster for a refutation if the rate is said to be sharp, and supports the sharp rate nearly always', () => {
    const sharp = { exponent: -0.5, tolerance: 0.12, sharp: true };
    const count = (slope: number): Record<string, number> => {
      const counts: Record<string, number> = { supported: 0, refuted: 0, inconclusive: 0 };
      for (let seed = 0; seed < 200; seed++)
        counts[decideRate(evidence(seed, { a: slope }, 0.4, 200), 1e-4, sharp).verdict]++;
      return counts;
    };
    expect(count(-0.5).refuted).toBe(0);
    expect(count(-0.5).supported).toBeGreaterThanOrEqual(198);
    expect(count(-0.75).refuted).toBeGreaterThanOrEqual(198);
    expect(count(-0.25).refuted).toBeGreaterThanOrEqual(198);
    expect(count(-0.62).supported).toBeLessThan(2);
    expect(decideRate(evidence(1, { a: -0.5 }, 0.4, 200), 1e-4, sharp).statistic.claimed).toMatch(/^= -0.5/);
  });

  it('at the very bound decides wrongly at most at rate alpha on either side', () => {
    const alpha = 0.1;
    const repeats = 1000;
    const { supported, refuted } = verdicts(repeats, alpha, { bound: -0.3 }, 0.4, 12);
    // Each side has probability alpha/2 = .05: 50 expected, standard deviation 7, four of them.
    expect(supported).toBeLessThan(78);
    expect(refuted).toBeLessThan(78);
  });

  it('has the power that was planned', () => {
    const repeats = 400;
    const alpha = 1e-3;
    for (const [noise, runs] of [
      [0.6, 20],
      [0.8, 20],
      [0.5, 12],
    ]) {
      const plan = Object.fromEntries(WIDTHS.map((width) => [width, runs]));
      const { power } = plannedPower(plan, noise, alpha, RATE.tolerance);
      const share = verdicts(repeats, alpha, { a: -0.5 }, noise, runs).supported / repeats;
      // Binomial error of four standard deviations, and .05 for the robust interval being a little wider than planned.
      expect(Math.abs(share - power)).toBeLessThan(4 * Math.sqrt((power * (1 - power)) / repeats) + 0.05);
    }
  });

  it('is inconclusive when runs are few and noise is large', () => {
    const decision = decideRate(evidence(1, { a: -0.5 }, 1.5, 3), 1e-3, RATE);
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.reason).toMatch(/1 of 1 intervals lie across a bound/);
  });

  it('reports the group nearest to refutation, its interval around its estimate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const { statistic, groups } = decideRate(evidence(seed, { a: -0.5, b: -0.8 }, 0.3, 8), 1e-2, RATE);
        expect(statistic.interval[1]).toBe(Math.max(...groups.map((group) => Number(group.high))));
        expect(statistic.interval[0]).toBeLessThan(statistic.estimate);
        expect(statistic.estimate).toBeLessThan(statistic.interval[1]);
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order of the runs beyond round-off', () => {
    const rows = evidence(5, { a: -0.5 }, 0.4, 10);
    const [one, other] = [rows, [...rows].reverse()].map((r) => decideRate(r, 1e-3, RATE).statistic);
    expect(other.estimate).toBeCloseTo(one.estimate, 12);
    expect(other.interval[0]).toBeCloseTo(one.interval[0], 10);
  });
});

it('decideRate takes another variable, an exponent and a tolerance for each group', () => {
  const random = streams(5).stream('evidence');
  const exponents: Record<string, number> = { inside: -4, ends: -2 };
  const rows = Object.entries(exponents).flatMap(([group, slope]) =>
    [16, 32, 64, 128].flatMap((points) =>
      Array.from({ length: 8 }, () => ({
        group,
        points,
        error: Math.exp(slope * Math.log(points) + 0.1 * random.normal()),
      })),
    ),
  );
  const decide = (exponent: number | ((group: string) => number)): ReturnType<typeof decideRate> =>
    decideRate(rows, 1e-4, { exponent, tolerance: 0.3, sharp: true, variable: 'points' });
  const right = decide((group) => exponents[group]);
  expect(right.verdict).toBe('supported');
  expect(right.statistic.name).toContain('log points');
  expect(decide(-4).verdict).toBe('refuted');
  expect(decide((group) => exponents[group] - 1).verdict).toBe('refuted');

  // A tolerance for each group: what is too far off for one of them is not for the other.
  const decideWithin = (inside: number, ends: number): string =>
    decideRate(rows, 1e-4, {
      exponent: (group) => (group === 'inside' ? -4.5 : -2.1),
      tolerance: (group) => (group === 'inside' ? inside : ends),
      sharp: true,
      variable: 'points',
    }).verdict;
  expect([decideWithin(0.8, 0.4), decideWithin(0.4, 0.8), decideWithin(0.4, 0.4)]).toEqual([
    'supported',
    'refuted',
    'refuted',
  ]);
});
