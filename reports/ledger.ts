import type { Verdict } from '../proofs-check/claim.js';
import { LEAST_P } from '../proofs-check/p-value.js';
import type { Chance, Run } from '../proofs-check/result.js';
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
export const pText = (chance: Chance): string =>
  isCertain(chance) ? `< ${significant(LEAST_P)}` : significant(chance.p, 2);

/** Decided at every level: an identity, where chance plays no part, or evidence beyond what quantiles can tell. */
export const isCertain = ({ p }: Chance): boolean => p <= LEAST_P;
