import { streams } from '../../numerics/random/streams.js';
import type { Claim } from '../../proofs-check/claim.js';
import type { Evidence } from '../../proofs-check/result.js';

/** Units of an index from so many on are left out. */
const KEPT = 16;

/** The claim with a thinned-out plan, of which the machinery expects no more. */
export function thinned(claim: Claim): Claim {
  const units = claim.units('quick').filter(({ index }) => !(Number(index) >= KEPT));
  return { ...claim, units: () => units };
}

/** What the claim measures in the quick profile; its derivations are left out. */
export function measured(claim: Claim, seed: number): Evidence {
  const units = claim.units('quick').map((unit) => ({
    unit,
    measured: claim.measure(unit, streams(seed, [claim.id, unit.id])),
  }));
  return { claim: claim.id, profile: 'quick', seed, derivations: {}, units };
}
