import type { Run } from '../proofs-check/result.js';
import { checkNumbers } from './check-numbers.js';
import { renderFigure } from './figures/figure.js';
import { junit } from './junit.js';
import { claimPage } from './markdown/claim-page.js';
import { findingsPage } from './markdown/findings-page.js';
import { indexPage } from './markdown/index-page.js';
import { ledgerPage } from './markdown/ledger-page.js';
import { MARK, figurePath, pagePath } from './names.js';
import { pagesOf } from './page.js';

/**
 * The report of a run, as text by path relative to the report folder. Pure: the same run gives the same bytes;
 * no times, no facts of the machine (those are in report.json, see report-json.ts).
 * @throws RangeError where the run holds NaN; Error where an id cannot name a file, or two files share a name.
 */
export function renderReport(run: Run): Map<string, string> {
  checkNumbers(run);
  const files = new Map<string, string>();
  const add = (path: string, body: string): void => {
    if (files.has(path)) throw new Error(`report: two files are named '${path}', expected one; rename an id`);
    files.set(path, path.endsWith('.xml') ? `${body}\n` : `${body}\n${MARK}\n`);
  };
  const pages = pagesOf(run);
  for (const { result, figures } of pages) {
    for (const figure of figures) add(figurePath(result.claim.id, figure), renderFigure(figure));
  }
  for (const page of pages) add(pagePath(page.result.claim.id), claimPage(page, run));
  add('findings.md', findingsPage(pages));
  add('ledger.md', ledgerPage(run));
  add('junit.xml', junit(run));
  add('index.md', indexPage(run));
  return files;
}
