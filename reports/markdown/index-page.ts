import { claims } from '../../proofs-check/registry.js';
import type { Result, Run } from '../../proofs-check/result.js';
import { pagePath, replayCommand } from '../names.js';
import { byConcern, controlsCaught, outcome, standing } from '../verdict.js';
import { claimGraph } from './mermaid.js';
import { measuredCell } from './statistic.js';
import { table } from './table.js';
import { text } from './text.js';

const VERDICT_WORDS = table(
  ['Word', 'Meaning'],
  [
    ['✔ supported', 'the evidence bears the statement out, within the error that was allowed beforehand'],
    ['✘ refuted', 'the evidence contradicts the statement'],
    ['? inconclusive', 'the evidence does not decide; the reason says what would'],
    [
      'TOOTHLESS',
      'a control, a deliberately false version of the claim, was not refuted: the verdict means nothing',
    ],
    ['INCOMPLETE', 'some planned measurements are missing: the verdict is provisional'],
  ],
);

const MAP_LEGEND =
  'An arrow leads from a claim to one that uses it. Shape and colour both show what the evidence says: rounded and green is supported, ' +
  'a hexagon refuted, slanted inconclusive, doubled sides toothless, dashed not in this run.';

/** The first page of a report: outcome, verdicts, how to repeat the run, how the claims hang together. */
export function indexPage(run: Run): string {
  return [
    '# Theorem check',
    `**${text(outcome(run))}**`,
    `Profile \`${run.profile}\`, seed ${run.seed}. Failures come first.`,
    verdicts(run),
    '[Findings](findings.md): where the paper as printed and the measurements differ. [Error ledger](ledger.md): what each verdict took of the ' +
      'allowed chance of error.',
    '## What the words mean',
    VERDICT_WORDS,
    'Controls are counted as refuted of all that ran. Square brackets hold the interval of an estimated rate, and the ' +
      'smallest and largest case of an identity.',
    '## Repeat the run',
    `\`\`\`sh\n${replayCommand(run, selection(run))}\n\`\`\``,
    'Every file of this folder comes out the same, byte for byte, except `report.json`, which alone holds times ' +
      'and facts of the machine.',
    ...(run.results.length > 0
      ? ['## How the claims build on each other', MAP_LEGEND, claimGraph(run.results)]
      : []),
  ].join('\n\n');
}

/** The claims to name in a replay: none if all were selected. */
function selection({ results }: Run): string[] {
  const selected = results.map(({ claim }) => claim.id);
  return claims.every(({ id }) => selected.includes(id)) ? [] : selected;
}

function verdicts(run: Run): string {
  return table(
    ['Claim', 'Statement', 'Verdict', 'Statistic', 'Measured', 'Claimed', 'Controls refuted'],
    byConcern(run.results).map(verdictRow),
  );
}

function verdictRow(result: Result): string[] {
  const { claim, decision } = result;
  const { statistic } = decision;
  return [
    `[${claim.id}](${pagePath(claim.id)})`,
    text(claim.title),
    standing(result),
    text(statistic.name),
    measuredCell(statistic),
    text(statistic.claimed),
    controlsCaught(result),
  ];
}
