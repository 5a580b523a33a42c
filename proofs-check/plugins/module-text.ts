import { compiled } from '../../theory/compiled.js';
import type { PluginCode } from './installed.js';

/** Stands in the compiled plugin for import.meta.url, which has no file in a module made from text. */
export const PLUGIN_URL = '__pluginUrl';
/** Stands before the names of our entry points: where the package lies is known only here. */
export const ENTRY_SCHEME = 'theorem-check-entry:';

/** The compiled plugin as a module that can be imported here, its imports of the package going to this very copy. */
export function moduleText({ url, code }: PluginCode): string {
  const entry = (_: string, name = 'index'): string => compiled(import.meta.url, `../../api/${name}.js`).href;
  return [
    // Packages in the older module format that the plugin brings along ask for Node's modules by require.
    `import { createRequire } from 'node:module';`,
    `const ${PLUGIN_URL} = ${JSON.stringify(url)}, require = createRequire(${PLUGIN_URL});`,
    code.replaceAll(new RegExp(`${ENTRY_SCHEME}theorem-check(?:/([a-z]+))?`, 'g'), entry),
    // By this name the module goes in stacks; its own would be its whole text.
    `//# sourceURL=${url}?compiled`,
  ].join('\n');
}

/** Imports the module of a text. */
export async function importText(text: string): Promise<Readonly<Record<string, unknown>>> {
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return module as Readonly<Record<string, unknown>>;
}
