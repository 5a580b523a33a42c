import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { columns, MAIN, ROOT, scratchFolder, theoremCheck, type Answer } from './command.js';

const scratch = scratchFolder();
const EXAMPLES = 'examples/plugin';

/** The command line with the scratch folder as its working folder. */
function inScratch(...args: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: scratch.path,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

it('a claim outside the package is measured, decided and reported, the same for one worker and two', () => {
  const plugin = `${EXAMPLES}/stretched-inputs.ts`;
  const pages = ['1', '2'].map((jobs) => {
    const out = join(scratch.path, `jobs-${jobs}`);
    const answer = theoremCheck('run', 'stretched-inputs', '--plugin', plugin, '--jobs', jobs, '--out', out);
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.out).toMatch(/stretched-inputs\s+✔ supported .* 2 of 2\n/);
    return readFileSync(join(out, 'stretched-inputs.md'), 'utf8');
  });
  expect(pages[1]).toBe(pages[0]);
  // The page says how to check the claim again, and that needs the plugin.
  expect(pages[0]).toMatch(
    /npx theorem-check run stretched-inputs --profile quick .*--plugin examples\/plugin\/stretched-inputs\.ts/,
  );
});

it('a claim outside the package that is refuted is annotated at its file and line, in the log and in junit.xml', () => {
  const text = readFileSync(join(ROOT, EXAMPLES, 'stretched-inputs.ts'), 'utf8');
  const line = text.split('\n').findIndex((each) => each.includes("id: 'stretched-inputs'")) + 1;
  // The claim that its second control makes.
  scratch.file('wrong.ts', text.replace('claim: row(factor)', 'claim: row(1 / factor)'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [MAIN, 'run', 'stretched-inputs', '--plugin', 'wrong.ts', '--out', 'refuted'],
    {
      cwd: scratch.path,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: scratch.path },
    },
  );
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining(`::error file=wrong.ts,line=${line},title=stretched-inputs`) as string,
  });
  const xml = readFileSync(join(scratch.path, 'refuted/junit.xml'), 'utf8');
  expect(xml).toContain('file="wrong.ts"');
  expect(xml).toContain(`(wrong.ts:${line})</failure>`);
});

it('predict knows a law outside the package: the spline of its ζ', () => {
  const { code, out } = theoremCheck(
    ...['predict', '--plugin', `${EXAMPLES}/binary-triangular.ts`, '--data', 'examples/oxygen-demand.csv'],
    ...['--init', 'binary-triangular(aB=8)', '--at', 'examples/oxygen-demand.csv'],
  );
  expect(code).toBe(0);
  const data = columns(readFileSync(join(ROOT, 'examples/oxygen-demand.csv'), 'utf8'));
  columns(out).prediction.forEach((value, k) => expect(value).toBeCloseTo(Object.values(data)[1][k], 10));
});

it('train knows an activation outside the package', () => {
  const answer = theoremCheck(
    ...['train', '--plugin', `${EXAMPLES}/softsign.ts`, '--activation', 'softsign', '--init', 'gaussian'],
    ...[
      '--data',
      'examples/oxygen-demand.csv',
      '--width',
      '64',
      '--seed',
      '1',
      '--steps',
      '200',
      '--grid',
      '3',
    ],
  );
  expect(answer.code).toBe(0);
  expect(columns(answer.out).prediction.every(Number.isFinite)).toBe(true);
  expect(
    theoremCheck(
      'train',
      '--activation',
      'softsign',
      '--init',
      'gaussian',
      '--data',
      'examples/oxygen-demand.csv',
      '--width',
      '64',
      '--seed',
      '1',
    ),
  ).toMatchObject({ code: 2 });
});

it('theorem-check.config.json in the working folder names plugins for every command', () => {
  execFileSync('cp', ['-r', join(ROOT, EXAMPLES), join(scratch.path, 'mine')]);
  scratch.file('theorem-check.config.json', '{"plugins": ["mine/stretched-inputs.ts"]}');
  // Named twice, loaded once.
  const { code, out } = inScratch('list', '--plugin', './mine/stretched-inputs.ts');
  expect({ code, last: out.trimEnd().split('\n').at(-1) }).toEqual({
    code: 0,
    last: expect.stringMatching(/^stretched-inputs /) as string,
  });
  for (const [text, message] of [
    [
      '{"plugins": "mine.ts"}',
      'theorem-check.config.json: got plugins of another form; expected {"plugins": ["./my-claim.ts", …]}',
    ],
    ['{"plugins": [', 'theorem-check.config.json: Unexpected end of JSON input; expected'],
  ]) {
    scratch.file('theorem-check.config.json', text);
    const answer = inScratch('list');
    expect(answer).toMatchObject({ code: 2, out: '' });
    expect(answer.err).toContain(message);
    expect(answer.err.trimEnd()).not.toContain('\n');
  }
  scratch.file('theorem-check.config.json', '{"plugins": []}');
});

it('a plugin that cannot be used ends with code 2 and one line; nothing is written', () => {
  scratch.file('bad.ts', `export default { claims: [{ id: 'x' }] };\n`);
  expect(inScratch('run', '--plugin', 'bad.ts', '--out', 'never')).toEqual({
    code: 2,
    out: '',
    err: 'theorem-check: plugin bad.ts: claims[0].title: Invalid input: expected string, received undefined\n',
  });
  expect(existsSync(join(scratch.path, 'never'))).toBe(false);
});
