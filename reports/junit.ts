import type { Control, Decision } from '../proofs-check/claim.js';
import type { ControlResult, Result, Run } from '../proofs-check/result.js';
import { counted, escapeXml, oneLine } from './format.js';
import type { Source, Sources } from './sources.js';

/**
 * The run for continuous integration: a test suite per claim, a test case for it and for each control. The elements and attributes
 * are those of the schema by which Jenkins validates (junit-10.xsd of its xUnit plugin), which GitLab and GitHub's readers
 * understand too: it places a suite, not a test case, in a file, so the line stands in the text of a failure.
 */
export function junit(run: Run, sources: Sources = new Map()): string {
  const suites = run.results.map((result) => testSuite(result, sources.get(result.claim.id)));
  const total = (key: 'tests' | 'failures'): number => suites.reduce((sum, suite) => sum + suite[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="theorem-check" tests="${total('tests')}" failures="${total('failures')}" errors="0">`,
    ...suites.map((suite) => suite.xml),
    '</testsuites>',
  ].join('\n');
}

interface TestCase {
  readonly name: string;
  readonly failure?: { readonly type: string; readonly message: string };
  readonly skipped?: string;
}

function testSuite(
  result: Result,
  source: Source | undefined,
): { tests: number; failures: number; xml: string } {
  const { claim, controls, leftOut } = result;
  const cases = [claimCase(result), ...controls.map(controlCase), ...leftOut.map(leftOutCase)];
  const counts = {
    tests: cases.length,
    failures: cases.filter((each) => each.failure !== undefined).length,
    errors: 0,
    skipped: leftOut.length,
    ...(source && { file: attribute(source.file) }),
  };
  const attributes = Object.entries(counts).map(([key, count]) => ` ${key}="${count}"`);
  const lines = cases.map((each) => testCase(claim.id, each, source));
  const xml = [
    `  <testsuite name="${attribute(claim.id)}"${attributes.join('')}>`,
    ...lines,
    '  </testsuite>',
  ];
  return { ...counts, xml: xml.join('\n') };
}

/** A claim passes when it is supported by complete evidence; a toothless control fails in its own case. */
function claimCase({ claim, decision: { verdict, reason }, missing }: Result): TestCase {
  const name = `claim: ${claim.title}`;
  if (verdict === 'supported' && missing === 0) return { name };
  const incomplete = missing > 0 ? `INCOMPLETE, ${counted(missing, 'unit')} missing: ` : '';
  return {
    name,
    failure: { type: verdict === 'supported' ? 'incomplete' : verdict, message: incomplete + reason },
  };
}

function controlCase({ control, decision }: ControlResult): TestCase {
  const name = `control is refuted: ${control.id}`;
  return decision.verdict === 'refuted' ? { name } : { name, failure: notRefuted(decision) };
}

function notRefuted({ verdict, reason }: Decision): { type: string; message: string } {
  return { type: 'toothless', message: `a false version of the claim came out ${verdict}: ${reason}` };
}

function leftOutCase({ id, profiles }: Control): TestCase {
  const where = profiles?.join(', ') || 'none yet';
  return { name: `control is refuted: ${id}`, skipped: `no power in this profile; it runs in: ${where}` };
}

function testCase(suite: string, { name, failure, skipped }: TestCase, source: Source | undefined): string {
  const open = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}"`;
  if (failure !== undefined) {
    const message = attribute(failure.message);
    const place = source ? ` (${attribute(source.file)}:${source.line})` : '';
    return `${open}><failure type="${failure.type}" message="${message}">${message}${place}</failure></testcase>`;
  }
  return skipped === undefined
    ? `${open}/>`
    : `${open}><skipped message="${attribute(skipped)}"/></testcase>`;
}

const attribute = (value: string): string => escapeXml(oneLine(value));
