import type { RandomStream } from '../numerics/random/streams.js';
import type { Claim, Measured, Unit } from '../proofs-check/claim.js';
import type { Evidence } from '../proofs-check/result.js';
import { inflated, toldApart } from './inflate.js';

/** What units of all pilot runs measured that differ in nothing but their draws: what one measured, another might have. */
export type Stratum = readonly Measured[];

/** The pilot evidence of a claim, ready to be drawn from. */
export interface Pool {
  readonly claim: Claim;
  /** Of the first pilot run; its derivations are the same in all. */
  readonly pilot: Evidence;
  /** The units of one run, each with its stratum, spread made unbiased. */
  readonly plan: readonly { readonly unit: Unit; readonly stratum: Stratum }[];
}

/** The hypotheses of a claim: itself and its controls. */
export const hypothesesOf = ({ controls }: Claim): string[] => ['claim', ...controls.map(({ id }) => id)];

/**
 * Joins the evidence of pilot runs of one claim. Units are alike if they differ in no more than index and id, and have
 * rows for the same hypotheses and groups; so every synthetic run has the plan of a real one.
 * @throws RangeError without evidence
 */
export function poolEvidence(claim: Claim, pilots: readonly Evidence[]): Pool {
  if (pilots.length === 0) throw new RangeError(`no pilot evidence of ${claim.id}`);
  const decided = hypothesesOf(claim);
  const likeness = (unit: Unit, measured: Measured): string =>
    JSON.stringify([{ ...unit, id: '', index: 0 }, shape(measured, decided)]);
  const alike = new Map<string, Measured[]>();
  for (const { unit, measured } of pilots.flatMap(({ units }) => units)) {
    const key = likeness(unit, measured);
    const members = alike.get(key);
    if (members) members.push(measured);
    else alike.set(key, [measured]);
  }
  const strata = new Map([...alike].map(([key, members]) => [key, inflated(members, decided)]));
  const planned = new Set(claim.units(pilots[0].profile).map(({ id }) => id));
  const plan = pilots[0].units
    .filter(({ unit }) => planned.has(unit.id)) // no further stage
    .map(({ unit, measured }) => ({ unit, stratum: strata.get(likeness(unit, measured)) ?? [] }));
  return { claim, pilot: pilots[0], plan };
}

/**
 * Units that were never measured: every unit of the plan gets what one of its stratum measured, drawn with replacement.
 * A unit's rows stay together, so claim and controls depend on each other as they do.
 */
export function drawUnits({ claim, plan }: Pool, random: RandomStream): Evidence['units'] {
  const decided = hypothesesOf(claim);
  return plan.map(({ unit, stratum }) => ({
    unit,
    measured: toldApart(stratum[random.integer(stratum.length)], decided, random),
  }));
}

/** The groups of the rows of each hypothesis. */
const shape = (measured: Measured, decided: readonly string[]): unknown =>
  decided.map((id) => (measured[id] ?? []).map(({ group, route }) => [group, route]));
