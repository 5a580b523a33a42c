import { NUMBERS_EXPLAINED, VERDICT_WORDS } from '../words.js';
import { type Markup, html } from './markup.js';
import { VIEWS, view } from './views.js';

/** What the words of the report mean. */
export function wordsView(): Markup {
  const meanings = VERDICT_WORDS.map(
    ([word, meaning]) =>
      html`<div>
        <dt>${word}</dt>
        <dd>${meaning}</dd>
      </div> `,
  );
  return view(
    VIEWS.words,
    'What the words mean',
    html`<dl class="words">${meanings}</dl>
      <p>${NUMBERS_EXPLAINED}</p>`,
  );
}
