/** `theorem-check/testing`: for tests of plugins. */
import type { Plugin } from '../proofs-check/plugins/plugin.js';
import { loadPlugins } from '../proofs-check/plugins/install.js';

export { checkClaim, checkLaw, type CheckOptions } from './check-claim.js';
export type { ControlResult, Evidence, Result } from '../proofs-check/result.js';

/**
 * Compiles, checks and installs a plugin in this process, as `--plugin` does: its laws and activations are known by name
 * from then on.
 * @throws PluginError in one line with file and field
 */
export async function loadPlugin(file: string): Promise<Plugin> {
  const [plugin] = await loadPlugins([file]);
  return plugin;
}
