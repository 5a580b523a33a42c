import { streams } from '../numerics/random/streams.js';
import type { Claim, Profile, Unit } from '../proofs-check/claim.js';
import type { Evidence, Result, Run } from '../proofs-check/result.js';
import { furtherStages } from '../proofs-check/stages.js';
import { storable } from '../proofs-check/storable.js';
import { deriveZeta } from '../theory/penalty/derive.js';
import type { Initialization } from '../theory/initializations/initialization.js';

export interface CheckOptions {
  /** Default: quick. */
  readonly profile?: Profile;
  /** Default: 1. */
  readonly seed?: number;
}

/** Measures a claim in this thread and decides it with its controls, with a further stage where one is due, as `run` does. */
export async function checkClaim(
  claim: Claim,
  { profile = 'quick', seed = 1 }: CheckOptions = {},
): Promise<Result> {
  // Not before a plugin is loaded: built-in claims plan over all laws that there are when they are loaded.
  const { judgeRun } = await import('../proofs-check/verdict.js');
  const { claims } = await import('../proofs-check/registry.js');
  // Its share of the error budget is that of a run of all claims.
  const registry = [...claims.filter(({ id }) => id !== claim.id), claim];
  const derivations = (await claim.derivations?.()) ?? {};
  const judge = (units: Evidence['units']): Run =>
    judgeRun(profile, seed, [{ claim: claim.id, profile, seed, derivations, units }], { registry });
  const measured = (units: readonly Unit[]): Evidence['units'] =>
    units.map((unit) => ({
      unit,
      measured: storable(claim.measure(unit, streams(seed, [claim.id, unit.id]))),
    }));

  const first = measured(claim.units(profile));
  const run = judge(first);
  const further = furtherStages(run).map(({ unit }) => unit);
  return (further.length > 0 ? judge([...first, ...measured(further)]) : run).results[0];
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
