import { describe, expect, test } from 'vitest';
import { claimText } from '../../cli/claim-text.js';
import { claims } from '../../proofs-check/registry.js';
import { cite } from '../../reports/citations/cite.js';
import { shownClaim } from '../../reports/claim-json.js';
import { scratchFolder, theoremCheck } from './command.js';

const scratch = scratchFolder();

test('list prints every claim, as text and as JSON', () => {
  const { code, out, err } = theoremCheck('list');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n').filter(Boolean)).toHaveLength(claims.length);
  const entries = JSON.parse(theoremCheck('list', '--format', 'json').out) as unknown;
  expect(entries).toEqual(claims.map(({ id, title, kind, source }) => ({ id, title, kind, source })));
});

describe('show', () => {
  test('prints what claimText says', () => {
    const [claim] = claims;
    expect(theoremCheck('show', claim.id)).toEqual({ code: 0, out: claimText(claim), err: '' });
  });

  test.each(claims.map((claim) => [claim.id, claim] as const))(
    '%s: statement, assumptions, protocol and controls',
    (_, claim) => {
      const { inBrief, statement, protocol, assumptions, controls } = claim;
      const parts = [inBrief, statement, protocol, ...assumptions.map((assumption) => assumption.statement)];
      for (const part of [...parts, ...controls.map(({ id }) => id)])
        expect(claimText(claim)).toContain(part);
    },
  );
});

test('show --format json has every field, with units and controls by profile', () => {
  const [claim] = claims.filter(({ controls }) => controls.some(({ profiles }) => profiles !== undefined));
  const { code, out, err } = theoremCheck('show', claim.id, '--format', 'json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toEqual(shownClaim(claim));
  expect(JSON.parse(out)).toEqual({
    id: claim.id,
    title: claim.title,
    kind: claim.kind,
    source: claim.source,
    inBrief: claim.inBrief,
    statement: claim.statement,
    assumptions: claim.assumptions.map(({ statement }) => statement),
    uses: claim.uses,
    protocol: claim.protocol,
    controls: claim.controls.map(({ id, title, because, profiles = ['quick', 'full'] }) => ({
      id,
      title,
      because,
      profiles,
    })),
    units: { quick: claim.units('quick').length, full: claim.units('full').length },
  });
});

describe('explain', () => {
  test('takes the outcome from the report that is named', () => {
    const { code, out, err } = theoremCheck('explain', 'univariate-rate', '--report', 'reports/sample');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /## What came out \*\*supported\*\*, with 7 of 7 false versions refuted/,
    );
  });

  test.each([
    ['{', /not JSON; expected a report of theorem-check/],
    ['{"schema": 2}', /field schema: .*; expected a report of theorem-check/],
  ])('a report.json that is none (%s) is refused in one line', (text, line) => {
    const file = scratch.file('report.json', text);
    const { code, out, err } = theoremCheck('explain', 'univariate-rate', '--report', scratch.path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
    expect(err).toContain(file);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a folder without a report is refused, an unknown claim too', () => {
    expect(theoremCheck('explain', 'univariate-rate', '--report', 'nowhere')).toEqual({
      code: 2,
      out: '',
      err: 'theorem-check: nowhere/report.json: no such file; check the path\n',
    });
    expect(theoremCheck('explain', 'no-such-claim')).toMatchObject({ code: 2, out: '' });
  });
});

describe('cite', () => {
  test('with --report prints what that run rests on', () => {
    const claim = {
      id: 'sgd-limit',
      verdict: 'supported',
      toothless: false,
      missing: 0,
      units: 1,
      reason: '',
    };
    const statistic = { name: '', estimate: 0, interval: [0, 0], claimed: '' };
    const run = { schema: 1, profile: 'quick', seed: 1, claims: [{ ...claim, statistic, controls: [] }] };
    scratch.file('report.json', JSON.stringify(run));
    const { code, out, err } = theoremCheck('cite', '--report', scratch.path);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(cite(claims.filter(({ id }) => id === 'sgd-limit')));
    expect(theoremCheck('cite', 'kernel-norm', '--report', scratch.path)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('the run has no claim kernel-norm, expected one of sgd-limit') as string,
    });
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
