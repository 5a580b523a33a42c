import type { Result, Run } from '../../proofs-check/result.js';
import { counted, significant } from '../format.js';
import { pText } from '../ledger.js';
import { figurePath, pagePath, replayCommand } from '../names.js';
import type { Page } from '../page.js';
import { controlsCaught, standing } from '../verdict.js';
import { controlSections } from './controls.js';
import { derivationSections } from './derivation.js';
import { evidenceTable } from './evidence-table.js';
import { measuredCell } from './statistic.js';
import { table } from './table.js';
import { markdown, markdownCell, text } from './text.js';

/** Everything about one claim: statement and outcome first, then how it was measured. */
export function claimPage(page: Page, run: Run): string {
  const { result } = page;
  const { claim, evidence } = result;
  return [
    '[← All claims](index.md)',
    `# ${text(claim.title)}`,
    `**${standing(result)}** · ${claim.kind} · controls refuted: ${controlsCaught(result)}`,
    ...warnings(result),
    '## Statement',
    markdown(claim.statement),
    `Source: ${markdown(claim.source)}`,
    ...buildsOn(result, run),
    ...decision(result),
    ...figures(page),
    ...controlSections(result, run),
    ...findings(page),
    ...assumptions(result),
    '## Protocol',
    markdown(claim.protocol),
    ...derivationSections(evidence.derivations.claim ?? []),
    '## Check this claim again',
    `\`\`\`sh\n${replayCommand(run, [claim.id])}\n\`\`\``,
  ].join('\n\n');
}

function warnings({ toothless, missing }: Result): string[] {
  return [
    ...(toothless
      ? ['> **TOOTHLESS**: a control was not refuted, so the verdict on the claim means nothing.']
      : []),
    ...(missing > 0
      ? [`> **INCOMPLETE**: ${counted(missing, 'planned unit')} of work missing; the verdict is provisional.`]
      : []),
  ];
}

function buildsOn({ claim }: Result, { results }: Run): string[] {
  if (claim.uses.length === 0) return [];
  const ran = new Set(results.map((each) => each.claim.id));
  const links = claim.uses.map((id) =>
    ran.has(id) ? `[${id}](${pagePath(id)})` : `${text(id)} (not in this run)`,
  );
  return [`Builds on: ${links.join(', ')}`];
}

function assumptions({ assumptions: checked }: Result): string[] {
  if (checked.length === 0) return [];
  const rows = checked.map(({ statement, value, holds }) => [
    markdownCell(statement),
    text(value),
    holds ? '✔ holds' : '✘ broken',
  ]);
  return ['## Assumptions', table(['Assumption', 'Measured', 'State'], rows)];
}

function decision({
  claim,
  decision: { verdict, statistic, reason, groups },
  chance,
  evidence,
}: Result): string[] {
  return [
    '## Decision',
    `**${verdict}**: ${text(reason)}`,
    table(
      ['Statistic', 'Measured', 'Claimed', 'p, and the level allowed', 'Units of work measured'],
      [
        [
          text(statistic.name),
          measuredCell(statistic),
          text(statistic.claimed),
          claim.kind === 'numeric' ? '–' : `${pText(chance)}, [${significant(chance.level, 2)}](ledger.md)`,
          `${evidence.units.length}`,
        ],
      ],
    ),
    ...(groups.length > 0 ? ['## Evidence', 'Worst first.', evidenceTable(groups)] : []),
  ];
}

function figures({ result: { claim }, figures: drawn }: Page): string[] {
  if (drawn.length === 0) return [];
  return [
    drawn.length === 1 ? '## Figure' : '## Figures',
    ...drawn.flatMap((figure) => [
      `![${text(figure.caption)}](${figurePath(claim.id, figure)})`,
      `*${text(figure.title)}.* ${text(figure.caption)}`,
    ]),
  ];
}

function findings({ findings: found }: Page): string[] {
  if (found.length === 0) return [];
  const titles = found.map(({ title }) => `- [${text(title)}](findings.md)`);
  return ['## Findings', titles.join('\n')];
}
