import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PluginError } from '../proofs-check/plugins/plugin.js';
import { readText } from './files.js';

/** In the working folder: the plugins that every command there is to know. */
const CONFIG_FILE = 'theorem-check.config.json';
const EXPECTED = 'expected {"plugins": ["./my-claim.ts", …]}';

/**
 * Loads the plugins of the config file, if there is one, and those given; each once.
 * @throws PluginError, Failure
 */
export async function addPlugins(given: readonly string[]): Promise<void> {
  const files = new Map([...configured(), ...given].map((file) => [resolve(file), file]));
  if (files.size === 0) return;
  const { loadPlugins } = await import('../proofs-check/plugins/install.js');
  await loadPlugins([...files.values()]);
}

function configured(): readonly string[] {
  if (!existsSync(CONFIG_FILE)) return [];
  const value = parsed(readText(CONFIG_FILE));
  const keys = Object.keys(value ?? {});
  if (keys.join() === 'plugins' && hasPlugins(value)) return value.plugins;
  throw new PluginError(`${CONFIG_FILE}: got ${keys.join(', ') || 'nothing'} of another form; ${EXPECTED}`);
}

const hasPlugins = (value: unknown): value is { readonly plugins: readonly string[] } =>
  typeof value === 'object' &&
  value !== null &&
  'plugins' in value &&
  Array.isArray(value.plugins) &&
  value.plugins.every((file) => typeof file === 'string' && file !== '');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PluginError(`${CONFIG_FILE}: ${message}; ${EXPECTED}`, { cause: error });
  }
}
