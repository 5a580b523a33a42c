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
  type LedgerLine,
} from '../ledger.js';
import { pagePath } from '../names.js';
import { verdictText } from '../verdict.js';
import { table } from './table.js';
import { text } from './text.js';

/** Where the error budget of the run went: p-value and level of every hypothesis that chance had a part in. */
export function ledgerPage(run: Run): string {
  const lines = ledgerLines(run);
  const open = lines.filter((line) => !tookNothing(line));
  return [
    '[← All claims](index.md)',
    '# Error ledger',
    ledgerRules(run),
    ledgerRest(lines),
    open.length > 0 ? table(LEDGER_HEADER, open.map(cells)) : 'There are none.',
    LEDGER_CAVEAT,
  ].join('\n\n');
}

function cells({ claim, hypothesis, p, level, look, verdict }: LedgerLine): string[] {
  return [
    `[${claim}](${pagePath(claim)})`,
    text(hypothesis),
    pText({ p }),
    significant(level, 3),
    `${look}`,
    verdictText(verdict),
  ];
}
