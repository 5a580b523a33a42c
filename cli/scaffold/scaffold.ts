import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RESERVED_IDS } from '../../proofs-check/ids.js';
import { claims } from '../../proofs-check/registry.js';
import { RESERVED } from '../../theory/initializations/reserved.js';
import { activations, families } from '../../theory/activations/index.js';
import { initializations } from '../../theory/initializations/index.js';
import { Failure } from '../failure.js';
import { packageRoot } from '../version.js';
import { constantName, filledIn, PLACES, type Kind } from './kinds.js';
import { movedTest, repositorySource } from './repository-source.js';

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST = 60;

/** Files by path, and what to do next. */
interface Scaffold {
  readonly files: ReadonlyMap<string, string>;
  readonly next: string;
}

/**
 * Begins a claim, initialization or activation: a file and its failing test, beside their siblings in a clone of the
 * repository, else as a plugin in the working folder. Never overwrites.
 * @returns what was written, and what to do next
 * @throws Failure for a name that cannot be used or a file that exists
 */
export function scaffold(kind: Kind, name: string): string {
  requireName(kind, name);
  const root = packageRoot();
  const inRepository = realpathSync('.') === realpathSync(root) && existsSync('api/index.ts');
  const template = (path: string): string => readFileSync(join(root, 'templates', path), 'utf8');
  const { files, next } = inRepository
    ? forRepository(kind, name, template)
    : forPlugin(kind, name, template);
  const taken = [...files.keys()].find((path) => existsSync(path));
  if (taken !== undefined) throw new Failure(`${taken} exists already; choose another name, or move it away`);
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  }
  return `${[...files.keys()].map((path) => `created ${path}\n`).join('')}\n${next}`;
}

function forPlugin(kind: Kind, name: string, template: (path: string) => string): Scaffold {
  const use = {
    claim: `run ${name}`,
    initialization: `derive --init ${name}`,
    activation: `train --activation ${name} …`,
  }[kind];
  return {
    files: new Map([
      [`${name}.ts`, filledIn(template(`${kind}.ts`), kind, name)],
      [`${name}.test.mjs`, filledIn(template(`plugin-tests/${kind}.test.mjs`), kind, name)],
    ]),
    next:
      `The test fails until all that is "to be written" in ${name}.ts is:\n  node --test ${name}.test.mjs\n` +
      `Then:\n  npx theorem-check ${use} --plugin ./${name}.ts\n`,
  };
}

function forRepository(kind: Kind, name: string, template: (path: string) => string): Scaffold {
  const { folder, index } = PLACES[kind];
  const [source, test] = [`${folder}/${name}.ts`, `test/${folder}/${name}.test.ts`];
  const [plugin, from] = [`templates/${kind}.ts`, `templates/repository-tests/${kind}.test.ts`];
  const code = repositorySource(template(`${kind}.ts`), readFileSync('api/index.ts', 'utf8'), source);
  const moved = movedTest(template(`repository-tests/${kind}.test.ts`), from, test, plugin, source);
  const constant = constantName(kind, name);
  const specifier = `./${source.slice(dirname(index).length + 1).replace(/\.ts$/, '.js')}`;
  return {
    files: new Map([
      [source, filledIn(code, kind, name)],
      [test, filledIn(moved, kind, name)],
    ]),
    next:
      `The test fails until all that is "to be written" in ${source} is:\n  npx vitest run ${test}\n` +
      `Then add to ${index} a line at its place in the list, and one above:\n  ${constant},\n` +
      `  import { ${constant} } from '${specifier}';\n`,
  };
}

/** @throws Failure */
function requireName(kind: Kind, name: string): void {
  if (!NAME.test(name) || name.length > LONGEST) {
    throw new Failure(
      `new ${kind}: got ${JSON.stringify(name.slice(0, LONGEST))}, expected a name of at most ${LONGEST} small letters, digits ` +
        'and single hyphens that begins with a letter, such as my-example',
    );
  }
  const taken = {
    claim: [...RESERVED_IDS, ...claims.map(({ id }) => id)],
    initialization: [...RESERVED, ...initializations.map((law) => law.name)],
    activation: [...activations, ...families].map((activation) => activation.name),
  }[kind];
  if (taken.includes(name)) throw new Failure(`new ${kind}: the name ${name} is taken; choose another`);
}
