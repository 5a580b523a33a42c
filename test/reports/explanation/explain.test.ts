import { describe, expect, test } from 'vitest';
import { explanation } from '../../../reports/explanation/explain.js';
import { wordsIn } from '../../../reports/explanation/glossary.js';
import { reportedRun } from '../../../reports/explanation/reported-claim.js';
import { reportJson } from '../../../reports/report-json.js';
import { claims } from '../../../proofs-check/registry.js';
import { claim, decision, result, run } from '../made-up-run.js';

const reported = (...results: Parameters<typeof run>[0][number][]) =>
  reportedRun.parse(JSON.parse(reportJson(run(results), { seconds: {}, machine: '' })));
/** The section under a heading, as one line. */
const section = (text: string, heading: string): string =>
  text.split(`## ${heading}\n`)[1].split('\n## ')[0].replaceAll(/\s+/g, ' ').trim();

describe.each(claims.map((each) => [each.id, each] as const))('%s explained', (_, each) => {
  const text = explanation(each);

  test('has the brief, what would refute it, and every false version', () => {
    expect(section(text, 'In brief')).toBe(each.inBrief);
    for (const { title, because } of each.controls)
      expect(section(text, 'What would refute it')).toContain(
        `${title}; false because ${because}`.replaceAll(/\s+/g, ' '),
      );
    expect(section(text, 'What came out')).toBe(
      `No report is at hand; \`theorem-check run ${each.id}\` measures it.`,
    );
  });

  test('explains the words of its brief, and no others', () => {
    const terms = [...section(text, 'Words').matchAll(/\*\*(.+?)\*\*: \S/g)].map(([, term]) => term);
    expect(terms.length).toBeGreaterThan(1);
    expect(terms).toEqual(wordsIn(each.inBrief).map(({ term }) => term));
  });

  test('fits a terminal of 80 columns, but for the title', () => {
    const lines = text.split('\n').slice(1);
    expect(lines.filter((line) => Array.from(line).length > 80)).toEqual([]);
  });
});

describe('what came out', () => {
  test('verdict, number, interval, and what the number means', () => {
    const text = section(explanation(claim(), reported(result())), 'What came out');
    expect(text).toContain(
      '**supported**, with 1 of 1 false version refuted (profile quick, seed 7, 1 piece of work)',
    );
    expect(text).toContain('“slope”: -0.4931, interval [-0.52, -0.47]; claimed is ≤ −1/2.');
    expect(text).not.toContain('toothless');
  });

  test('a toothless claim is called so', () => {
    const controls = [{ ...result().controls[0], decision: decision('supported') }];
    const text = section(
      explanation(claim(), reported(result({ controls, toothless: true }))),
      'What came out',
    );
    expect(text).toContain('0 of 1 false version refuted');
    expect(text).toContain('the claim is toothless');
  });

  test('an incomplete one has no verdict, and a report without the claim says so', () => {
    expect(section(explanation(claim(), reported(result({ missing: 2 }))), 'What came out')).toBe(
      'Incomplete: 2 pieces of work missing, so there is no verdict yet.',
    );
    expect(section(explanation(claims[0], reported(result())), 'What came out')).toMatch(
      /^The report at hand does not have this claim/,
    );
  });
});
