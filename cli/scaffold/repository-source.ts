import { posix } from 'node:path';

/**
 * A plugin's source as a file of the repository: what it imports from the package by name it imports from the modules
 * that `api/index.ts` names, and it has no default export.
 */
export function repositorySource(plugin: string, api: string, destination: string): string {
  const modules = modulesOf(api);
  const [, names = ''] = /^import \{([^}]*)\} from 'theorem-check';\n/m.exec(plugin) ?? [];
  const imports = new Map<string, string[]>();
  for (const name of listed(names)) {
    const module = modules.get(bare(name));
    if (module === undefined) throw new Error(`api/index.ts does not export ${name}`);
    if (bare(name) !== 'definePlugin') imports.set(module, [...(imports.get(module) ?? []), name]);
  }
  const lines = [...imports]
    .sort(([p], [q]) => (p < q ? -1 : 1))
    .map(([module, members]) => {
      const types = members.every((member) => member.startsWith('type '));
      const list = members.map((member) => (types ? bare(member) : member)).join(', ');
      return `import ${types ? 'type ' : ''}{ ${list} } from '${relativeTo(destination, module)}';\n`;
    });
  return plugin
    .replace(/^import \{[^}]*\} from 'theorem-check';\n/m, lines.join(''))
    .replace(/\nexport default [^;]*;\n/, '');
}

/** A test of the repository's templates, moved: `subject` takes the place of the template that it tests. */
export function movedTest(test: string, from: string, to: string, template: string, subject: string): string {
  return test.replace(/ from '(\.[^']*)\.js';/g, (_, specifier: string) => {
    const module = `${posix.join(posix.dirname(from), specifier)}.ts`;
    return ` from '${relativeTo(to, module === template ? subject : module)}';`;
  });
}

/** The module, from the root of the repository, of each name that the entry point exports. */
function modulesOf(api: string): ReadonlyMap<string, string> {
  const exports = api.matchAll(/^export (?:type )?\{([^}]*)\} from '\.\.\/([^']*)\.js';/gm);
  return new Map(
    [...exports].flatMap(([, names, module]) => listed(names).map((name) => [bare(name), `${module}.ts`])),
  );
}

const listed = (names: string): string[] =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
const bare = (name: string): string => name.replace(/^type /, '');

/** The specifier by which one file of the repository imports another. */
function relativeTo(from: string, module: string): string {
  const path = posix.relative(posix.dirname(from), module).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}
