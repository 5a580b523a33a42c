import type { Claim, Derivations, Measured, Profile, Unit } from './claim.js';
import type { Evidence } from './result.js';

/** What belongs together: evidence of another profile or seed, or of other code, is never mixed in. */
export interface RunKey {
  /** Fingerprint of the code that measures. */
  readonly code: string;
  readonly profile: Profile;
  readonly seed: number;
}

/** The parts that were measured, numbered from 1, of a run that was divided into `count`. */
export interface Shards {
  readonly count: number;
  readonly measured: readonly number[];
}

export interface PlannedUnit {
  readonly claim: Claim;
  readonly unit: Unit;
}

/** What is to be measured, in the order of the run. */
export interface Plan {
  readonly units: readonly PlannedUnit[];
  /** Claims whose derivations are to be made. */
  readonly derivations: readonly Claim[];
}

/**
 * All units of the claims, or those of some parts: every `count`-th unit belongs to the same part. A claim's
 * derivations go with its first unit, so that a part that has all of a claim's units has its derivations too.
 */
export function planRun(claims: readonly Claim[], profile: Profile, shards?: Shards): Plan {
  const parts = new Set(shards?.measured);
  const here = (k: number): boolean => !shards || parts.has((k % shards.count) + 1);
  const units: PlannedUnit[] = [];
  const derivations: Claim[] = [];
  let k = 0;
  for (const claim of claims) {
    if (claim.derivations && here(k)) derivations.push(claim);
    for (const unit of claim.units(profile)) if (here(k++)) units.push({ claim, unit });
  }
  return { units, derivations };
}

/** One finished piece of work: a unit of a claim, or a claim's derivations. */
export type Piece =
  | { readonly claim: string; readonly unit: Unit; readonly measured: Measured }
  | { readonly claim: string; readonly derivations: Derivations };

/** What is known already, whether from this run or from an earlier one of the same key. */
export class Measurements {
  readonly #units = new Map<string, Measured>();
  readonly #derivations = new Map<string, Derivations>();

  add(...pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if ('unit' in piece) this.#units.set(nameOf(piece.claim, piece.unit), piece.measured);
      else this.#derivations.set(piece.claim, piece.derivations);
    }
  }

  unit(claim: string, unit: Unit): Measured | undefined {
    return this.#units.get(nameOf(claim, unit));
  }

  derivations(claim: string): Derivations | undefined {
    return this.#derivations.get(claim);
  }
}

/** All of a unit's parameters: a unit that was planned otherwise is another unit. */
const nameOf = (claim: string, unit: Unit): string => JSON.stringify([claim, unit]);

/** The evidence of each claim, in the order of the planned units, whatever the order in which they finished. */
export function evidenceOf(
  claims: readonly Claim[],
  planned: readonly PlannedUnit[],
  known: Measurements,
  { profile, seed }: RunKey,
): Evidence[] {
  return claims.map((claim) => ({
    claim: claim.id,
    profile,
    seed,
    derivations: known.derivations(claim.id) ?? {},
    units: planned
      .filter((entry) => entry.claim === claim)
      .flatMap(({ unit }) => {
        const measured = known.unit(claim.id, unit);
        return measured ? [{ unit, measured }] : [];
      }),
  }));
}

/** The pieces that evidence consists of. */
export function piecesOf({ claim, derivations, units }: Evidence): Piece[] {
  const made = Object.keys(derivations).length > 0 ? [{ claim, derivations }] : [];
  return [...made, ...units.map(({ unit, measured }) => ({ claim, unit, measured }))];
}
