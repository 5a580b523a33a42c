import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../reports/format.js';
import { nastyRun, nastyText, run } from '../made-up-run.js';
import { TITLE, everyKind, htmlReport } from './made-up-report.js';
import { parseHtml } from './parse-html.js';

const report = htmlReport(everyKind);
const PARTS = [
  'Statement',
  'Decision',
  'Evidence',
  'Controls',
  'Assumptions',
  'Protocol',
  'Derivations',
  'Check this claim again',
];
const ids = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

const page = parseHtml(report);

describe('the HTML report', () => {
  it('renders the same bytes twice', () => {
    expect(htmlReport({ ...everyKind, results: everyKind.results.map((each) => ({ ...each })) })).toBe(
      report,
    );
  });

  it('ends in the mark of a file that theorem-check wrote', () => {
    expect(report.endsWith('</html>\n<!-- written by theorem-check -->\n')).toBe(true);
  });

  it('has the outcome, a row and a view for every claim, and every part of each', () => {
    expect(page.querySelector('.outcome')!.textContent).toMatch(/^FAILED: 4 of 6 claims supported/);
    for (const id of ids) {
      expect(page.querySelector(`#_table a[href="#${id}"]`), id).not.toBeNull();
      const headings = [...page.querySelectorAll(`section#${id} h3`)].map((each) => each.textContent);
      expect(headings).toEqual(expect.arrayContaining([...(id === 'fourth' ? [] : ['Findings']), ...PARTS]));
    }
    expect(page.querySelectorAll('section#sixth figure svg').length).toBe(2);
    expect(page.querySelector('section#fourth')!.textContent).toContain('3 planned units of work missing');
    expect(page.querySelector('section#fifth')!.textContent).toContain('TOOTHLESS');
    expect(page.querySelector('section#fifth')!.textContent).toContain('left-out');
  });

  it('leads from claim to claim in the order of the table, failures first', () => {
    const rows = [...page.querySelectorAll('#_table tbody a')].map((each) => each.getAttribute('href')!);
    expect(rows).toEqual(['#third', '#fifth', '#fourth', '#first', '#second', '#sixth']);
    const next = rows.map((row) => page.querySelector(`section${row} a[rel=next]`)?.getAttribute('href'));
    expect(next).toEqual([...rows.slice(1), undefined]);
    const previous = rows.map((row) => page.querySelector(`section${row} a[rel=prev]`)?.getAttribute('href'));
    expect(previous).toEqual([undefined, ...rows.slice(0, -1)]);
  });

  it('has unique ids, and only links that lead to one', () => {
    const named = [...page.querySelectorAll('[id]')].map((each) => each.id);
    expect(new Set(named).size).toBe(named.length);
    for (const link of page.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href')!;
      expect(href[0] === '#' && named.includes(href.slice(1)), href).toBe(true);
    }
    for (const each of page.querySelectorAll('[aria-labelledby]')) {
      for (const id of each.getAttribute('aria-labelledby')!.split(' ')) expect(named).toContain(id);
    }
    for (const [, id] of report.matchAll(/url\(#([^)]+)\)/g)) expect(named).toContain(id);
  });

  it('shows a hostile title as text', () => {
    expect(page.querySelector('section#first h2')!.textContent).toBe(TITLE);
    expect(report).not.toContain('<script>alert');
  });

  it('keeps markup out, whatever the texts say', () => {
    const usual = { scripts: page.querySelectorAll('script').length };
    fc.assert(
      fc.property(nastyText, (text) => {
        const made = parseHtml(htmlReport(nastyRun(text)));
        expect(made.querySelectorAll('script').length).toBe(usual.scripts);
        expect(made.querySelectorAll('img, iframe, object, embed, link, base').length).toBe(0);
        expect(made.querySelectorAll('[onerror], [onload], [onclick]').length).toBe(0);
        // A formula between two dollar signs is set, all else is literal.
        if (!/\$.*\$/.test(oneLine(text))) {
          expect(made.querySelector('section#T1 h2')!.textContent).toBe(oneLine(text));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('loads nothing: no address but within the page and data for fonts', () => {
    for (const [, address] of report.matchAll(/\b(?:src|href|action|poster|data|srcset)\s*=\s*"([^"]*)"/g)) {
      expect(address).toMatch(/^#/);
    }
    for (const [, address] of report.matchAll(/url\(([^)]*)\)/g)) {
      expect(address.slice(0, 40)).toMatch(/^(?:#|data:font\/woff2;base64,)/);
    }
    expect(report).not.toContain('@import');
  });

  it('has a policy that lets exactly its own scripts run', () => {
    const policy = page.querySelector('meta[http-equiv]')!.getAttribute('content')!;
    const code = Array.from(report.matchAll(/<script type="module">([^]*?)<\/script>/g), ([, text]) => text);
    expect(code.length).toBe(5);
    const hashes = code.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(policy).toContain(`default-src 'none'; script-src ${hashes.join(' ')};`);
    expect(report.match(/<script/g)!.length).toBe(code.length);
  });

  it('says so where nothing was selected', () => {
    const empty = parseHtml(htmlReport(run([], { passed: false })));
    expect(empty.querySelector('.outcome')!.textContent).toMatch(/^INCOMPLETE/);
    expect(empty.querySelector('svg.map')).toBeNull();
  });
});
