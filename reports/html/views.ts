import { type Markup, type Part, html } from './markup.js';

/** Ids of the views that are no claim's; a claim's view has its id, which never begins with an underscore. */
export const VIEWS = {
  verdicts: '_verdicts',
  map: '_map',
  findings: '_findings',
  ledger: '_ledger',
  words: '_words',
} as const;

/** A part of the report that the browser shows by itself; all of them are on paper, and without JavaScript. */
export function view(id: string, title: Part, body: Part, before: Part = ''): Markup {
  return html`<section class="view" id="${id}" aria-labelledby="${id}.title">
    ${before}
    <h2 id="${id}.title" tabindex="-1">${title}</h2>
    ${body}
  </section> `;
}
