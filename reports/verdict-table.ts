import { NO_STATISTIC } from '../proofs-check/qualified.js';
import type { Result, Run } from '../proofs-check/result.js';
import { checkNumbers } from './check-numbers.js';
import { interval, oneLine, significant } from './format.js';
import { shardsNote } from './shards-note.js';
import { byConcern, controlsCaught, outcome, standing } from './verdict.js';

/**
 * The verdicts as plain text for a terminal: a line per claim, failures first, then the outcome.
 * @throws RangeError where the run holds NaN.
 */
export function verdictTable(run: Run): string {
  checkNumbers(run);
  const header = ['claim', 'verdict', 'statistic', 'claimed', 'controls'];
  const rows = [header, ...byConcern(run.results).map(cells)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => Array.from(row[column]).length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column]))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const note = run.shards ? [shardsNote(run.shards)] : [];
  return `${[lines[0], rule, ...lines.slice(1), '', outcome(run), ...note].join('\n')}\n`;
}

function cells(result: Result): string[] {
  const { name, estimate, interval: ends, claimed } = result.decision.statistic;
  return [
    result.claim.id,
    standing(result),
    name === NO_STATISTIC ? '–' : oneLine(`${name} = ${significant(estimate)} ${interval(ends)}`),
    oneLine(claimed),
    controlsCaught(result),
  ];
}

/** Pads by characters, not by UTF-16 units, so that columns with mathematical letters line up. */
function pad(cell: string, width: number): string {
  return cell + ' '.repeat(width - Array.from(cell).length);
}
