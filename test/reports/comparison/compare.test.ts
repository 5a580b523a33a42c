import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Change } from '../../../reports/comparison/change.js';
import { compareRuns, comparisonOutcome, DRIFT_BUDGET } from '../../../reports/comparison/compare.js';
import type { ClaimRecord, RunRecord } from '../../../reports/comparison/record.js';
import { claimRecord, estimate, runRecord } from './made-up-record.js';

const compare = (
  before: Partial<ClaimRecord>,
  now: Partial<ClaimRecord>,
  seed = 1,
): ReturnType<typeof compareRuns> =>
  compareRuns(runRecord([claimRecord(before)]), runRecord([claimRecord(now)], { seed }));

const told = (before: Partial<ClaimRecord>, now: Partial<ClaimRecord>, seed = 1): Partial<Change>[] =>
  compare(before, now, seed).changes.map(({ standing, what, before: was, now: is }) => ({
    standing,
    what,
    before: was,
    now: is,
  }));

test('a run compared with itself is the same to the last bit, whatever it is', () => {
  const verdict = fc.constantFrom('supported' as const, 'refuted' as const, 'inconclusive' as const);
  const number = fc.double({ noNaN: true, min: 1e-12, max: 1e12 });
  const claim = fc.record({ verdict, value: number, error: number, used: number, control: verdict });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 4 }), (made) => {
      const claims = made.map(({ verdict: outcome, value, error, used, control }, k) =>
        claimRecord({
          id: `c${k}`,
          verdict: outcome,
          controls: [{ id: 'wrong', verdict: control }],
          estimates: [
            estimate({ estimate: value, standardError: error }),
            estimate({ name: 'l', scale: 'log', estimate: value }),
          ],
          tolerances: [{ name: 't', used }],
        }),
      );
      const comparison = compareRuns(runRecord(claims), runRecord(structuredClone(claims)));
      expect(comparison.changes).toEqual([]);
      expect(comparisonOutcome(comparison)).toBe('passed');
    }),
  );
});

describe('verdicts', () => {
  test.each([
    ['supported', 'inconclusive', 'regressed'],
    ['supported', 'refuted', 'regressed'],
    ['inconclusive', 'refuted', 'regressed'],
    ['inconclusive', 'supported', 'passed'],
    ['refuted', 'inconclusive', 'passed'],
    ['refuted', 'refuted', 'passed'],
  ] as const)('%s, then %s: %s', (before, now, outcome) => {
    const comparison = compare({ verdict: before }, { verdict: now });
    expect(comparisonOutcome(comparison)).toBe(outcome);
    const standing = outcome === 'regressed' ? 'regression' : 'improvement';
    expect(comparison.changes.map((change) => change.standing)).toEqual(before === now ? [] : [standing]);
  });
});

describe('controls', () => {
  const controls = (...verdicts: ClaimRecord['controls'][number]['verdict'][]): Partial<ClaimRecord> => ({
    controls: verdicts.map((verdict, k) => ({ id: `c${k}`, verdict })),
  });

  it('that are not refuted any more are a regression, and refuted again an improvement', () => {
    for (const now of ['supported', 'inconclusive'] as const) {
      expect(told(controls('refuted'), controls(now))).toEqual([
        { standing: 'regression', what: 'control c0', before: 'refuted', now },
      ]);
      expect(told(controls(now), controls('refuted'))).toMatchObject([{ standing: 'improvement' }]);
    }
    expect(told(controls('supported'), controls('inconclusive'))).toMatchObject([{ standing: 'changed' }]);
  });

  it('that are gone are a regression, and new ones are told', () => {
    expect(told(controls('refuted', 'refuted'), controls('refuted'))).toMatchObject([
      { standing: 'regression', what: 'control c1', now: 'missing' },
    ]);
    expect(told(controls('refuted'), controls('refuted', 'refuted'))).toMatchObject([
      { standing: 'new', what: 'control c1' },
    ]);
  });
});

describe('claims', () => {
  const [a, b] = ['a', 'b'].map((id) => claimRecord({ id }));
  const outcomeOf = (before: ClaimRecord[], now: ClaimRecord[], change: Partial<RunRecord> = {}): string =>
    comparisonOutcome(compareRuns(runRecord(before), runRecord(now, change)));

  it('that are gone are a regression, and new ones are none, whatever their verdict', () => {
    expect(outcomeOf([a, b], [a])).toBe('regressed');
    expect(outcomeOf([a], [a, { ...b, verdict: 'refuted' }])).toBe('passed');
    expect(compareRuns(runRecord([a]), runRecord([a, b])).changes).toMatchObject([
      { standing: 'new', claim: 'b' },
    ]);
  });

  it('that are incomplete in either leave it open, unless another one regressed', () => {
    const incomplete = { ...b, missing: 3, verdict: 'inconclusive' as const, estimates: [] };
    expect(outcomeOf([a, b], [a, incomplete])).toBe('incomplete');
    expect(outcomeOf([a, incomplete], [a, b])).toBe('incomplete');
    expect(outcomeOf([a], [a, incomplete])).toBe('incomplete');
    expect(outcomeOf([a, b], [{ ...a, verdict: 'refuted' }, incomplete])).toBe('regressed');
  });

  it('of which none is in both are never green', () => {
    expect(outcomeOf([], [])).toBe('incomplete');
    expect(outcomeOf([], [a])).toBe('incomplete');
  });

  it('of another profile are not compared', () => {
    expect(() => outcomeOf([a], [a], { profile: 'full' })).toThrow(
      /^profiles differ: the baseline is of quick, the report of full; run with --profile quick, or/,
    );
  });
});

describe('estimates', () => {
  const [slope, level] = claimRecord().estimates;
  const with2 = (s: Partial<typeof slope>, l: Partial<typeof level> = {}): Partial<ClaimRecord> => ({
    estimates: [
      { ...slope, ...s },
      { ...level, ...l },
    ],
  });

  it('drift where they differ by more than the noise of both, either way', () => {
    for (const value of [-0.4, -0.6]) {
      const [change, ...others] = compare(with2({}), with2({ estimate: value }), 2).changes;
      expect(change).toMatchObject({
        standing: 'regression',
        what: slope.name,
        note: expect.stringMatching(/^differs by 0.1, noise explains 0\.05/) as string,
      });
      expect(others).toEqual([]);
    }
    expect(told(with2({}), with2({ estimate: -0.46 }), 2)).toEqual([]);
  });

  it('are constants too: a level that moved drifts though its slope did not', () => {
    const [change] = compare(with2({}), with2({}, { estimate: 0.022 }), 2).changes;
    expect(change).toMatchObject({
      standing: 'regression',
      what: level.name,
      note: expect.stringMatching(/^differs by a factor 1.1, noise explains a factor 1\.0/) as string,
    });
    expect(told(with2({}), with2({}, { estimate: 0.0205 }), 2)).toEqual([]);
  });

  it('are held against their noise, not against the overlap of their intervals', () => {
    // Intervals of 95 %, ±0.0197 each, that lie apart: 3.2 combined standard errors happen among many estimates.
    expect(told(with2({}), with2({ estimate: -0.455 }), 2)).toEqual([]);
    // The same difference, of less noisy estimates.
    const precise = { standardError: 0.005 };
    expect(told(with2(precise), with2({ estimate: -0.455, ...precise }), 2)).toMatchObject([
      { standing: 'regression' },
    ]);
  });

  it('of the same seed that changed at all are told, and pass', () => {
    const comparison = compare(with2({}), with2({ estimate: -0.5000001 }));
    expect(comparison.changes).toMatchObject([
      { standing: 'changed', what: slope.name, note: expect.stringContaining('within noise') as string },
    ]);
    expect(comparisonOutcome(comparison)).toBe('passed');
  });

  it('that are gone are a regression, new ones are told', () => {
    expect(told(with2({}), { estimates: [slope] })).toMatchObject([
      { standing: 'regression', what: level.name, now: 'missing' },
    ]);
    expect(told({ estimates: [slope] }, with2({}))).toMatchObject([{ standing: 'new', what: level.name }]);
  });

  it('without noise drift by any difference beyond round-off', () => {
    const exact = { standardError: 0, estimate: 0.1 + 0.2 };
    expect(told(with2(exact), with2({ ...exact, estimate: 0.3 }), 2)).toEqual([]);
    expect(told(with2(exact), with2({ ...exact, estimate: 0.3 + 1e-12 }), 2)).toMatchObject([
      { standing: 'regression' },
    ]);
  });

  it('share the budget: the more are compared, the more noise explains', () => {
    const allowed = (count: number): number => {
      const estimates = Array.from({ length: count }, (_, k) => estimate({ name: `${k}` }));
      return compare({ estimates }, { estimates, statistic: { ...claimRecord().statistic, name: 'other' } })
        .pairs[0].allowed;
    };
    expect([1, 10, 100].map(allowed).map((value) => value / (Math.SQRT2 * 0.01))).toEqual([
      // Student's t with 400 degrees of freedom at 1 − DRIFT_BUDGET / 2n, from another implementation (scipy.stats.t.ppf)
      expect.closeTo(3.31502, 4),
      expect.closeTo(3.93018, 4),
      expect.closeTo(4.47444, 4),
    ]);
  });
});

describe('the statistic of the contract', () => {
  const only = (value: number, change: Partial<ClaimRecord['statistic']> = {}): Partial<ClaimRecord> => ({
    estimates: [],
    statistic: {
      ...claimRecord().statistic,
      estimate: value,
      interval: [value - 0.06, value + 0.06],
      ...change,
    },
  });

  it('is compared by its interval where a report has no estimates', () => {
    expect(told(only(-0.5), only(-0.3), 2)).toMatchObject([{ standing: 'regression', what: 'worst slope' }]);
    expect(told(only(-0.5), only(-0.47), 2)).toEqual([]);
  });

  it('is not compared where another group is the worst, or where its interval is a range over cases', () => {
    expect(told(only(-0.5), only(-0.3, { name: 'slope of another' }), 2)).toEqual([]);
    expect(told(only(0.5, { interval: [0, 0.5] }), only(0.1, { interval: [0, 0.1] }), 2)).toEqual([]);
  });
});

describe('identities', () => {
  const used = (value: number): Partial<ClaimRecord> => ({ tolerances: [{ name: 'kernel', used: value }] });

  it('that came much nearer to their tolerance are told, and pass', () => {
    for (const seed of [1, 2]) {
      const comparison = compare(used(1e-3), used(0.1), seed);
      expect(comparison.changes).toMatchObject([
        { standing: 'margin', what: 'share of the tolerance, kernel' },
      ]);
      expect(comparisonOutcome(comparison)).toBe('passed');
    }
  });

  it('that nobody looks at any more are a regression, and new ones are told', () => {
    const both = { tolerances: [...used(1e-3).tolerances!, { name: 'spline', used: 1e-2 }] };
    for (const seed of [1, 2]) {
      expect(told(both, used(1e-3), seed)).toEqual([
        { standing: 'regression', what: 'share of the tolerance, spline', before: '0.01', now: 'missing' },
      ]);
      expect(told(used(1e-3), both, seed)).toMatchObject([{ standing: 'new' }]);
    }
  });

  it('that moved with the seed are not', () => {
    expect(told(used(1e-3), used(1e-2), 2)).toEqual([]);
    expect(told(used(0.9), used(0.99), 2)).toEqual([]);
    expect(told(used(1e-3), used(1e-2))).toMatchObject([{ standing: 'changed' }]);
  });
});

test('runs of the same law, told apart by their seeds alone, drift in no more than the budget', () => {
  // 2000 comparisons of 8 means of 8 normal variates each: at a budget of 1e-3, about 2 of them may drift.
  let state = 12345;
  const uniform = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const record = (): RunRecord => {
    const estimates = Array.from({ length: 8 }, (_, k) => {
      const values = Array.from({ length: 8 }, normal);
      const mean = values.reduce((sum, value) => sum + value, 0) / 8;
      const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 7;
      return estimate({
        name: `${k}`,
        estimate: mean,
        standardError: Math.sqrt(variance / 8),
        degreesOfFreedom: 7,
      });
    });
    return runRecord(
      [claimRecord({ estimates, statistic: { name: 's', estimate: 0, interval: [0, 0], claimed: '' } })],
      { seed: 2 },
    );
  };
  const drifted = Array.from({ length: 2000 }, () =>
    compareRuns(runRecord(record().claims), record()),
  ).filter((comparison) => comparisonOutcome(comparison) === 'regressed').length;
  // P(more than 9 | mean 2) < 1e-4
  expect(drifted).toBeLessThanOrEqual(9);
  expect(DRIFT_BUDGET).toBe(1e-3);
});
