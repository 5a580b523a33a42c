import { existsSync } from 'node:fs';

/**
 * The compiled JavaScript of a module, for workers: `compiled(import.meta.url, './worker.js')`. A caller that runs
 * from TypeScript source (under a test runner) gets the twin in dist/. Throws if that has not been built.
 */
export function compiled(importMetaUrl: string, relative: string): URL {
  const sibling = new URL(relative, importMetaUrl);
  if (!new URL(importMetaUrl).pathname.endsWith('.ts')) return sibling;
  const root = packageRoot(importMetaUrl);
  const twin = new URL(`dist/${sibling.href.slice(root.href.length)}`, root);
  if (!existsSync(twin))
    throw new Error(`got no ${twin.pathname}, expected compiled code: run npm run build`);
  return twin;
}

/** The nearest folder above a module that holds a package.json: the package, both for the sources and for dist/. */
export function packageRoot(importMetaUrl: string): URL {
  for (let at = new URL('./', importMetaUrl); ; at = new URL('../', at)) {
    if (existsSync(new URL('package.json', at))) return at;
    if (at.pathname === '/') throw new Error(`got ${importMetaUrl}, expected a file below a package.json`);
  }
}
