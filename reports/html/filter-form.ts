import type { Result } from '../../proofs-check/result.js';
import { type Markup, html } from './markup.js';

/** The words under which the filter finds a result. */
export function statesOf({ decision, toothless, missing }: Result): string[] {
  return [decision.verdict, ...(toothless ? ['toothless'] : []), ...(missing > 0 ? ['incomplete'] : [])];
}

/** Hidden until browser/filter.ts runs. */
export function filterForm(results: readonly Result[]): Markup {
  const states = results.flatMap(statesOf);
  const kinds = results.map(({ claim }) => claim.kind);
  return html`<form id="_filter" role="search" aria-label="Filter the verdicts" hidden>
    <label
      >Search <input type="search" name="text" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"
    /></label>
    <label
      >Verdict
      <select name="verdict">
        ${options(states)}
      </select></label
    >
    <label
      >Kind
      <select name="kind">
        ${options(kinds)}
      </select></label
    >
    <output aria-live="polite"></output>
    <p class="hint">
      <kbd>/</kbd> search, <kbd>↑</kbd> <kbd>↓</kbd> from claim to claim, <kbd>Enter</kbd> opens,
      <kbd>Esc</kbd> clears
    </p>
  </form>`;
}

/** All, then each word that occurs, with how often it does. */
function options(words: readonly string[]): Markup {
  const counts = [...new Set(words)].map((word) => [word, words.filter((each) => each === word).length]);
  return html`<option value="">all</option>
    ${counts.map(([word, count]) => html`<option value="${word}">${word} (${count})</option>`)}`;
}
