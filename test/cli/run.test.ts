import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAIN, scratchFolder, theoremCheck, theoremCheckBeside } from './command.js';
import { report, timelessFiles } from './report-files.js';

const scratch = scratchFolder();
/** A claim that is measured in about a second. */
const CLAIM = 'uniform-natural-cubic';
const OTHER = 'kernel-norm';

describe('run', () => {
  const first = join(scratch.path, 'first');

  test('writes the report, keeps the evidence, prints the verdicts, and ends with 0 when all is well', () => {
    const { code, out, err } = theoremCheck('run', CLAIM, '--out', first);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/PASSED: 1 of 1 claim supported/);
    expect(report(first)).toMatchObject({ schema: 1, passed: true, profile: 'quick', seed: 1 });
    const files = Object.keys(timelessFiles(first));
    for (const file of ['/index.md', '/junit.xml', `/${CLAIM}.md`, `/evidence/${CLAIM}.json`])
      expect(files).toContain(file);
    expect(files.filter((file) => /units|tmp|lock/.test(file))).toEqual([]);
  });

  test('gives the same bytes for the same seed, whatever the number of jobs, and others for another', () => {
    const [again, other] = [join(scratch.path, 'again'), join(scratch.path, 'other')];
    expect(theoremCheck('run', CLAIM, '--seed', '1', '--jobs', '1', '--out', again).code).toBe(0);
    expect(timelessFiles(again)).toEqual(timelessFiles(first));
    expect(theoremCheck('run', CLAIM, '--seed', '2', '--out', other).code).toBe(0);
    expect(timelessFiles(other)[`/evidence/${CLAIM}.json`]).not.toBe(
      timelessFiles(first)[`/evidence/${CLAIM}.json`],
    );
  });

  test('creates the folders above the report folder, also beside another run that does', async () => {
    const deep = join(scratch.path, 'x', 'y');
    const outs = ['1', '2'].map((name) => join(deep, name));
    const answers = await Promise.all(
      outs.map((out) => theoremCheckBeside('run', CLAIM, '--jobs', '1', '--out', out)),
    );
    expect(answers.map(({ code, err }) => ({ code, err }))).toEqual(outs.map(() => ({ code: 0, err: '' })));
    for (const out of outs) expect(existsSync(join(out, 'report.json'))).toBe(true);
  });

  test('replaces the pages and the evidence of another claim in the same folder', () => {
    const folder = join(scratch.path, 'another');
    expect(theoremCheck('run', OTHER, '--out', folder).code).toBe(0);
    expect(theoremCheck('run', CLAIM, '--out', folder).code).toBe(0);
    expect(timelessFiles(folder)).toEqual(timelessFiles(first));
  });
});

test('a reader that closes the pipe early is no error', () => {
  const data = scratch.file('data.csv', 'x,y\n0,0\n1,1\n');
  const command = `"$0" "$1" predict --data "$2" --init gaussian --grid 100000 | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, MAIN, data], {
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: 'x,prediction\n0\n', stderr: '' });
});
