import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildFailure, Plugin as BundlerPlugin } from 'esbuild';
import type { PluginCode } from './installed.js';
import { ENTRY_SCHEME, PLUGIN_URL } from './module-text.js';
import { PluginError } from './plugin.js';

/** The entry points of the package, as plugins name them. */
const ENTRIES = ['theorem-check', 'theorem-check/numerics', 'theorem-check/testing'];

/**
 * Compiles a plugin, TypeScript or JavaScript, with all that it imports into one module. The package itself is left
 * out: every plugin gets the copy that loads it, whose registries it shares. One text is what workers load without
 * compiling again, and what evidence depends on. (esbuild, since Node 20 reads no TypeScript, its errors have file and
 * line, and it depends on nothing.)
 * @throws PluginError with file and line
 */
export async function bundlePlugin(file: string): Promise<PluginCode> {
  const path = resolve(file);
  const name = relative(process.cwd(), path).split(sep).join('/');
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new PluginError(`plugin ${file}: no such file; expected a TypeScript or JavaScript module`);
  }
  // Only where there is a plugin: it takes a twentieth of a second to load.
  const { build } = await import('esbuild');
  try {
    const { outputFiles } = await build({
      entryPoints: [`./${basename(path)}`],
      absWorkingDir: dirname(path),
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      logLevel: 'silent',
      define: { 'import.meta.url': PLUGIN_URL },
      loader: { '.csv': 'text' },
      // Of all options of the user's compiler none may change what a plugin computes.
      tsconfigRaw: {},
      plugins: [ownPackage],
    });
    return { name, url: pathToFileURL(path).href, code: outputFiles[0].text };
  } catch (error) {
    throw new PluginError(`plugin ${name}: ${firstProblem(error)}`, { cause: error });
  }
}

const ownPackage: BundlerPlugin = {
  name: 'theorem-check',
  setup(build) {
    build.onResolve({ filter: /^theorem-check(\/|$)/ }, ({ path }) => {
      if (ENTRIES.includes(path)) return { path: `${ENTRY_SCHEME}${path}`, external: true };
      return { errors: [{ text: `there is no ${path}; expected one of ${ENTRIES.join(', ')}` }] };
    });
  },
};

/** The first message of the compiler, with its place. */
function firstProblem(error: unknown): string {
  if (!isBuildFailure(error)) return error instanceof Error ? error.message : String(error);
  const [{ text, location }] = error.errors;
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}

const isBuildFailure = (error: unknown): error is BuildFailure =>
  error instanceof Error && 'errors' in error && Array.isArray(error.errors) && error.errors.length > 0;
