import type { Chance, Run } from '../proofs-check/result.js';
import { oneLine } from './format.js';

/**
 * A line for each hypothesis that noise left open: why, and what would settle it, with the time that takes on as many
 * cores. `seconds` are those of computing by claim id; where a claim has none, as after a resumed run, no time is told.
 */
export function unsettled({ results }: Run, seconds: Readonly<Record<string, number>>): string {
  return results
    .flatMap(({ claim, decision, chance, controls }) => [
      { name: claim.id, id: claim.id, reason: decision.reason, chance },
      ...controls.map((each) => ({
        name: `${claim.id}, control ${each.control.id}`,
        id: claim.id,
        reason: each.decision.reason,
        chance: each.chance,
      })),
    ])
    .filter(({ chance: { needed } }) => needed !== undefined)
    .map(({ name, id, reason, chance }) => `${name}: ${oneLine(reason)}${time(chance, seconds[id])}\n`)
    .join('');
}

const HOUR = 3600;

function time({ needed = 1 }: Chance, seconds = 0): string {
  const more = seconds * (needed - 1);
  // Hopeless cases have no time, and a reason that says so.
  if (!(more > 0) || more > 1000 * HOUR) return '';
  if (more < 60) return ` (about ${Math.ceil(more)} s more of computing)`;
  return more < HOUR
    ? ` (about ${Math.ceil(more / 60)} min more of computing)`
    : ` (about ${Math.ceil(more / HOUR)} h more of computing)`;
}
