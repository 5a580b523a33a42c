import { counted, oneLine } from '../format.js';
import type { Comparison } from './compare.js';
import { changeLine } from './change.js';
import { secondsOf, type ClaimRecord, type RunRecord, type Update } from './record.js';

/** Updates that a baseline remembers, and changes that each of them lists. */
const [LONGEST_HISTORY, MOST_CHANGES] = [20, 40];

/**
 * The text of a baseline: what compare needs of a report, an estimate a line, keys in a fixed order, so that a difference of two
 * baselines reads well. The history is the only place with dates.
 */
export function baselineText(present: RunRecord, history: readonly Update[]): string {
  const head = {
    schema: present.schema,
    passed: present.passed,
    profile: present.profile,
    seed: present.seed,
    seconds: Math.round(secondsOf(present)),
    history,
  };
  const claims = present.claims.map(claimText).join(',\n');
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "claims": [\n${claims}\n  ]\n}\n`;
}

function claimText({ id, verdict, statistic, chance, controls, estimates, tolerances }: ClaimRecord): string {
  const list = (entries: readonly object[]): string =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => `        ${JSON.stringify(entry)}`).join(',\n')}\n      ]`;
  const fields = [
    `"id": ${JSON.stringify(id)}`,
    `"verdict": ${JSON.stringify(verdict)}`,
    `"statistic": ${JSON.stringify(statistic)}`,
    `"chance": ${JSON.stringify(chance)}`,
    `"controls": ${list(controls)}`,
    `"estimates": ${list(sorted(estimates))}`,
    `"tolerances": ${list(sorted(tolerances))}`,
  ];
  return `    {\n${fields.map((field) => `      ${field}`).join(',\n')}\n    }`;
}

/** By name: reports have the worst group first, which is another one every time. */
function sorted<T extends { readonly name: string }>(entries: readonly T[]): T[] {
  return entries.toSorted((p, q) => (p.name < q.name ? -1 : 1));
}

/** The history with one more update, the latest first. `comparison` is undefined for a first baseline. */
export function extendedHistory(
  present: RunRecord,
  comparison: Comparison | undefined,
  { date, reason }: Pick<Update, 'date' | 'reason'>,
): Update[] {
  const changes = comparison
    ? comparison.changes.map(changeLine)
    : [`first baseline, of ${counted(present.claims.length, 'claim')}`];
  const all = [...failures(present), ...changes].map(oneLine);
  const listed =
    all.length > MOST_CHANGES
      ? [...all.slice(0, MOST_CHANGES), `and ${all.length - MOST_CHANGES} more`]
      : all;
  return [{ date, reason, changes: listed }, ...(comparison?.baseline.history ?? [])].slice(
    0,
    LONGEST_HISTORY,
  );
}

/** What a new baseline takes for granted though it is no success. */
export function failures({ claims }: RunRecord): string[] {
  return claims.flatMap(({ id, verdict, controls }) => [
    ...(verdict === 'supported' ? [] : [`accepted as it is: ${id} is ${verdict}`]),
    ...controls
      .filter((control) => control.verdict !== 'refuted')
      .map((control) => `accepted as it is: control ${control.id} of ${id} is ${control.verdict}`),
  ]);
}
