import { pluginOfClaim } from './installed.js';
import { PluginError } from './plugin.js';

/** What a claim threw, with its place; of a claim in a plugin it is the user's to mend. */
export function claimError(claim: string, place: string, cause: unknown): Error {
  const file = pluginOfClaim.get(claim);
  const message = `${claim}, ${place}: ${cause instanceof Error ? cause.message : String(cause)}`;
  return file === undefined
    ? new Error(message, { cause })
    : new PluginError(`plugin ${file}: ${message}`, { cause });
}
