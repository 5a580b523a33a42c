import type { Result, Run } from '../../proofs-check/result.js';
import { replayCommand } from '../names.js';
import { selection } from '../markdown/index-page.js';
import { measuredCell } from '../markdown/statistic.js';
import { controlsCaught } from '../verdict.js';
import { filterForm, statesOf } from './filter-form.js';
import { type Markup, html } from './markup.js';
import { prose } from './prose.js';
import { standingBadge } from './verdict-badge.js';
import { VIEWS, view } from './views.js';

/** All verdicts in a table, with a filter that appears where scripts run, and the command that repeats the run. */
export function verdictsView(run: Run, results: readonly Result[]): Markup {
  return view(
    VIEWS.verdicts,
    'Verdicts',
    html`${filterForm(results)}
      <div class="scroll" role="region" aria-label="Table of verdicts">
        <table id="_table">
          <thead>
            <tr>
              ${HEADER.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${results.map(row)}
          </tbody>
        </table>
      </div>
      <h3>Repeat the run</h3>
      <pre><code>${replayCommand(run, selection(run))}</code></pre>
      <p>
        Every file of the report comes out the same, byte for byte, except <code>report.json</code>, which
        alone holds times and facts of the machine.
      </p>`,
  );
}

const HEADER = ['Claim', 'Kind', 'Verdict', 'Measured', 'Claimed', 'Controls refuted'];

function row(result: Result): Markup {
  const { claim, decision } = result;
  const { statistic } = decision;
  return html`<tr data-verdict="${statesOf(result).join(' ')}" data-kind="${claim.kind}">
    <td><a href="#${claim.id}">${prose(claim.title)}</a> <small>${claim.id}</small></td>
    <td>${claim.kind}</td>
    <td>${standingBadge(result)}</td>
    <td>${prose(statistic.name)}<br /><span class="number">${measuredCell(statistic)}</span></td>
    <td data-label="Claimed">${prose(statistic.claimed)}</td>
    <td data-label="Controls refuted">${controlsCaught(result)}</td>
  </tr> `;
}
