import type { Page } from '../page.js';
import { type Markup, html } from './markup.js';
import { blocks, prose } from './prose.js';
import { VIEWS, view } from './views.js';

/** Where the paper as printed and the measurements differ: a list, then all in full. */
export function findingsView(pages: readonly Page[]): Markup {
  const found = pages.flatMap(({ result: { claim }, findings }) =>
    findings.map((finding, k) => ({ ...finding, claim, id: findingId(claim.id, k) })),
  );
  const body =
    found.length === 0
      ? html`<p>No claim of this run reports a difference.</p>`
      : html`<p>Where the paper as printed and the measurements differ.</p>
          <ol class="contents">
            ${found.map(({ title, id }) => html`<li><a href="#${id}">${prose(title)}</a></li> `)}
          </ol>
          ${found.map(
            ({ title, text, claim, id }) =>
              html`<article class="finding" id="${id}">
                <h3>${prose(title)}</h3>
                ${blocks(text)}
                <p class="source">Measured by <a href="#${claim.id}">${claim.id}</a>.</p>
              </article> `,
          )}`;
  return view(VIEWS.findings, 'Findings', body);
}

/** Where a claim's k-th finding is found on the page. */
export function findingId(claimId: string, k: number): string {
  return `${claimId}.finding-${k + 1}`;
}
