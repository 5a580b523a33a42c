import type { Claim, Control, Measured, Profile, Row, Unit } from './claim.js';
import type { Evidence, Result } from './result.js';

/** Looks at the evidence in a run: its first stage, and one further stage of what that leaves undecided. */
export const LOOKS = 2;

const FURTHER = ', stage 2';

const isFurther = ({ id }: Unit): boolean => id.endsWith(FURTHER);

/** The further stage of a claim: its plan once more, under names, and so from random streams, of its own. */
export function furtherUnits(claim: Claim, profile: Profile): Unit[] {
  if (!claim.repeatable) return [];
  return claim.units(profile).map((unit) => ({ ...unit, id: `${unit.id}${FURTHER}` }));
}

/**
 * Whether the further stage is due: noise alone left the claim or a control of it undecided at the first look, and the
 * stage has not been measured.
 */
export function isFurtherStageDue({ claim, chance, controls, missing, evidence }: Result): boolean {
  const open = [chance, ...controls.map((control) => control.chance)].some(
    ({ needed }) => needed !== undefined,
  );
  return (
    open && missing === 0 && claim.repeatable === true && !evidence.units.some(({ unit }) => isFurther(unit))
  );
}

/** The controls that run in this profile. */
export const controlsOf = (claim: Claim, profile: Profile): Control[] =>
  claim.controls.filter(({ profiles }) => profiles?.includes(profile) ?? true);

/** What was measured in the first stage and, if that is complete, with the further one. */
export interface Looks {
  readonly first: Measured;
  readonly all?: Measured;
  /** Units of the first stage that were not measured. */
  readonly missing: number;
}

/** Rows by hypothesis at each look, in the order of the units. */
export function looksAt(claim: Claim, { profile, units }: Evidence): Looks {
  const first = units.filter(({ unit }) => !isFurther(unit));
  const further = units.filter(({ unit }) => isFurther(unit));
  const planned = claim.units(profile).length;
  // What a claim keeps for its figures, such as one network's function, is drawn from the first stage alone.
  const hypotheses = new Set(['claim', ...claim.controls.map(({ id }) => id)]);
  const runs = further.map(({ measured }) =>
    Object.fromEntries(Object.entries(measured).filter(([id]) => hypotheses.has(id))),
  );
  return {
    first: gather(first.map(({ measured }) => measured)),
    ...(further.length > 0 &&
      further.length === planned && { all: gather([...first.map(({ measured }) => measured), ...runs]) }),
    missing: planned - first.length,
  };
}

function gather(parts: readonly Measured[]): Measured {
  const rows: Partial<Record<string, Row[]>> = {};
  for (const part of parts) {
    for (const [hypothesis, measured] of Object.entries(part)) {
      const all = (rows[hypothesis] ??= []);
      for (const row of measured ?? []) all.push(row);
    }
  }
  return rows;
}
