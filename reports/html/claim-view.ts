import type { Result, Run } from '../../proofs-check/result.js';
import { counted, significant } from '../format.js';
import { pText } from '../ledger.js';
import { measuredCell } from '../markdown/statistic.js';
import { replayCommand } from '../names.js';
import type { Page } from '../page.js';
import { controlsCaught } from '../verdict.js';
import { controlTables } from './controls.js';
import { dataTable, evidenceTable } from './data-table.js';
import { derivations } from './derivations.js';
import { inlineFigure } from './figures.js';
import { findingId } from './findings-view.js';
import { type Markup, NOTHING, type Part, html } from './markup.js';
import { blocks, inline, prose } from './prose.js';
import { standingBadge, verdictBadge } from './verdict-badge.js';
import { VIEWS, view } from './views.js';

/**
 * Everything about one claim: statement and outcome first, then how it was measured. `neighbours` are the ids
 * before and after it in the table of verdicts; `drawing` is a figure's SVG by the figure's id.
 */
export function claimView(
  page: Page,
  run: Run,
  neighbours: Neighbours,
  drawing: (figureId: string) => string,
): Markup {
  const { result } = page;
  const { claim, evidence } = result;
  const body = html`<p class="standing">
      ${standingBadge(result)} <span>${claim.kind}</span>
      <span>controls refuted: ${controlsCaught(result)}</span> <code>${claim.id}</code>
    </p>
    ${warnings(result)}
    <p class="brief">${claim.inBrief}</p>
    <h3>Statement</h3>
    <div class="statement">${blocks(claim.statement)}</div>
    <p class="source">Source: ${inline(claim.source)}</p>
    ${relations(result, run)} ${decision(result)} ${figures(page, drawing)}
    <h3>Controls</h3>
    ${controlTables(result, run)} ${findings(page)} ${assumptions(result)}
    <h3>Protocol</h3>
    ${blocks(claim.protocol)} ${derivations(evidence.derivations.claim ?? [])}
    <h3>Check this claim again</h3>
    <pre><code>${replayCommand(run, [claim.id])}</code></pre>`;
  return view(claim.id, prose(claim.title), body, walk(neighbours));
}

export interface Neighbours {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

function walk({ previous, next }: Neighbours): Markup {
  const link = (id: string | undefined, rel: string, label: Part): Part =>
    id === undefined ? html`<span></span>` : html`<a rel="${rel}" href="#${id}">${label}</a>`;
  return html`<nav class="walk" aria-label="Claims">
    ${link(previous, 'prev', `← ${previous}`)}
    <a href="#${VIEWS.verdicts}">All claims</a>
    ${link(next, 'next', `${next} →`)}
  </nav> `;
}

function warnings({ toothless, missing }: Result): Part {
  return [
    toothless
      ? html`<p class="warning">
          <strong>TOOTHLESS</strong>: a control was not refuted, so the verdict on the claim means nothing.
        </p> `
      : NOTHING,
    missing > 0
      ? html`<p class="warning">
          <strong>INCOMPLETE</strong>: ${counted(missing, 'planned unit')} of work missing; the verdict is
          provisional.
        </p> `
      : NOTHING,
  ];
}

function relations({ claim }: Result, { results }: Run): Part {
  const ran = results.map((each) => each.claim);
  const link = (id: string): Part =>
    ran.some((each) => each.id === id)
      ? html`<li><a href="#${id}">${id}</a></li>`
      : html`<li>${id} (not in this run)</li>`;
  const list = (name: string, ids: readonly string[]): Part =>
    ids.length === 0
      ? NOTHING
      : html`<p class="relations">${name}</p>
          <ul class="relations">
            ${ids.map(link)}
          </ul> `;
  const usedBy = ran.filter(({ uses }) => uses.includes(claim.id)).map(({ id }) => id);
  return [list('Builds on', claim.uses), list('Used by', usedBy)];
}

function decision({ claim, decision: made, chance, evidence }: Result): Markup {
  const { verdict, statistic, reason, groups } = made;
  const facts: [string, Part][] = [
    ['Statistic', prose(statistic.name)],
    ['Measured', html`<span class="number">${measuredCell(statistic)}</span>`],
    ['Claimed', prose(statistic.claimed)],
    ...(claim.kind === 'numeric'
      ? []
      : [
          ['p, and the level allowed', `${pText(chance)}, ${significant(chance.level, 2)}`] satisfies [
            string,
            Part,
          ],
        ]),
    ['Units of work measured', evidence.units.length],
  ];
  return html`<h3>Decision</h3>
    <p>${verdictBadge(verdict)} ${prose(reason)}</p>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      groups.length > 0
        ? html`<h3>Evidence</h3>
            <p>Worst first.</p>
            ${evidenceTable(groups)}`
        : ''
    }`;
}

function figures({ result: { claim }, figures: drawn }: Page, drawing: (figureId: string) => string): Part {
  if (drawn.length === 0) return NOTHING;
  return html`<h3>${drawn.length === 1 ? 'Figure' : 'Figures'}</h3>
    ${drawn.map(
      ({ id, title, caption }) =>
        html`<figure>
          <div class="scroll" role="region" aria-label="${title}">
            ${inlineFigure(drawing(id), `${claim.id}.${id}.`)}
          </div>
          <figcaption>${prose(caption)}</figcaption>
        </figure> `,
    )}`;
}

function findings({ result: { claim }, findings: found }: Page): Part {
  if (found.length === 0) return NOTHING;
  return html`<h3>Findings</h3>
    <ul>
      ${found.map(({ title }, k) => html`<li><a href="#${findingId(claim.id, k)}">${prose(title)}</a></li>`)}
    </ul>`;
}

function assumptions({ assumptions: checked }: Result): Part {
  if (checked.length === 0) return NOTHING;
  const rows = checked.map(({ statement, value, holds }) => [
    inline(statement),
    prose(value),
    html`<span class="state">${holds ? '✔ holds' : '✘ broken'}</span>`,
  ]);
  return html`<h3>Assumptions</h3>
    ${dataTable('Assumptions', ['Assumption', 'Measured', 'State'], rows)}`;
}
