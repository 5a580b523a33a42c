import type { Decision, Row } from '../claim.js';
import { undecided } from '../qualified.js';

/** A tolerance above this share of the data's scale says nothing: such a case counts as undecided. */
const VACUOUS = 1e-4;

/**
 * Decides an identity between two computations. Each row is a case with `group`, `deviation`, `tolerance` (a stated
 * multiple of round-off times condition number) and, unless the tolerance is of another kind, the `scale` of the
 * quantities compared.
 * Supported if no deviation exceeds its tolerance, refuted if one does, inconclusive if a tolerance is vacuous.
 */
export function decideIdentity(rows: readonly Row[], tolerance: string): Decision {
  if (rows.length === 0) return undecided('nothing was measured');
  const cases = rows.map((row) => ({
    group: String(row.group),
    ratio: Number(row.deviation) / Number(row.tolerance),
    deviation: Number(row.deviation),
    vacuous: 'scale' in row && Number(row.tolerance) > VACUOUS * Number(row.scale),
  }));
  const violations = cases.filter(({ ratio, vacuous }) => !vacuous && !(ratio <= 1)).length;
  const vacuous = cases.filter((c) => c.vacuous).length;
  const worst = Math.max(...cases.map(({ ratio }) => ratio));
  const smallest = Math.min(...cases.map(({ ratio }) => ratio));
  const verdict = violations > 0 ? 'refuted' : vacuous > 0 ? 'inconclusive' : 'supported';
  const groups = groupBy(cases)
    .map(([group, members]) => ({
      group,
      cases: members.length,
      'largest deviation': Math.max(...members.map(({ deviation }) => deviation)),
      'largest deviation / tolerance': Math.max(...members.map(({ ratio }) => ratio)),
      violations: members.filter(({ ratio }) => !(ratio <= 1)).length,
    }))
    .sort((p, q) => q['largest deviation / tolerance'] - p['largest deviation / tolerance']);
  return {
    verdict,
    statistic: {
      name: 'deviation / tolerance, largest and range',
      estimate: worst,
      interval: [smallest, worst],
      claimed: `≤ 1, the tolerance being ${tolerance}`,
    },
    reason:
      `${violations} of ${cases.length} cases deviate by more than the tolerance` +
      (vacuous > 0 ? `; in ${vacuous} the tolerance is too wide to decide` : ''),
    groups,
    tolerances: groups.map((row) => ({ name: row.group, used: row['largest deviation / tolerance'] })),
  };
}

/** Groups in order of first appearance. */
export function groupBy<T extends { readonly group: string }>(items: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const members = groups.get(item.group);
    if (members) members.push(item);
    else groups.set(item.group, [item]);
  }
  return [...groups];
}
