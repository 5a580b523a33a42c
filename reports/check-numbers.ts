import type { Decision } from '../proofs-check/claim.js';
import type { Run } from '../proofs-check/result.js';

/**
 * Makes sure that a report would print measurements only.
 * @throws RangeError that names claim, control and number, where a decision holds NaN.
 */
export function checkNumbers(run: Run): void {
  for (const { claim, decision, controls } of run.results) {
    checkDecision(`claim '${claim.id}'`, decision);
    for (const each of controls) {
      checkDecision(`claim '${claim.id}', control '${each.control.id}'`, each.decision);
    }
  }
}

function checkDecision(
  where: string,
  { statistic, groups, estimates = [], tolerances = [] }: Decision,
): void {
  const numbers: [string, number | string][] = [
    ['the estimate', statistic.estimate],
    ['the lower end of the interval', statistic.interval[0]],
    ['the upper end of the interval', statistic.interval[1]],
    ...Object.entries({ groups, estimates, tolerances }).flatMap(([list, rows]) =>
      rows.flatMap((row, k) =>
        Object.entries(row).flatMap(([key, value]: [string, unknown]): [string, number | string][] =>
          typeof value === 'number' ? [[`${list}[${k}].${key}`, value]] : [],
        ),
      ),
    ),
  ];
  const broken = numbers.find(([, value]) => Number.isNaN(value));
  if (broken === undefined) return;
  throw new RangeError(
    `${where}, statistic '${statistic.name}': ${broken[0]} is NaN, expected a number; mend the claim's decide()`,
  );
}
