import { expect, it } from 'vitest';
import type { Decision, Verdict } from '../../../proofs-check/claim.js';
import { conjunction } from '../../../proofs-check/decisions/conjunction.js';

const part = (verdict: Verdict, name: string): Decision => ({
  verdict,
  statistic: { name, estimate: 1, interval: [0, 2], claimed: 'made up' },
  reason: `because of ${name}`,
  groups: [{ group: name }],
});

it.each<[Verdict[], Verdict, string]>([
  [['supported', 'supported'], 'supported', 'part 0'],
  [['supported', 'inconclusive'], 'inconclusive', 'part 1'],
  [['inconclusive', 'refuted', 'supported'], 'refuted', 'part 1'],
  [['refuted'], 'refuted', 'part 0'],
])('a conjunction of %j is %s', (verdicts, verdict, decisive) => {
  const whole = conjunction(verdicts.map((each, k) => part(each, `part ${k}`)));
  expect(whole.verdict).toBe(verdict);
  expect(whole.statistic.name).toBe(decisive);
  expect(whole.groups[0]).toEqual({ group: decisive });
  expect(whole.groups).toHaveLength(verdicts.length);
  verdicts.forEach((_, k) => expect(whole.reason).toContain(`part ${k}`));
});

it('a conjunction of nothing is an error', () => {
  expect(() => conjunction([])).toThrow(/at least one part/);
});
