import { describe, expect, it, test } from 'vitest';
import { baselineText, extendedHistory } from '../../../reports/comparison/baseline.js';
import { compareRuns } from '../../../reports/comparison/compare.js';
import { RecordError } from '../../../reports/comparison/record-error.js';
import { parseRecord, type RunRecord } from '../../../reports/comparison/record.js';
import { reportJson } from '../../../reports/report-json.js';
import { decision, result, run } from '../made-up-run.js';
import { claimRecord, estimate, runRecord } from './made-up-record.js';

const read = (value: unknown): RunRecord => parseRecord(JSON.stringify(value), 'b.json');

describe('parseRecord', () => {
  it('reads a report, also one with nothing but the fields of the contract', () => {
    const text = reportJson(run([result()]), { seconds: { T1: 2 }, machine: '' });
    expect(parseRecord(text, 'r.json')).toMatchObject({
      seed: 7,
      claims: [{ id: 'T1', seconds: 2, missing: 0 }],
    });
    const statistic = { name: 's', estimate: 1, interval: [0, 2], claimed: '' };
    const claim = {
      id: 'a',
      title: '',
      kind: 'numeric',
      verdict: 'supported',
      statistic,
      controls: [],
      seconds: 1,
      units: 2,
    };
    expect(
      read({ schema: 1, passed: true, profile: 'full', seed: 1, claims: [claim] }).claims[0],
    ).toMatchObject({
      estimates: [],
      tolerances: [],
    });
  });

  it('keeps estimates and shares of tolerances of a report', () => {
    const { name, used } = { name: 'kernel', used: 0.25 };
    const interval: [number, number] = [-0.56, -0.44];
    const made = decision('supported', {
      estimates: [{ ...estimate(), interval }],
      tolerances: [{ name, used }],
    });
    const text = reportJson(run([result({ decision: made })]), { seconds: {}, machine: '' });
    expect(parseRecord(text, 'r.json').claims[0]).toMatchObject({
      estimates: [estimate()],
      tolerances: [{ name, used }],
    });
  });

  const claim = claimRecord();
  const broken: readonly (readonly [string, unknown, RegExp])[] = [
    ['no object', [], /^b\.json: the file: /],
    ['another schema', { ...runRecord(), schema: 2 }, /^b\.json: schema: /],
    ['an unknown profile', { ...runRecord(), profile: 'slow' }, /^b\.json: profile: /],
    [
      'an unknown verdict',
      runRecord([{ ...claim, verdict: 'fine' as 'refuted' }]),
      /^b\.json: claims\[0\]\.verdict: /,
    ],
    [
      'an interval upside down',
      runRecord([{ ...claim, statistic: { ...claim.statistic, interval: [1, 0] } }]),
      /^b\.json: claims\[0\]\.statistic\.interval: expected the lower end first; /,
    ],
    ['a claim twice', runRecord([claim, claim]), /^b\.json: claims\[1\]\.id: got "rate" a second time; /],
    [
      'a logarithm of nothing',
      runRecord([{ ...claim, estimates: [estimate({ scale: 'log', estimate: 0 })] }]),
      /^b\.json: claims\[0\]\.estimates\[0\]\.estimate: expected a positive number/,
    ],
    [
      'a date that is none',
      { ...runRecord(), history: [{ date: 'today', reason: 'r', changes: [] }] },
      /history\[0\]\.date: /,
    ],
  ];

  test.each(broken)('%s is refused with file, field and remedy in one line', (_, value, message) => {
    expect(() => read(value)).toThrow(message);
    expect(() => read(value)).toThrow(RecordError);
    expect(() => read(value)).toThrow(/; expected a report\.json or a baseline of theorem-check: [^\n]*$/);
  });

  test.each(['', '{', '<<<<<<< HEAD', '{"schema":1}{'])('%j is refused as no JSON', (text) => {
    expect(() => parseRecord(text, 'b.json')).toThrow(
      /^b\.json: not JSON \([^\n]*\); expected a report\.json or a baseline/,
    );
  });
});

describe('a baseline', () => {
  const present = runRecord([
    claimRecord({
      estimates: [estimate({ name: 'b' }), estimate({ name: 'a', estimate: 1 / 3 })],
      seconds: 1.4,
    }),
    claimRecord({ id: 'other', verdict: 'inconclusive', controls: [], estimates: [], tolerances: [] }),
  ]);
  const update = { date: '2026-01-02', reason: 'first' };
  const text = baselineText(present, extendedHistory(present, undefined, update));

  it('holds all that is compared, bit for bit, and no more seconds than in all', () => {
    const stored = parseRecord(text, 'b.json');
    expect(compareRuns(stored, present).changes).toEqual([]);
    expect(stored.seconds).toBe(11);
    expect(stored.claims.map(({ seconds }) => seconds)).toEqual([0, 0]);
  });

  it('has a line for each estimate, in the order of their names, whatever the order of the report', () => {
    const shuffled = runRecord(
      present.claims.map((claim) => ({ ...claim, estimates: claim.estimates.toReversed() })),
    );
    expect(baselineText(shuffled, parseRecord(text, 'b.json').history)).toBe(text);
    expect(text.match(/^ {8}\{"name":"a",.*\},?$/gm)).toHaveLength(1);
  });

  it('is the same after reading and writing', () => {
    const stored = parseRecord(text, 'b.json');
    expect(baselineText(stored, stored.history)).toBe(text);
  });

  it('remembers its updates: date, reason, what changed, and what it takes over as a failure', () => {
    const stored = parseRecord(text, 'b.json');
    expect(stored.history).toEqual([
      { ...update, changes: ['accepted as it is: other is inconclusive', 'first baseline, of 2 claims'] },
    ]);
    const later = runRecord([claimRecord({ ...present.claims[0], verdict: 'refuted' }), present.claims[1]]);
    const [latest, ...older] = extendedHistory(later, compareRuns(stored, later), {
      date: '2026-02-03',
      reason: 'r',
    });
    expect(latest.changes[0]).toBe('accepted as it is: rate is refuted');
    expect(latest.changes[2]).toMatch(
      /^regression: rate, verdict, by worst slope: supported, .* → refuted, /,
    );
    expect(older).toEqual(stored.history);
  });

  it('forgets the oldest updates, and lists a limited number of changes', () => {
    const many = Array.from({ length: 60 }, (_, k) => claimRecord({ id: `c${k}`, verdict: 'refuted' }));
    let history = [...parseRecord(text, 'b.json').history];
    for (let k = 0; k < 30; k += 1) {
      const before = { ...runRecord([]), history };
      history = extendedHistory(runRecord(many), compareRuns(before, runRecord(many)), {
        date: '2026-02-03',
        reason: `${k}`,
      });
    }
    expect(history).toHaveLength(20);
    expect(history[0].reason).toBe('29');
    expect(history[0].changes).toHaveLength(41);
    expect(history[0].changes[40]).toBe('and 80 more');
  });
});
