import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A compiled module as far as citations go. */
interface Module {
  readonly text: string;
  readonly packages: readonly string[];
  readonly below: readonly string[];
}

/** Relative modules by any string that names one: imports, and the files of workers. */
const RELATIVE = /['"](\.{1,2}\/[\w./-]+\.js)['"]/g;
const PACKAGE = /\b(?:from|import)\s*\(?\s*['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[\w./-]+)?['"]/g;

const known = new Map<string, Module>();

/** The texts, comments included, of a compiled module and of all modules below it, and the packages that these import. */
export function builtOn(entry: URL): {
  readonly texts: readonly string[];
  readonly packages: ReadonlySet<string>;
} {
  const met = new Set<string>();
  const open = [entry.href];
  for (let href = open.pop(); href !== undefined; href = open.pop()) {
    if (met.has(href)) continue;
    met.add(href);
    open.push(...moduleAt(href).below);
  }
  const modules = [...met].map(moduleAt);
  return {
    texts: modules.map(({ text }) => text),
    packages: new Set(modules.flatMap(({ packages }) => packages)),
  };
}

function moduleAt(href: string): Module {
  const before = known.get(href);
  if (before) return before;
  const text = readFileSync(fileURLToPath(href), 'utf8');
  const found: Module = {
    text,
    packages: [...text.matchAll(PACKAGE)].map(([, name]) => name).filter((name) => !name.startsWith('node:')),
    below: [...text.matchAll(RELATIVE)]
      .map(([, path]) => new URL(path, href))
      .filter((url) => existsSync(url))
      .map((url) => url.href),
  };
  known.set(href, found);
  return found;
}
