import { describe, expect, test } from 'vitest';
import { claimText } from '../../cli/claim-text.js';
import { claims } from '../../proofs-check/registry.js';
import { theoremCheck } from './command.js';

test('list prints every claim, as text and as JSON', () => {
  const { code, out, err } = theoremCheck('list');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n').filter(Boolean)).toHaveLength(claims.length);
  const entries = JSON.parse(theoremCheck('list', '--format', 'json').out) as unknown;
  expect(entries).toEqual(claims.map(({ id, title, kind, source }) => ({ id, title, kind, source })));
});

describe('show', () => {
  test.each(claims.map((claim) => claim.id))('%s: statement, assumptions, protocol and controls', (id) => {
    const { code, out } = theoremCheck('show', id);
    const claim = claims.find((candidate) => candidate.id === id)!;
    expect(code).toBe(0);
    const parts = [claim.statement, claim.protocol, ...claim.assumptions.map(({ statement }) => statement)];
    for (const part of [...parts, ...claim.controls.map((control) => control.id)])
      expect(out).toContain(part);
  });
});

test.each([
  [undefined, ''],
  [['full' as const], ' (profile full only)'],
  [[], ' (no profile runs it yet)'],
])('a control of the profiles %j is marked %j', (profiles, mark) => {
  const control = { id: 'false', title: 'a title', because: 'a reason', ...(profiles && { profiles }) };
  expect(claimText({ ...claims[0], controls: [control] })).toContain(
    `- **false**${mark}: a title. False because a reason\n`,
  );
});

test('derive takes a homogeneous activation', () => {
  const { code, out, err } = theoremCheck(
    'derive',
    '--init',
    'binary-uniform(aB=2)',
    '--activation',
    'relu-power(k=2)',
  );
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('definition (Corollary 4)');
  expect(out).toContain('{w_0}^{5}');
});

test('derive prints the steps, each with what verified it', () => {
  const { code, out, err } = theoremCheck('derive', '--init', 'binary-uniform(aB=2)');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^\*\*1\. .*\*\* — /m);
  expect(out).toContain('\\zeta');
  expect(out).not.toContain('undecided');
});
