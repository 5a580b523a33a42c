import type { Run } from '../../proofs-check/result.js';
import { significant } from '../format.js';
import {
  LEDGER_CAVEAT,
  LEDGER_HEADER,
  ledgerLines,
  ledgerRest,
  ledgerRules,
  pText,
  tookNothing,
} from '../ledger.js';
import { dataTable } from './data-table.js';
import { type Markup, html } from './markup.js';
import { blocks, prose } from './prose.js';
import { verdictBadge } from './verdict-badge.js';
import { VIEWS, view } from './views.js';

/** Where the error budget of the run went. */
export function ledgerView(run: Run): Markup {
  const lines = ledgerLines(run);
  const rows = lines
    .filter((line) => !tookNothing(line))
    .map(({ claim, hypothesis, p, level, look, verdict }) => [
      html`<a href="#${claim}">${claim}</a>`,
      hypothesis,
      prose(pText({ p })),
      prose(significant(level, 3)),
      look,
      verdictBadge(verdict),
    ]);
  return view(
    VIEWS.ledger,
    'Error ledger',
    html`${blocks(ledgerRules(run))}
      <p>${ledgerRest(lines)}</p>
      ${rows.length > 0 ? dataTable('Hypotheses that took of the budget', LEDGER_HEADER, rows) : html`<p>There are none.</p>`}
      <p>${LEDGER_CAVEAT}</p>`,
  );
}
