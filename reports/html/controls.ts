import type { Result, Run } from '../../proofs-check/result.js';
import { measuredCell } from '../markdown/statistic.js';
import { dataTable } from './data-table.js';
import { type Part, html } from './markup.js';
import { prose } from './prose.js';
import { verdictBadge } from './verdict-badge.js';

/** The false versions of the claim and what became of them, then those that this profile leaves out. */
export function controlTables({ controls, leftOut }: Result, { profile }: Run): Part {
  const ran =
    controls.length === 0
      ? html`<p>No control ran.</p>`
      : html`<p>
            Deliberately false versions of the claim, put through the same protocol and decision. Each must
            come out refuted.
          </p>
          ${dataTable(
            'Controls',
            ['Control', 'Why it is false', 'Verdict', 'Measured'],
            controls.map(({ control, decision: { verdict, statistic, reason } }) => [
              html`${prose(control.title)} <small>${control.id}</small>`,
              prose(control.because),
              verdictBadge(verdict),
              html`${prose(statistic.name)}<br /><span class="number">${measuredCell(statistic)}</span
                ><br />${prose(reason)}`,
            ]),
          )}`;
  if (leftOut.length === 0) return ran;
  return html`${ran}
    <p>Left out, because the profile <code>${profile}</code> has no power to refute them:</p>
    ${dataTable(
      'Controls left out',
      ['Control', 'Why it is false', 'Profiles that run it'],
      leftOut.map(({ id, title, because, profiles }) => [
        html`${prose(title)} <small>${id}</small>`,
        prose(because),
        profiles?.join(', ') || 'none yet',
      ]),
    )}`;
}
