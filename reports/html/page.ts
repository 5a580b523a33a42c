import type { Run } from '../../proofs-check/result.js';
import { figurePath } from '../names.js';
import type { Page } from '../page.js';
import { byConcern, outcome } from '../verdict.js';
import { claimView } from './claim-view.js';
import { findingsView } from './findings-view.js';
import { FORMULA_STYLE } from './fonts.js';
import { ledgerView } from './ledger-view.js';
import { mapView } from './map-view.js';
import { Markup, html } from './markup.js';
import { scriptHash, scripts } from './scripts.js';
import { STYLE } from './style.js';
import { verdictsView } from './verdicts-view.js';
import { VIEWS } from './views.js';
import { wordsView } from './words-view.js';

/**
 * The whole report as one page that needs nothing beside it: verdicts, map, findings, words, a view for every
 * claim. Pure. `drawings` are the figures' SVG by their paths.
 */
export function htmlPage(run: Run, pages: readonly Page[], drawings: ReadonlyMap<string, string>): string {
  const results = byConcern(run.results);
  const ids = results.map(({ claim }) => claim.id);
  const claims = results.map((result, k) => {
    const page = pages.find((each) => each.result === result)!;
    const drawing = (figureId: string): string => {
      const figure = page.figures.find(({ id }) => id === figureId)!;
      return drawings.get(figurePath(result.claim.id, figure))!;
    };
    return claimView(page, run, { previous: ids[k - 1], next: ids[k + 1] }, drawing);
  });
  return wholePage(run, [
    verdictsView(run, results),
    mapView(run.results),
    findingsView(pages),
    ledgerView(run),
    wordsView(),
    ...claims,
  ]);
}

function wholePage(run: Run, views: readonly Markup[]): string {
  const code = scripts();
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(code)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Theorem check</title>
        <style>
          ${new Markup(FORMULA_STYLE + STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>Theorem check</h1>
          <p class="outcome">${outcome(run)}</p>
          <p class="run">Profile <code>${run.profile}</code>, seed ${run.seed}. Failures come first.</p>
        </header>
        <nav class="contents-bar" aria-label="Report">
          <ul>
            ${CONTENTS.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
          </ul>
        </nav>
        <main>${views}</main>
        ${code.map((script) => new Markup(`<script type="module">${script}</script>\n`))}
      </body>
    </html>`.source;
}

const CONTENTS = [
  [VIEWS.verdicts, 'Verdicts'],
  [VIEWS.map, 'Map'],
  [VIEWS.findings, 'Findings'],
  [VIEWS.ledger, 'Error ledger'],
  [VIEWS.words, 'Words'],
] as const;

/**
 * The page may run its own scripts and nothing else, and load nothing at all. Styles are free, because KaTeX
 * places its glyphs by style attributes; they cannot load anything either.
 */
function policy(code: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${code.map(scriptHash).join(' ')}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
