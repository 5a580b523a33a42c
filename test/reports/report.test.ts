import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../reports/report.js';
import { reportJson } from '../../reports/report-json.js';
import { verdictTable } from '../../reports/verdict-table.js';
import { CHANCE, claim, control, decision, figure, nastyRun, nastyText, result, run } from './made-up-run.js';
import { xmlDefect } from './xml-oracle.js';

const whole = run([
  result(),
  result({
    claim: claim({ id: 'T13', uses: ['T1', 'T99'], figures: () => [figure, { ...figure, id: 'more' }] }),
    decision: decision('inconclusive'),
  }),
]);

describe('renderReport', () => {
  it('has a page per claim, its figures, findings, junit and index', () => {
    expect([...renderReport(whole).keys()]).toEqual([
      'figures/T1-error.svg',
      'figures/T13-error.svg',
      'figures/T13-more.svg',
      'T1.md',
      'T13.md',
      'findings.md',
      'ledger.md',
      'junit.xml',
      'index.md',
    ]);
  });

  it('renders the same bytes twice', () => {
    const again = { ...whole, results: whole.results.map((each) => ({ ...each })) };
    expect([...renderReport(again)]).toEqual([...renderReport(whole)]);
  });

  it('has only links that resolve, whatever the texts say', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const made of [whole, nastyRun(text)]) {
          const files = renderReport(made);
          for (const [path, body] of files) {
            if (!path.endsWith('.md')) continue;
            for (const [, target] of body.matchAll(/(?<!\\)\]\(([^)]*)\)/g)) {
              expect(files.has(posix.join(posix.dirname(path), target)), `${path} → ${target}`).toBe(true);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('links every page from the index and every figure from its page', () => {
    const files = renderReport(whole);
    for (const path of files.keys()) {
      if (path.endsWith('.svg')) expect(files.get(`${/(T\d+)/.exec(path)![1]}.md`)).toContain(`](${path})`);
      else if (path.endsWith('.md') && path !== 'index.md')
        expect(files.get('index.md')).toContain(`](${path})`);
    }
  });

  it('keeps XML well-formed and HTML out, whatever the texts say', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const [path, body] of renderReport(nastyRun(text))) {
          if (path.endsWith('.md')) expect(body).not.toContain('<script');
          else expect(xmlDefect(body), path).toBeUndefined();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('draws and finds nothing where nothing was measured', () => {
    const files = renderReport(run([result({ measured: {}, missing: 4 })], { passed: false }));
    expect([...files.keys()].filter((path) => path.endsWith('.svg'))).toEqual([]);
    expect(files.get('index.md')).toContain('INCOMPLETE (4 units missing)');
    expect(files.get('findings.md')).toContain('No claim of this run reports a difference.');
  });

  it('refuses ids that cannot name files, and files of one name', () => {
    for (const id of ['', '../T1', 'index', 'findings', 'a b', 'a|b']) {
      expect(() => renderReport(run([result({ claim: claim({ id }) })]))).toThrow(
        /rename the claim or figure/,
      );
    }
    expect(() => renderReport(run([result(), result()]))).toThrow(/two files are named/);
  });
});

describe('numbers', () => {
  const broken = [
    result({ decision: decision('supported', { groups: [{ slope: NaN }] }) }),
    result({
      controls: [
        {
          control,
          chance: CHANCE,
          decision: decision('refuted', {
            statistic: { name: 'slope', estimate: 0, interval: [NaN, 1], claimed: '' },
          }),
        },
      ],
    }),
  ];

  it.each(broken)('that are NaN are refused by every kind of report', (each) => {
    const made = run([each]);
    const message = /claim 'T1'.*statistic 'slope'.* is NaN, expected a number/;
    expect(() => renderReport(made)).toThrow(message);
    expect(() => reportJson(made, { seconds: {}, machine: '' })).toThrow(message);
    expect(() => verdictTable(made)).toThrow(message);
  });
});
