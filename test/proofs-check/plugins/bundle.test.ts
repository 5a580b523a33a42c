import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { bundlePlugin } from '../../../proofs-check/plugins/bundle.js';
import { importText, moduleText } from '../../../proofs-check/plugins/module-text.js';
import { scratchFolder } from '../../cli/command.js';

const scratch = scratchFolder();
const load = async (path: string): Promise<unknown> =>
  (await importText(moduleText(await bundlePlugin(path)))).default;

it('takes in what a plugin imports: TypeScript, JSON, CSV, Node’s modules, the package itself', async () => {
  scratch.file('helper.ts', 'export enum Word { Two = 2 }\nexport const word: Word = Word.Two;\n');
  scratch.file('numbers.json', '[1, 2]');
  scratch.file('table.csv', 'x,y\n1,2\n');
  const path = scratch.file(
    'whole.ts',
    `import { readFileSync } from 'node:fs';
     import { bindLaw } from 'theorem-check';
     import { naturalCubicSpline } from 'theorem-check/numerics';
     import { word } from './helper.js';
     import numbers from './numbers.json' with { type: 'json' };
     import table from './table.csv';
     const beside: string = readFileSync(new URL('./table.csv', import.meta.url), 'utf8');
     export default { word, numbers, table, beside, zeta: bindLaw('uniform').zeta(0),
       middle: naturalCubicSpline([0, 1, 2], [0, 1, 2]).evaluate(1.5) };`,
  );
  expect(await load(path)).toEqual({
    word: 2,
    numbers: [1, 2],
    table: 'x,y\n1,2\n',
    beside: 'x,y\n1,2\n',
    zeta: 1 / 16,
    middle: 1.5,
  });
});

it('gives the same code wherever the plugin lies, other code when a file that it imports changes, and no code of ours', async () => {
  const plugin = `import { bindLaw } from 'theorem-check';\nimport { h } from './h.js';\nexport default bindLaw(h);\n`;
  const compile = async (folder: string, law: string): Promise<string> => {
    mkdirSync(join(scratch.path, folder));
    scratch.file(`${folder}/h.ts`, `export const h: string = '${law}';\n`);
    return (await bundlePlugin(scratch.file(`${folder}/p.ts`, plugin))).code;
  };
  const [one, other, changed] = [
    await compile('one', 'uniform'),
    await compile('other', 'uniform'),
    await compile('changed', 'laplace'),
  ];
  expect(other).toBe(one);
  expect(changed).not.toBe(one);
  expect(one.length).toBeLessThan(300);
  expect(one).not.toContain(scratch.path);
});

it('names the file as from the working folder', async () => {
  const path = scratch.file('named.js', 'export default {};');
  expect((await bundlePlugin(path)).name).toBe(relative(process.cwd(), path));
});

it.each([
  ['a syntax error', 'const a = 1;\nexport default {{;\n', /bad\.ts:2:\d+: Expected/],
  [
    'an import that leads nowhere',
    `import './none.js';\nexport default {};`,
    /bad\.ts:1:\d+: Could not resolve ".\/none.js"/,
  ],
  [
    'an entry point that there is not',
    `import 'theorem-check/private';\nexport default {};`,
    /bad\.ts:1:\d+: there is no theorem-check\/private; expected one of theorem-check, /,
  ],
])('says of %s where it is, in one line', async (_, text, expected) => {
  const failure = bundlePlugin(scratch.file('bad.ts', text));
  await expect(failure).rejects.toThrow(expected);
  await expect(failure).rejects.toThrow(/^plugin [^\n]+$/);
});

it('says that there is no such file', async () => {
  await expect(bundlePlugin('nowhere/x.ts')).rejects.toThrow('plugin nowhere/x.ts: no such file; expected');
  await expect(bundlePlugin(scratch.path)).rejects.toThrow('no such file; expected');
});
