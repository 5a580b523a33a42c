import { DOMParser } from 'linkedom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../reports/format.js';
import { junit } from '../../reports/junit.js';
import type { Run } from '../../proofs-check/result.js';
import { CHANCE, control, decision, nastyRun, nastyText, result, run } from './made-up-run.js';
import { unescapeXml, xmlDefect } from './xml-oracle.js';

/** Elements of Jenkins' schema (junit-10.xsd of the xUnit plugin, 2.x) with the attributes that it allows; '!' marks required ones. */
const SCHEMA: Readonly<Record<string, readonly string[]>> = {
  testsuites: ['name', 'time', 'tests', 'failures', 'errors'],
  testsuite: [
    'name!',
    'tests!',
    'failures!',
    'errors!',
    'skipped',
    'file',
    'time',
    'timestamp',
    'hostname',
    'id',
    'package',
  ],
  testcase: ['name!', 'classname', 'time', 'group'],
  failure: ['type', 'message'],
  skipped: ['type', 'message'],
};

function schemaDefects(xml: string): string[] {
  return Array.from(xml.matchAll(/<([a-z]+)((?: [a-z]+="[^"]*")*)\/?>/g)).flatMap(
    ([tag, name, attributes]) => {
      const rules = SCHEMA[name] ?? [];
      const given = Array.from(attributes.matchAll(/ ([a-z]+)="/g), (each) => each[1]);
      const allowed = rules.map((rule) => rule.replace('!', ''));
      const required = rules.filter((rule) => rule.endsWith('!')).map((rule) => rule.slice(0, -1));
      const valid =
        rules.length > 0 &&
        given.every((key) => allowed.includes(key)) &&
        required.every((key) => given.includes(key));
      return valid ? [] : [tag];
    },
  );
}

interface Node {
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Node>;
  querySelector(selector: string): Node | null;
}

function parse(made: Run): Node {
  const xml = junit(made, new Map([['T1', { file: 'proofs-check/t1.ts', line: 12 }]]));
  expect(xmlDefect(xml)).toBeUndefined();
  expect(schemaDefects(xml)).toEqual([]);
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
    expect(['tests', 'failures', 'errors'].map((key) => root.getAttribute(key))).toEqual(['5', '1', '0']);
  });

  it('places a suite in the file of its claim, and a failure at its line', () => {
    const parsed = parse(run([result({ decision: decision('refuted', { reason: 'why' }) })]));
    expect(parsed.querySelector('testsuite')?.getAttribute('file')).toBe('proofs-check/t1.ts');
    expect(
      junit(
        run([result({ decision: decision('refuted', { reason: 'why' }) })]),
        new Map([['T1', { file: 'a.ts', line: 3 }]]),
      ),
    ).toContain('>why (a.ts:3)</failure>');
    expect(junit(run([result()]))).not.toContain('file=');
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
