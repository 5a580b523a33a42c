import { PROFILES, type Claim } from '../claim.js';
import { registerActivation } from '../../theory/activations/index.js';
import { registerInitialization } from '../../theory/initializations/index.js';
import { bindLaw } from '../../theory/initializations/law.js';
import { registerVectorInitialization } from '../../theory/initializations/several/index.js';
import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import { bundlePlugin } from './bundle.js';
import { installed, pluginOfClaim, type PluginCode } from './installed.js';
import { importText, moduleText } from './module-text.js';
import { PluginError, type Plugin } from './plugin.js';
import { checkedPlugin } from './schema.js';

/**
 * Compiles and installs plugins for the whole process: before the registry of claims is read, since claims plan their
 * work over all laws that there are when they are loaded.
 * @throws PluginError in one line with the file, and the field where there is one
 */
export async function loadPlugins(files: readonly string[]): Promise<readonly Plugin[]> {
  return installPlugins(await Promise.all(files.map(bundlePlugin)));
}

/** The same for plugins compiled elsewhere, as workers get them. */
export async function installPlugins(codes: readonly PluginCode[]): Promise<readonly Plugin[]> {
  const plugins: Plugin[] = [];
  for (const code of codes) {
    const { name } = code;
    const { default: value } = await guarded(name, () => importText(moduleText(code)));
    if (value === undefined)
      throw new PluginError(`plugin ${name}: no default export; expected export default definePlugin({…})`);
    const plugin = await guarded(name, () => checkedPlugin(value, name));
    await guarded(name, () => registerLaws(plugin));
    plugins.push(plugin);
    installed.push(code);
  }
  if (!plugins.some(({ claims }) => claims)) return plugins;
  // Only now: the claims there plan over the laws just registered.
  const { registerClaim } = await import('../registry.js');
  for (const [k, { claims = [] }] of plugins.entries()) {
    await guarded(codes[k].name, () => {
      claims.forEach(requireUnits);
      claims.forEach(registerClaim);
      for (const { id } of claims) pluginOfClaim.set(id, codes[k].name);
    });
  }
  return plugins;
}

/** Registers what laws and activations there are, and uses each once: an expression that does not fit shows. */
function registerLaws({ initializations, vectorInitializations, activations }: Plugin): void {
  for (const law of initializations ?? []) {
    registerInitialization(law);
    bindLaw(law.name);
  }
  for (const law of vectorInitializations ?? []) {
    registerVectorInitialization(law);
    for (const inputs of [1, 2, 3]) bindVectorLaw(law.name, inputs);
  }
  for (const activation of activations ?? []) {
    registerActivation(activation);
    for (const z of [-1, 0, 1]) {
      for (const [name, f] of [
        ['value', activation.value],
        ['derivative', activation.derivative],
      ] as const) {
        if (!Number.isFinite(f(z)))
          throw new RangeError(`${activation.name}: ${name} at ${z} is ${f(z)}, expected a finite number`);
      }
    }
  }
}

/** Units have ids of their own in every profile: they name their streams and their evidence. */
function requireUnits(claim: Claim): void {
  for (const profile of PROFILES) {
    const ids = claim.units(profile).map(({ id }) => id);
    const seen = new Set<string>();
    const twice = ids.find((id) => seen.size === seen.add(id).size);
    if (ids.length === 0)
      throw new Error(`${claim.id}: no units of work in profile ${profile}; expected at least one`);
    if (twice !== undefined)
      throw new Error(
        `${claim.id}: two units ${JSON.stringify(twice)} in profile ${profile}; expected different ids`,
      );
  }
}

/** Whatever a plugin throws names its file. */
async function guarded<T>(name: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof PluginError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new PluginError(`plugin ${name}: ${message}`, { cause: error });
  }
}
