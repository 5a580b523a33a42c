import type { Verdict } from '../proofs-check/claim.js';
import { LEAST_P } from '../proofs-check/p-value.js';
import type { Chance, Run } from '../proofs-check/result.js';
import { LOOKS } from '../proofs-check/stages.js';
import { RUN_ALPHA } from '../proofs-check/verdict.js';
import { significant } from './format.js';

/** What one hypothesis took of the error budget of its run. */
export interface LedgerLine extends Chance {
  readonly claim: string;
  /** 'claim', or the id of a control. */
  readonly hypothesis: string;
  readonly verdict: Verdict;
}

/** A line for every hypothesis of the run, the nearest to its level first. */
export function ledgerLines({ results }: Run): LedgerLine[] {
  return results
    .flatMap(({ claim, decision, chance, controls }) => [
      { claim: claim.id, hypothesis: 'claim', verdict: decision.verdict, ...chance },
      ...controls.map(({ control, decision: { verdict }, chance: spent }) => ({
        claim: claim.id,
        hypothesis: control.id,
        verdict,
        ...spent,
      })),
    ])
    .sort((a, b) => b.p - a.p);
}

/** "1.2e-7", or "< 1e-12". */
export const pText = (chance: Pick<Chance, 'p'>): string =>
  isCertain(chance) ? `< ${significant(LEAST_P)}` : significant(chance.p, 2);

/** Decided at every level: an identity, where chance plays no part, or evidence beyond what quantiles can tell. */
const isCertain = ({ p }: Pick<Chance, 'p'>): boolean => p <= LEAST_P;

/** Whether it took nothing of the budget: decided at the first look, at every level. */
export const tookNothing = (line: LedgerLine): boolean => isCertain(line) && line.look === 1;

/** How the budget is divided, before the lines; Markdown. */
export function ledgerRules({ hypotheses }: Run): string {
  return (
    `The chance of a wrong verdict anywhere in a run is nominally at most ${significant(RUN_ALPHA)}: ${significant(RUN_ALPHA / LOOKS)} for each of ` +
    `${LOOKS} looks, divided by Holm’s step-down over all ${hypotheses} hypotheses, claims and controls alike, of this profile ` +
    '(those that were not selected count as undecided). The *p-value* of a hypothesis is the least error level at which its ' +
    'evidence decides it, one way or the other; it is decided where that is at most the *level* granted to it. What the first look leaves open gets a ' +
    'further stage, as many units again, where the claim allows one; what was decided stands. There are no retries.'
  );
}

/** How many hypotheses are not among the lines, and why. */
export function ledgerRest(lines: readonly LedgerLine[]): string {
  return (
    `${lines.filter(tookNothing).length} of ${lines.length} hypotheses took nothing: identities, in which chance plays no part, or ` +
    `evidence that decides below ${significant(LEAST_P)}. The others, nearest to their level first:`
  );
}

export const LEDGER_CAVEAT =
  'Holm’s bound on decisions in the wrong direction is proved for independent statistics (Shaffer 1980); a claim and its ' +
  'controls share their networks. How often the whole run errs was therefore measured too, see the calibration page of the documentation.';

export const LEDGER_HEADER = ['Claim', 'Hypothesis', 'p', 'Level', 'Look', 'Verdict'];
