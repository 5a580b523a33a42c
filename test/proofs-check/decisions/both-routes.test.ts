import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import type { Row } from '../../../proofs-check/claim.js';
import { decideByBothRoutes } from '../../../proofs-check/decisions/both-routes.js';

const TOLERANCE = 1e-13;
const ALPHA = 1e-5;
const seeds = fc.integer({ min: 0, max: 1_000_000 });

/** Exact rows within the tolerance and scores of a true hypothesis, shifted by `bias` standard errors. */
function madeUp(seed: number, bias = 0, cells = 200): Row[] {
  const random = streams(seed).stream('rows');
  const exact = Array.from({ length: 40 }, (): Row => ({
    group: 'a',
    route: 'quadrature',
    deviation: 0.9 * TOLERANCE * random.uniform(),
  }));
  const sampled = Array.from({ length: cells }, (): Row => ({
    group: 'a',
    route: 'sampling',
    z: random.normal() + bias,
    precision: 0.02,
  }));
  return [...exact, ...sampled];
}
const verdict = (rows: readonly Row[]): string => decideByBothRoutes(rows, ALPHA, TOLERANCE).verdict;

describe('decideByBothRoutes', () => {
  it('supports what is true', () => {
    fc.assert(
      fc.property(seeds, (seed) => verdict(madeUp(seed)) === 'supported'),
      { numRuns: 300 },
    );
  });

  it('refutes one deviation above the tolerance, whatever its route', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('quadrature', 'one input', 'empty cell'), (seed, route) => {
        expect(verdict([...madeUp(seed), { group: 'b', route, deviation: 1.01 * TOLERANCE }])).toBe(
          'refuted',
        );
        expect(verdict([...madeUp(seed), { group: 'b', route, deviation: NaN }])).toBe('refuted');
      }),
      { numRuns: 20 },
    );
  });

  it('refutes sampling that is off by ten standard errors in one cell, or by five in all', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(verdict([...madeUp(seed), { group: 'b', route: 'sampling', z: -10, precision: 0.02 }])).toBe(
          'refuted',
        );
        expect(verdict(madeUp(seed, 5))).toBe('refuted');
      }),
      { numRuns: 50 },
    );
  });

  it('decides from exact rows alone where nothing was sampled, with finite numbers throughout', () => {
    const { verdict: found, groups, statistic } = decideByBothRoutes(madeUp(1, 0, 0), ALPHA, TOLERANCE);
    expect(found).toBe('supported');
    expect(statistic.claimed).not.toContain('sampling');
    for (const row of groups) for (const value of Object.values(row)) expect(value).not.toBe(-Infinity);
  });

  it('reports the worst group first', () => {
    const rows: Row[] = [
      { group: 'good', route: 'quadrature', deviation: 0 },
      { group: 'bad', route: 'quadrature', deviation: 1 },
    ];
    expect(
      decideByBothRoutes(rows, ALPHA, TOLERANCE).groups.map(({ group, violations }) => [group, violations]),
    ).toEqual([
      ['bad', 1],
      ['good', 0],
    ]);
  });
});
