import { DOMParser } from 'linkedom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../reports/format.js';
import { junit } from '../../reports/junit.js';
import type { Run } from '../../proofs-check/result.js';
import { CHANCE, control, decision, nastyRun, nastyText, result, run } from './made-up-run.js';
import { unescapeXml, xmlDefect } from './xml-oracle.js';

interface Node {
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Node>;
  querySelector(selector: string): Node | null;
}

function parse(made: Run): Node {
  const xml = junit(made);
  expect(xmlDefect(xml)).toBeUndefined();
  expect(xml).not.toMatch(/\btime(stamp)?=/);
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as Node;
}

const failureTypes = (made: Run): (string | null)[] =>
  Array.from(parse(made).querySelectorAll('failure'), (each) => each.getAttribute('type'));

describe('junit', () => {
  it('has a suite per claim, a case for it, for each control and for each left out', () => {
    const leftOut = [{ ...control, id: 'near', profiles: ['full'] as const }];
    const suites = [...parse(run([result({ leftOut }), result()])).querySelectorAll('testsuite')];
    expect(suites.map((suite) => [suite.getAttribute('tests'), suite.getAttribute('failures')])).toEqual([
      ['3', '0'],
      ['2', '0'],
    ]);
    expect(suites[0].querySelector('skipped')?.getAttribute('message')).toContain('it runs in: full');
  });

  it('fails for whatever keeps a run from passing', () => {
    expect(failureTypes(run([result()]))).toEqual([]);
    expect(failureTypes(run([result({ decision: decision('refuted') })]))).toEqual(['refuted']);
    expect(failureTypes(run([result({ decision: decision('inconclusive') })]))).toEqual(['inconclusive']);
    expect(failureTypes(run([result({ missing: 2 })]))).toEqual(['incomplete']);
    const toothless = result({
      toothless: true,
      controls: [{ control, chance: CHANCE, decision: decision('inconclusive') }],
    });
    expect(failureTypes(run([toothless]))).toEqual(['toothless']);
  });

  it('counts in its root what its suites hold', () => {
    const root = parse(run([result({ missing: 1 }), result({ leftOut: [control] })])).querySelector(
      'testsuites',
    )!;
    expect(['tests', 'failures', 'skipped'].map((key) => root.getAttribute(key))).toEqual(['5', '1', '1']);
  });

  it('carries any text unharmed', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const failure = parse(nastyRun(text)).querySelector('failure')!;
        // linkedom leaves entities in attributes as they are.
        expect(unescapeXml(failure.getAttribute('message')!)).toBe(oneLine(text));
      }),
    );
  });
});
