import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { scratchFolder, theoremCheckBeside, type Answer } from './command.js';
import { report, timelessFiles } from './report-files.js';

const scratch = scratchFolder();
const CLAIMS = ['kernel-norm', 'variational-qp'];
const COUNT = 3;
const at = (name: string): string => join(scratch.path, name);
const run = (out: string, ...args: readonly string[]): Promise<Answer> =>
  theoremCheckBeside('run', ...CLAIMS, '--jobs', '1', '--out', at(out), ...args);
const merge = (out: string, ...shards: readonly string[]): Promise<Answer> =>
  theoremCheckBeside('merge', ...shards.map(at), '--out', at(out));
const refused = (answer: Answer, message: RegExp): void => {
  expect(answer).toMatchObject({ code: 2, out: '' });
  expect(answer.err).toMatch(message);
  expect(answer.err.trimEnd().split('\n')).toHaveLength(1);
};

let whole: Answer;
let shards: Answer[];

beforeAll(async () => {
  const variables = {
    SLURM_ARRAY_TASK_ID: '12',
    SLURM_ARRAY_TASK_MIN: '11',
    SLURM_ARRAY_TASK_MAX: '13',
    SLURM_ARRAY_TASK_COUNT: '3',
  };
  Object.assign(process.env, variables);
  const second = run('shard-2', '--shard', 'auto');
  const unasked = run('whole');
  for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
  const flags = ['1/3', '3/3'].map((shard) => run(`shard-${shard[0]}`, '--shard', shard));
  [whole, ...shards] = await Promise.all([
    unasked,
    flags[0],
    second,
    flags[1],
    run('seed', '--shard', '2/3', '--seed', '2'),
  ]);
}, 120_000);

describe('shards', () => {
  test('are incomplete by themselves (code 3), and say which they are', () => {
    expect(shards.map(({ code }) => code)).toEqual([3, 3, 3, 3]);
    for (const k of [1, 2, 3]) {
      const { passed, claims } = report(at(`shard-${k}`));
      expect(passed).toBe(false);
      for (const { units, missing } of claims) {
        expect(units).toBeGreaterThan(0);
        expect(Math.abs(2 * units - missing)).toBeLessThanOrEqual(2);
      }
      expect(JSON.parse(readFileSync(join(at(`shard-${k}`), 'manifest.json'), 'utf8'))).toMatchObject({
        profile: 'quick',
        seed: 1,
        claims: ['variational-qp', 'kernel-norm'],
        shards: { count: COUNT, measured: [k] },
      });
    }
  });

  test('--shard auto takes the task of the Slurm array and says so; without it a run in an array is whole', () => {
    expect(shards[1].err).toBe('theorem-check: shard 2/3, task 12 of the Slurm array 11-13\n');
    expect(whole).toMatchObject({ code: 0, err: '' });
  });

  test('--shard auto without a scheduler is refused', async () => {
    refused(await run('none', '--shard', 'auto'), /--shard.*neither SLURM_ARRAY_TASK_ID/);
    expect(existsSync(at('none'))).toBe(false);
  });

  test('merged in any order give the bytes, the table and the exit code of a single run', async () => {
    expect(await merge('merged', 'shard-3', 'shard-1', 'shard-2')).toEqual(whole);
    expect(timelessFiles(at('merged'))).toEqual(timelessFiles(at('whole')));
    for (const [k, { seconds }] of report(at('merged')).claims.entries())
      expect(seconds).toBeCloseTo(
        [1, 2, 3].reduce((sum, s) => sum + report(at(`shard-${s}`)).claims[k].seconds, 0),
      );
  });

  test('one that is missing is named, never green (code 3); the merged folder goes on from there', async () => {
    const answer = await merge('lacking', 'shard-3', 'shard-1');
    expect(answer.code).toBe(3);
    expect(answer.out).toMatch(/^INCOMPLETE: .*\nOf 3 shards, 1, 3 are in this report and 2 is missing/m);
    expect(answer.err).toMatch(
      /^theorem-check: shard 2 of 3 is missing; .* run .*--shard 2\/3 --out \S*\/shard-2 --resume\n$/,
    );
    expect(readFileSync(join(at('lacking'), 'index.md'), 'utf8')).toMatch(
      /INCOMPLETE[^]*Of 3 shards[^]*run .*--shard 2\/3/,
    );
    const measured = await run('lacking', '--resume');
    expect(measured.code).toBe(0);
    expect(timelessFiles(at('lacking'))).toEqual(timelessFiles(at('whole')));
  });

  test('one whose run was killed, or whose evidence was changed, counts as missing and is named with its folder', async () => {
    cpSync(at('shard-2'), at('changed'), { recursive: true });
    const file = join(at('changed'), 'evidence', 'kernel-norm.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\d(?=,")/, '7'));
    mkdirSync(join(at('killed'), 'units'), { recursive: true });
    const manifest = readFileSync(join(at('shard-3'), 'manifest.json'), 'utf8');
    writeFileSync(join(at('killed'), 'units', 'manifest.json'), manifest);
    const { code, err } = await merge('two-lacking', 'shard-1', 'changed', 'killed');
    expect(code).toBe(3);
    expect(err).toMatch(
      /shard 2 of 3 is missing \(.*changed: evidence\/kernel-norm\.json is not what was written\).*--out .*changed --resume\n/,
    );
    expect(err).toMatch(
      /shard 3 of 3 is missing \(.*killed: its run has not finished\).*--out .*killed --resume\n/,
    );
  });

  test('one that is there twice, or of another run, is refused, naming the folders; nothing is written', async () => {
    refused(
      await merge('no', 'shard-1', 'shard-2', 'shard-3', 'shard-2'),
      /shard 2 of 3 is both in .*shard-2 and in .*shard-2/,
    );
    refused(
      await merge('no', 'shard-1', 'seed', 'shard-3'),
      /shard-1 and .*seed are not of one run: seed 1 and 2/,
    );
    refused(await merge('no', 'shard-1', 'whole'), /number of shards 3 and 1/);
    refused(await merge('no', 'shard-1', 'nowhere'), /nowhere holds no run of theorem-check/);
    expect(existsSync(at('no'))).toBe(false);
  });

  test('are never merged into one of themselves, over another shard, or over what is no report', async () => {
    const before = timelessFiles(at('shard-2'));
    refused(await merge('shard-2', 'shard-1', 'shard-2'), /shard-2 is one of the folders to merge/);
    refused(await merge('shard-2', 'shard-1', 'shard-3'), /shard-2 holds shard 2 of 3, which would be lost/);
    expect(timelessFiles(at('shard-2'))).toEqual(before);
    mkdirSync(at('theirs'));
    writeFileSync(join(at('theirs'), 'junit.xml'), '<mine/>');
    refused(
      await merge('theirs', 'shard-1', 'shard-2', 'shard-3'),
      /junit\.xml was not written by theorem-check/,
    );
    expect(timelessFiles(at('theirs'))).toEqual({ '/junit.xml': '<mine/>' });
  });

  test('of other code are refused', async () => {
    for (const k of [1, 2, 3]) {
      const file = join(at(`shard-${k}`), 'manifest.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/"code": "\w+"/, '"code": "0123"'));
    }
    refused(
      await merge('no', 'shard-1', 'shard-2', 'shard-3'),
      /shard-1 was measured by other code \(0123\)/,
    );
    rmSync(at('shard-1'), { recursive: true });
  });
});
