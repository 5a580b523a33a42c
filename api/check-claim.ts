import { streams } from '../numerics/random/streams.js';
import type { Claim, Profile } from '../proofs-check/claim.js';
import type { Result } from '../proofs-check/result.js';
import { deriveZeta } from '../theory/penalty/derive.js';
import type { Initialization } from '../theory/initializations/initialization.js';

export interface CheckOptions {
  /** Default: quick. */
  readonly profile?: Profile;
  /** Default: 1. */
  readonly seed?: number;
}

/** Measures all units of a claim in this thread and decides it with its controls, as `run` does. */
export async function checkClaim(
  claim: Claim,
  { profile = 'quick', seed = 1 }: CheckOptions = {},
): Promise<Result> {
  // Not before a plugin is loaded: built-in claims plan over all laws that there are when they are loaded.
  const { judgeEvidence } = await import('../proofs-check/verdict.js');
  const units = claim.units(profile).map((unit) => ({
    unit,
    measured: claim.measure(unit, streams(seed, [claim.id, unit.id])),
  }));
  const derivations = (await claim.derivations?.()) ?? {};
  return judgeEvidence(claim, { claim: claim.id, profile, seed, derivations, units });
}

/**
 * What `run penalty-functions` says of one law, which must be installed: its ζ, derived step by step, by quadrature of its
 * density and by its draws.
 */
export async function checkLaw(law: Initialization, options?: CheckOptions): Promise<Result> {
  const { findClaim } = await import('../proofs-check/registry.js');
  const claim = findClaim('penalty-functions');
  return checkClaim(
    {
      ...claim,
      derivations: async () => ({ claim: [await deriveZeta(law)] }),
      units: (profile) => claim.units(profile).filter((unit) => unit.law === law.name),
    },
    options,
  );
}
