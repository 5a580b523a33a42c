import type { Claim, Control, Measured, Profile, Row, Unit } from './claim.js';
import type { PlannedUnit } from './plan.js';
import type { Evidence, Run } from './result.js';

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
 * The units of all further stages that are due: where noise alone left a claim or a control of it undecided at the first
 * look.
 */
export function furtherStages({ profile, results }: Run): PlannedUnit[] {
  return results
    .filter(({ chance, controls, missing }) => {
      const chances = [chance, ...controls.map((control) => control.chance)];
      return missing === 0 && chances.some(({ look, needed }) => look === 1 && needed !== undefined);
    })
    .flatMap(({ claim }) => furtherUnits(claim, profile).map((unit) => ({ claim, unit })));
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
