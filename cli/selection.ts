import { suggestion } from '../theory/nearest.js';
import { quoted } from '../theory/quoted.js';
import type { Claim } from '../proofs-check/claim.js';
import { claims } from '../proofs-check/registry.js';
import { Failure } from './failure.js';

/**
 * The claims with these ids in the registry's order, each once; all of them if no id is given.
 * @throws Failure naming an unknown id
 */
export function claimsNamed(ids: readonly string[]): readonly Claim[] {
  const unknown = ids.find((id) => !claims.some((claim) => claim.id === id));
  if (unknown !== undefined) {
    const known = claims.map(({ id }) => id);
    throw new Failure(
      `unknown claim ${quoted(unknown)}${suggestion(unknown, known)}; known: ${known.join(', ') || 'none'}`,
    );
  }
  return ids.length === 0 ? claims : claims.filter(({ id }) => ids.includes(id));
}
