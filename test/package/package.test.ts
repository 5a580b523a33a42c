import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { KINDS } from '../../cli/scaffold/kinds.js';
import { columns, ROOT, scratchFolder } from '../cli/command.js';
import { fillIn } from '../cli/scaffolded.js';

const { path } = scratchFolder();
const PROJECT = join(path, 'project');
const MEBIBYTE = 1024 * 1024;

interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
const inProject = (command: string, ...args: readonly string[]): Answer =>
  spawnSync(command, args, { cwd: PROJECT, encoding: 'utf8' });
const theoremCheck = (...args: readonly string[]): Answer =>
  inProject(join(PROJECT, 'node_modules/.bin/theorem-check'), ...args);

let tarball = '';

// The package as it would be published, in an empty project. dist/ is what the build has made.
beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', path], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  tarball = join(path, packed.trim());
  mkdirSync(PROJECT);
  writeFileSync(
    join(PROJECT, 'package.json'),
    '{"name": "mine", "version": "1.0.0", "private": true, "type": "module"}',
  );
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', tarball];
  execFileSync('npm', install, { cwd: PROJECT });
  cpSync(join(ROOT, 'examples/plugin'), PROJECT, { recursive: true });
}, 120_000);

it('holds what it needs and no more: no tests, sources, maps or sample report; below a mebibyte', () => {
  expect(statSync(tarball).size).toBeLessThan(MEBIBYTE);
  const folder = join(PROJECT, 'node_modules/theorem-check');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(
    files.filter((name) => /(^|\/)(test|reports\/sample|bench)(\/|$)|\.map$|tsbuildinfo/.test(name)),
  ).toEqual([]);
  for (const name of [
    'dist/cli/main.js',
    'dist/api/index.d.ts',
    'templates/claim.ts',
    'docs/extending.md',
    'LICENSE',
  ])
    expect(files).toContain(name);
});

it('has a command line that runs', () => {
  const { status, stdout } = inProject('npx', '--no-install', 'theorem-check', 'list');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^penalty-functions /);
});

it('has declarations by which plugins type-check strictly, and wrong ones do not', () => {
  writeFileSync(
    join(PROJECT, 'wrong.ts'),
    `import { definePlugin, bindLaw } from 'theorem-check';
     import { integrate } from 'theorem-check/numerics';
     export const x: string = bindLaw('uniform').zeta(0);
     export const y = integrate('x', 0, 1);
     export default definePlugin({ claims: [{ id: 'x' }] });`,
  );
  const compilerOptions = {
    module: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2023'],
    strict: true,
    noEmit: true,
    types: [],
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
  };
  writeFileSync(join(PROJECT, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const { stdout } = inProject(process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'));
  const errors = stdout.split('\n').filter((line) => line.includes(': error TS'));
  expect(errors.map((line) => line.replace(/,.*/, ''))).toEqual(['wrong.ts(3', 'wrong.ts(4', 'wrong.ts(5']);
});

it('measures a claim of the project and writes its page', () => {
  const { status, stdout } = theoremCheck(
    'run',
    'stretched-inputs',
    '--plugin',
    './stretched-inputs.ts',
    '--out',
    'report',
  );
  expect(stdout).toMatch(/stretched-inputs +✔ supported /);
  expect(status).toBe(0);
  expect(readFileSync(join(PROJECT, 'report/stretched-inputs.md'), 'utf8')).toContain('✔ supported');
  expect(existsSync(join(PROJECT, 'report/figures/stretched-inputs-deviations.svg'))).toBe(true);
});

it('predicts with a law of the project', () => {
  writeFileSync(join(PROJECT, 'data.csv'), 'x,y\n-1,0\n0,1\n1,0\n');
  const { status, stdout } = theoremCheck(
    ...[
      'predict',
      '--plugin',
      './binary-triangular.ts',
      '--init',
      'binary-triangular',
      '--data',
      'data.csv',
      '--grid',
      '3',
    ],
  );
  expect(status).toBe(0);
  columns(stdout).prediction.forEach((value, k) => expect(value).toBeCloseTo([0, 1, 0][k], 12));
});

it('begins plugins whose tests fail until they are written, and pass then', () => {
  for (const kind of KINDS) expect(theoremCheck('new', kind, `my-${kind}`)).toMatchObject({ status: 0 });
  const tests = KINDS.map((kind) => `my-${kind}.test.mjs`);
  const run = (): Answer => inProject(process.execPath, '--test', '--test-reporter=tap', ...tests);
  const failed = run();
  expect(failed.status).toBe(1);
  expect(failed.stdout).toMatch(/# pass 0\n# fail 4\n/);
  for (const what of ['measure of my-claim', 'law of my-initialization', 'value of my-activation'])
    expect(failed.stdout).toContain(`${what}: to be written (docs/extending.md says how)`);
  // A claim that measures nothing gets no verdict, of any kind.
  expect(theoremCheck('run', 'my-claim', '--plugin', 'my-claim.ts')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /^theorem-check: plugin my-claim\.ts: my-claim, unit case\/\d: measure of my-claim: to be written.*\n$/,
    ) as string,
  });

  for (const kind of KINDS) {
    const parse = "import { parse } from 'theorem-check';\n";
    fillIn(kind, join(PROJECT, `my-${kind}.ts`), kind === 'initialization' ? parse : '');
  }
  const passed = run();
  expect(passed.stdout).toMatch(/# pass 4\n# fail 0\n/);
  expect(passed.status).toBe(0);
}, 180_000);
