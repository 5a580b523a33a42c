import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAIN, ROOT, scratchFolder, theoremCheck, theoremCheckBeside } from './command.js';

const scratch = scratchFolder();
/** A claim that is measured in about a second. */
const CLAIM = 'uniform-natural-cubic';
/** A claim that takes long enough to be interrupted. */
const LONGER = 'variational-qp';

interface Report {
  readonly passed: boolean;
  readonly claims: readonly {
    readonly id: string;
    readonly seconds: number;
    readonly units: number;
    missing: number;
  }[];
}

const report = (dir: string): Report => JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')) as Report;

/** Every file of a report folder by path; report.json, the only one with times, is left out. */
function timelessFiles(dir: string): Record<string, string> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = paths.map(({ parentPath, name }) => [
    join(parentPath, name),
    join(parentPath, name).slice(dir.length),
  ]);
  return Object.fromEntries(
    texts
      .filter(([, path]) => path !== '/report.json')
      .map(([file, path]) => [path, readFileSync(file, 'utf8')]),
  );
}

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
    expect(files.filter((file) => /journal|tmp/.test(file))).toEqual([]);
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

  test('--resume never takes up finished evidence, which older code may have measured: it measures anew', () => {
    const before = timelessFiles(first);
    const file = join(first, 'evidence', `${CLAIM}.json`);
    for (const left of [readFileSync(file, 'utf8').replaceAll(/"deviation":[^,}]+/g, '"deviation":1'), '{']) {
      writeFileSync(file, left);
      expect(timelessFiles(first)).not.toEqual(before);
      expect(theoremCheck('run', CLAIM, '--resume', '--out', first)).toMatchObject({ code: 0, err: '' });
      expect(timelessFiles(first)).toEqual(before);
    }
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

  test('a shard is incomplete: code 3', () => {
    const out = join(scratch.path, 'shard');
    expect(theoremCheck('run', CLAIM, '--shard', '2/2', '--out', out).code).toBe(3);
    const [claim] = report(out).claims;
    expect(report(out).passed).toBe(false);
    expect(claim.missing).toBeGreaterThan(0);
    expect(Math.abs(claim.units - claim.missing)).toBeLessThanOrEqual(1);
  });

  test('goes on after Ctrl-C where it stopped, and ends with the bytes of an unbroken run', async () => {
    const [broken, whole] = [join(scratch.path, 'broken'), join(scratch.path, 'whole')];
    const journal = join(broken, 'evidence', `${LONGER}.journal`);
    const child = spawn(process.execPath, [MAIN, 'run', LONGER, '--jobs', '1', '--out', broken], {
      cwd: ROOT,
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!existsSync(journal) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(err).toMatch(/^theorem-check: interrupted; .*: theorem-check run variational-qp .* --resume\n$/);
    expect(existsSync(journal)).toBe(true);
    expect(existsSync(join(broken, 'report.json'))).toBe(false);

    const [, command] = /theorem-check (run .*)\n/.exec(err) ?? [];
    const resumed = theoremCheck(...command.split(' '));
    expect(resumed.code).toBe(0);
    expect(theoremCheck('run', LONGER, '--out', whole).out).toBe(resumed.out);
    expect(timelessFiles(broken)).toEqual(timelessFiles(whole));
  });

  test('replaces the pages and the evidence of another claim in the same folder', () => {
    const folder = join(scratch.path, 'whole');
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
