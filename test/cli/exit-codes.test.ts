import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAIN, ROOT, scratchFolder, theoremCheck, type Answer } from './command.js';

const scratch = scratchFolder();
/** A claim that is measured in about a second, and one that takes long enough to be interrupted. */
const [CLAIM, LONGER] = ['uniform-natural-cubic', 'variational-qp'];
const [report, baseline] = [join(scratch.path, 'report'), join(scratch.path, 'baseline.json')];
const ONE_LINE = /^theorem-check: [^\n]+\n$/;

interface Stored {
  readonly claims: readonly {
    verdict: string;
    missing?: number;
    readonly controls: { verdict: string }[];
  }[];
}

/** A copy of a JSON file with a change. */
function edited(file: string, name: string, change: (value: Stored) => void): string {
  const value = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  change(value);
  return scratch.file(name, JSON.stringify(value));
}

/** A copy of the installation in which a file is changed; undefined removes it. */
function brokenCopy(name: string, file: string, change?: (text: string) => string): string {
  const root = join(scratch.path, name);
  cpSync(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const path = join(root, 'dist', file);
  const text = readFileSync(path, 'utf8');
  if (change) {
    expect(change(text)).not.toBe(text);
    writeFileSync(path, change(text));
  } else rmSync(path);
  return join(root, 'dist/cli/main.js');
}

function runCopy(main: string, out: string, env: NodeJS.ProcessEnv = {}): Answer {
  const args = [main, 'run', CLAIM, '--out', join(scratch.path, out)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  expect(theoremCheck('run', CLAIM, '--out', report)).toMatchObject({ code: 0, err: '' });
  expect(
    theoremCheck('compare', baseline, '--report', report, '--update', '--reason', 'first'),
  ).toMatchObject({ code: 0, err: '' });
});

describe('0', () => {
  test('a run that passed, and compares equal with its own baseline', () => {
    const { code, out, err } = theoremCheck('compare', baseline, '--report', report);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Nothing differs beyond noise.');
  });

  test('an update, with date and reason in the baseline', () => {
    const { history } = JSON.parse(readFileSync(baseline, 'utf8')) as { history: object[] };
    expect(history).toEqual([
      {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        reason: 'first',
        changes: ['first baseline, of 1 claim'],
      },
    ]);
  });

  test('an update without a reason says that there is none', () => {
    const other = join(scratch.path, 'without-reason.json');
    expect(theoremCheck('compare', other, '--report', report, '--update')).toMatchObject({
      code: 0,
      err: '',
    });
    const { history } = JSON.parse(readFileSync(other, 'utf8')) as { history: object[] };
    expect(history).toMatchObject([{ reason: 'none given' }]);
  });
});

describe('1', () => {
  test('a claim that is refuted: a solver with a wrong constant; annotated where GitHub asks for it', () => {
    const file = 'numerics/splines/natural-cubic-spline.js';
    const main = brokenCopy('wrong', file, (text) => text.replace('3 * (y', '2.99 * (y'));
    const { code, out, err } = runCopy(main, 'refuted', {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: scratch.path,
    });
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^${CLAIM} +✘ refuted`, 'm'));
    expect(err).toMatch(new RegExp(`^::error title=${CLAIM}%3A ✘ refuted::[^\\n]+\\n$`));
  });

  test('a regression: a verdict, and a control, that the baseline had otherwise', () => {
    const worse = join(scratch.path, 'worse');
    cpSync(report, worse, { recursive: true });
    for (const change of [
      ({ claims: [claim] }: Stored): void => void (claim.verdict = 'refuted'),
      ({ claims: [claim] }: Stored): void => void (claim.controls[0].verdict = 'inconclusive'),
    ]) {
      edited(join(report, 'report.json'), 'worse/report.json', change);
      const { code, out, err } = theoremCheck('compare', baseline, '--report', worse);
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toContain('**REGRESSION**');
    }
  });
});

describe('2', () => {
  const absent = join(scratch.path, 'absent');
  const cases: readonly (readonly [string, () => string[], RegExp])[] = [
    ['an unknown claim', () => ['run', 'no-such-claim', '--out', absent], /unknown claim/],
    ['an unknown command', () => ['gate'], /unknown command/],
    [
      'no report',
      () => ['compare', baseline, '--report', absent],
      /report\.json: no such file; expected the report of a run/,
    ],
    [
      'no baseline',
      () => ['compare', absent, '--report', report],
      /no such file; expected a baseline: make one with --update/,
    ],
    [
      'a blank reason',
      () => ['compare', baseline, '--report', report, '--update', '--reason', ' '],
      /Expected a sentence/,
    ],
    [
      'a reason without an update',
      () => ['compare', baseline, '--report', report, '--reason', 'r'],
      /goes with --update/,
    ],
    [
      'the report as its own baseline',
      () => ['compare', join(report, 'report.json'), '--report', report, '--update', '--reason', 'r'],
      /is the report itself/,
    ],
    [
      'a baseline that is no JSON',
      () => ['compare', scratch.file('b.json', '<<<<<<< HEAD'), '--report', report],
      /b\.json: not JSON/,
    ],
    [
      'a baseline with a wrong field',
      () => [
        'compare',
        edited(baseline, 'v.json', ({ claims: [claim] }) => (claim.verdict = 'fine')),
        '--report',
        report,
      ],
      /v\.json: claims\[0\]\.verdict: /,
    ],
    [
      'a baseline of another profile',
      () => [
        'compare',
        scratch.file('p.json', readFileSync(baseline, 'utf8').replace('"quick"', '"full"')),
        '--report',
        report,
      ],
      /profiles differ: the baseline is of full, the report of quick; run with --profile full/,
    ],
  ];

  test.each(cases)('%s, in one line, with nothing written', (_, args, message) => {
    const before = readFileSync(baseline, 'utf8');
    const { code, out, err } = theoremCheck(...args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toMatch(message);
    expect(readFileSync(baseline, 'utf8')).toBe(before);
    expect(existsSync(absent)).toBe(false);
  });
});

describe('3', () => {
  test('a shard, its comparison, and a baseline made of it', () => {
    const shard = join(scratch.path, 'shard');
    expect(theoremCheck('run', CLAIM, '--shard', '1/2', '--out', shard).code).toBe(3);
    const { code, out } = theoremCheck('compare', baseline, '--report', shard);
    expect(code).toBe(3);
    expect(out).toContain('**INCOMPLETE**');
    const before = readFileSync(baseline, 'utf8');
    const update = theoremCheck('compare', baseline, '--report', shard, '--update', '--reason', 'r');
    expect(update).toMatchObject({ code: 3, out: '' });
    expect(update.err).toMatch(/expected a complete report/);
    expect(readFileSync(baseline, 'utf8')).toBe(before);
  });

  test('a baseline without claims: nothing compared is never green', () => {
    const empty = scratch.file(
      'empty.json',
      '{"schema":1,"passed":false,"profile":"quick","seed":1,"claims":[]}',
    );
    expect(theoremCheck('compare', empty, '--report', report).code).toBe(3);
  });
});

test('4: a defect of ours, here an installation with a file missing', () => {
  const { code, out, err } = runCopy(
    brokenCopy('torn', 'numerics/splines/natural-cubic-spline.js'),
    'internal',
  );
  expect({ code, out }).toEqual({ code: 4, out: '' });
  expect(err).toMatch(ONE_LINE);
  expect(err).toContain('(internal error; set DEBUG=1 for the stack)');
});

test('130: interrupted, with what was finished kept for --resume', async () => {
  const out = join(scratch.path, 'interrupted');
  const child = spawn(process.execPath, [MAIN, 'run', LONGER, '--jobs', '1', '--out', out], { cwd: ROOT });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const begun = (): boolean =>
    existsSync(out) &&
    readdirSync(out, { recursive: true }).some((path) => /\.journal$|^units\/./.test(String(path)));
  while (!begun() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(existsSync(join(out, 'report.json'))).toBe(false);
});
