import { LEAST_P } from '../../proofs-check/p-value.js';
import type { Run } from '../../proofs-check/result.js';
import { LOOKS } from '../../proofs-check/stages.js';
import { RUN_ALPHA } from '../../proofs-check/verdict.js';
import { significant } from '../format.js';
import { isCertain, ledgerLines, type LedgerLine } from '../ledger.js';
import { pagePath } from '../names.js';
import { verdictText } from '../verdict.js';
import { table } from './table.js';
import { text } from './text.js';

/** Where the error budget of the run went: p-value and level of every hypothesis that chance had a part in. */
export function ledgerPage(run: Run): string {
  const lines = ledgerLines(run);
  const open = lines.filter((line) => !isCertain(line));
  const certain = lines.length - open.length;
  return [
    '[← All claims](index.md)',
    '# Error ledger',
    `The chance of a wrong verdict anywhere in a run is at most ${significant(RUN_ALPHA)}: ${significant(RUN_ALPHA / LOOKS)} for each of ` +
      `${LOOKS} looks, divided by Holm’s step-down over all ${run.hypotheses} hypotheses, claims and controls alike, of this profile ` +
      '(those that were not selected count as undecided). The *p-value* of a hypothesis is the least error level at which its ' +
      'evidence decides it, one way or the other; it is decided where that is at most the *level* granted to it. What the first look leaves open gets a ' +
      'further stage, as many units again, where the claim allows one; what was decided stands. There are no retries.',
    `${certain} of ${lines.length} hypotheses took nothing: identities, in which chance plays no part, or evidence that decides below ` +
      `${significant(LEAST_P)}. The others, nearest to their level first:`,
    open.length > 0
      ? table(['Claim', 'Hypothesis', 'p', 'Level', 'Look', 'Verdict'], open.map(cells))
      : 'There are none.',
    'Holm’s bound on decisions in the wrong direction is proved for independent statistics (Shaffer 1980); a claim and its ' +
      'controls share their networks. How often the whole run errs was therefore measured too, see the calibration page of the documentation.',
  ].join('\n\n');
}

function cells({ claim, hypothesis, p, level, look, verdict }: LedgerLine): string[] {
  return [
    `[${claim}](${pagePath(claim)})`,
    text(hypothesis),
    significant(p, 3),
    significant(level, 3),
    `${look}`,
    verdictText(verdict),
  ];
}
