import type { Run } from '../proofs-check/result.js';
import { checkNumbers } from './check-numbers.js';
import { renderFigure } from './figures/figure.js';
import { htmlPage } from './html/page.js';
import { junit } from './junit.js';
import { claimPage } from './markdown/claim-page.js';
import { findingsPage } from './markdown/findings-page.js';
import { indexPage } from './markdown/index-page.js';
import { jobSummary } from './markdown/job-summary.js';
import { ledgerPage } from './markdown/ledger-page.js';
import { HTML_PATH, MARK, figurePath, pagePath } from './names.js';
import { pagesOf } from './page.js';
import type { Sources } from './sources.js';

/**
 * The report of a run, as text by path relative to the report folder. Pure: the same run gives the same bytes;
 * no times, no facts of the machine (those are in report.json, see report-json.ts). `sources` places claims for junit.xml.
 * @throws RangeError where the run holds NaN; Error where an id cannot name a file, or two files share a name.
 */
export function renderReport(run: Run, sources: Sources = new Map()): Map<string, string> {
  checkNumbers(run);
  const files = new Map<string, string>();
  const add = (path: string, body: string): void => {
    if (files.has(path)) throw new Error(`report: two files are named '${path}', expected one; rename an id`);
    files.set(path, path.endsWith('.xml') ? `${body}\n` : `${body}\n${MARK}\n`);
  };
  const pages = pagesOf(run);
  const drawings = new Map<string, string>();
  for (const { result, figures } of pages) {
    for (const figure of figures) {
      const path = figurePath(result.claim.id, figure);
      const svg = renderFigure(figure);
      add(path, svg);
      drawings.set(path, svg);
    }
  }
  for (const page of pages) add(pagePath(page.result.claim.id), claimPage(page, run));
  add('findings.md', findingsPage(pages));
  add('ledger.md', ledgerPage(run));
  add('junit.xml', junit(run, sources));
  add('summary.md', jobSummary(run));
  add('index.md', indexPage(run));
  add(HTML_PATH, htmlPage(run, pages, drawings));
  return files;
}
