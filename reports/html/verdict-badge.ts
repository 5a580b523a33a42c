import type { Verdict } from '../../proofs-check/claim.js';
import type { Result } from '../../proofs-check/result.js';
import { standing, verdictText } from '../verdict.js';
import { type Markup, html } from './markup.js';

/** The verdict on a claim with all that takes from its meaning, as a coloured label; its sign says it without colour. */
export function standingBadge(result: Result): Markup {
  const look = result.toothless ? 'toothless' : result.decision.verdict;
  return html`<span class="badge ${look}">${standing(result)}</span>`;
}

export function verdictBadge(verdict: Verdict): Markup {
  return html`<span class="badge ${verdict}">${verdictText(verdict)}</span>`;
}
