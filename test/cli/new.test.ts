import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../cli/failure.js';
import { KINDS, PLACES } from '../../cli/scaffold/kinds.js';
import { scaffold } from '../../cli/scaffold/scaffold.js';
import { ROOT, scratchFolder } from './command.js';
import { fillIn } from './scaffolded.js';

const { path } = scratchFolder();

/** A copy of what a clone of the repository holds, with its own command line. */
const CLONE = join(path, 'clone');
mkdirSync(join(CLONE, 'test'), { recursive: true });
for (const name of [
  ...['api', 'dist', 'numerics', 'proofs-check', 'templates', 'theory', 'types', 'test/setup.ts'],
  ...['package.json', 'tsconfig.json', 'vitest.config.ts'],
])
  cpSync(join(ROOT, name), join(CLONE, name), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(CLONE, 'node_modules'));

const theoremCheck = (cwd: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [join(CLONE, 'dist/cli/main.js'), ...args], { cwd, encoding: 'utf8' });
const tool = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'node_modules', command), ...args], {
    cwd: CLONE,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });

describe('in a clone of the repository', () => {
  const source = (kind: (typeof KINDS)[number]): string => `${PLACES[kind].folder}/my-${kind}.ts`;
  const tests = KINDS.map((kind) => `test/${source(kind).replace(/\.ts$/, '.test.ts')}`);
  const run = () => tool('vitest/vitest.mjs', 'run', '--reporter=verbose', ...tests);

  it('new puts a file and a failing test beside their siblings; written, they type-check and pass', () => {
    const next = KINDS.map((kind) => {
      const { status, stdout } = theoremCheck(CLONE, 'new', kind, `my-${kind}`);
      expect(status).toBe(0);
      expect(stdout).toContain(`created ${source(kind)}\ncreated test/`);
      return stdout;
    });
    const failed = run();
    expect(failed.status).toBe(1);
    for (const what of ['measure of my-claim', 'law of my-initialization', 'value of my-activation'])
      expect(failed.stdout + failed.stderr).toContain(`${what}: to be written (docs/extending.md says how)`);
    expect(failed.stdout).not.toContain('✓');

    KINDS.forEach((kind, k) => {
      const parse = "import { parse } from '../expression/parse.js';\n";
      fillIn(kind, join(CLONE, source(kind)), kind === 'initialization' ? parse : '');
      // The two lines that the answer says.
      const [constant, line] = next[k]
        .trimEnd()
        .split('\n')
        .slice(-2)
        .map((text) => text.trim());
      const index = join(CLONE, PLACES[kind].index);
      const list = /(const known: \w+\[\] = \[)/;
      expect(readFileSync(index, 'utf8')).toMatch(list);
      writeFileSync(index, `${line}\n${readFileSync(index, 'utf8').replace(list, `$1${constant}`)}`);
    });
    writeFileSync(
      join(CLONE, 'tsconfig.new.json'),
      JSON.stringify({
        extends: './tsconfig.json',
        include: [],
        // The tests are templates that the repository's own type check has seen.
        files: KINDS.map(source),
      }),
    );
    expect(tool('typescript/bin/tsc', '-p', 'tsconfig.new.json')).toMatchObject({ status: 0, stdout: '' });
    const passed = run();
    expect(passed.stdout).toContain('Test Files  3 passed');
    expect(passed.status).toBe(0);
  }, 180_000);
});

describe('new', () => {
  const elsewhere = join(path, 'elsewhere');
  mkdirSync(elsewhere);

  it.each([
    [
      'claim',
      '../up',
      'new claim: got "../up", expected a name of at most 60 small letters, digits and single hyphens',
    ],
    ['claim', 'Title', 'new claim: got "Title", expected a name'],
    ['claim', 'a'.repeat(61), 'expected a name of at most 60'],
    ['claim', 'univariate-rate', 'new claim: the name univariate-rate is taken; choose another'],
    ['claim', 'findings', 'new claim: the name findings is taken'],
    ['initialization', 'gaussian', 'new initialization: the name gaussian is taken'],
    ['initialization', 'designed', 'new initialization: the name designed is taken'],
    ['activation', 'leaky-relu', 'new activation: the name leaky-relu is taken'],
  ] as const)('refuses the %s %j in one line', (kind, name, message) => {
    expect(() => scaffold(kind, name)).toThrow(Failure);
    expect(() => scaffold(kind, name)).toThrow(message);
    expect(() => scaffold(kind, name)).toThrow(/^[^\n]*$/);
  });

  it('refuses another kind, and a name that cannot be used, with code 2; nothing is written', () => {
    for (const [args, message] of [
      [
        ['law', 'mine'],
        "'law' is invalid for argument 'kind'. Allowed choices are claim, initialization, activation.",
      ],
      [['claim', 'Title'], 'new claim: got "Title", expected a name'],
    ] as const) {
      const { status, stdout, stderr } = theoremCheck(elsewhere, 'new', ...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr.trimEnd()).not.toContain('\n');
    }
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('never overwrites, and writes nothing when one of its files is there', () => {
    writeFileSync(join(path, 'mine.test.mjs'), 'mine');
    const { status, stderr } = theoremCheck(path, 'new', 'claim', 'mine');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'theorem-check: mine.test.mjs exists already; choose another name, or move it away\n',
    );
    expect(readFileSync(join(path, 'mine.test.mjs'), 'utf8')).toBe('mine');
    expect(existsSync(join(path, 'mine.ts'))).toBe(false);
  });
});
