import type { Row } from '../../proofs-check/claim.js';
import { significant } from '../format.js';
import { type Markup, type Part, html } from './markup.js';
import { prose } from './prose.js';

/** A table that scrolls within its own frame where the window is narrow; `name` says what it holds. */
export function dataTable(name: string, header: readonly Part[], rows: readonly (readonly Part[])[]): Markup {
  return html`<div class="scroll" role="region" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${header.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Rows of evidence; a column for each key, in the order in which keys first appear; numbers line up. */
export function evidenceTable(rows: readonly Row[]): Markup {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return dataTable(
    'Evidence',
    columns.map(prose),
    rows.map((row) => columns.map((column) => cell(row[column]))),
  );
}

function cell(value: number | string | undefined): Part {
  if (value === undefined) return '–';
  return typeof value === 'number' ? html`<span class="number">${significant(value)}</span>` : prose(value);
}
