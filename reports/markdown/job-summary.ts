import type { Result, Run } from '../../proofs-check/result.js';
import { byConcern, controlsCaught, outcome, standing } from '../verdict.js';
import { measuredCell } from './statistic.js';
import { table } from './table.js';
import { text } from './text.js';
import { shortened, withinLimit } from './within-limit.js';

/**
 * The run for the summary of a CI job: failures first, without links and pictures, which would not resolve there, and in less
 * bytes than GitHub takes, whatever the claims say.
 */
export function jobSummary(run: Run): string {
  const head = `# Theorem check\n\n**${text(outcome(run))}**\n\nProfile \`${run.profile}\`, seed ${run.seed}.`;
  const columns = ['Claim', 'Verdict', 'Measured', 'Claimed', 'Controls refuted', 'Why'];
  const [header, rule, ...rows] = table(columns, byConcern(run.results).map(row)).split('\n');
  const foot = 'The report has a page for each claim: index.md.';
  const leftOut = (count: number): string => `… and ${count} more claims, left out here for their size.`;
  return withinLimit(`${head}\n\n${header}\n${rule}`, rows, foot, leftOut);
}

function row(result: Result): string[] {
  const { claim, decision } = result;
  return [
    text(shortened(claim.id)),
    standing(result),
    `${text(shortened(decision.statistic.name))}: ${measuredCell(decision.statistic)}`,
    text(shortened(decision.statistic.claimed)),
    controlsCaught(result),
    text(shortened(why(result))),
  ];
}

/** Nothing where all is well: a summary is read for what is not. */
function why({ decision, controls, toothless, missing }: Result): string {
  const uncaught = toothless ? controls.filter((control) => control.decision.verdict !== 'refuted') : [];
  return [
    ...(decision.verdict !== 'supported' || missing > 0 ? [decision.reason] : []),
    ...uncaught.map(
      ({ control, decision: { verdict, reason } }) => `control ${control.id} is ${verdict}: ${reason}`,
    ),
  ].join('; ');
}
