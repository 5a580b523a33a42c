import type { Result, Run } from '../../proofs-check/result.js';
import { pagePath } from '../names.js';
import { controlsCaught, standing, verdictText } from '../verdict.js';
import { measuredCell } from './statistic.js';
import { table } from './table.js';
import { text } from './text.js';

/** The verdicts for a reader who has seen nothing yet: each claim with one control, put to the same test. */
export function summaryTable(run: Run, folder: string): string {
  return table(
    ['Statement', 'Verdict', 'Measured', 'Controls refuted', 'One control, a false version, is caught'],
    run.results.map((result) => [
      `[${text(result.claim.title)}](${folder}/${pagePath(result.claim.id)})`,
      standing(result),
      `${text(result.decision.statistic.name)}: ${measuredCell(result.decision.statistic)}`,
      controlsCaught(result),
      firstControl(result),
    ]),
  );
}

function firstControl({ controls }: Result): string {
  const [first] = controls;
  return `${text(first.control.title)}: ${measuredCell(first.decision.statistic)}, ${verdictText(first.decision.verdict)}`;
}
