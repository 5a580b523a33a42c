import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { claimSources } from '../../cli/claim-sources.js';
import { sampleRun, withVerdicts } from '../../examples/readme.js';
import { claims } from '../../proofs-check/registry.js';
import { evidencePath, evidenceText } from '../../reports/evidence-files.js';
import { MANIFEST } from '../../reports/manifest.js';
import { HTML_PATH } from '../../reports/names.js';
import { compareRuns } from '../../reports/comparison/compare.js';
import { parseRecord } from '../../reports/comparison/record.js';
import { reportJson } from '../../reports/report-json.js';
import { renderReport } from '../../reports/report.js';

const ROOT = pathToFileURL(join(import.meta.dirname, '../../'));
const SAMPLE = fileURLToPath(new URL('reports/sample', ROOT));
const run = sampleRun(ROOT);
const rendered = renderReport(run, claimSources());

describe('the committed sample report', () => {
  it('is a complete run of the full profile that passed', () => {
    expect(run.profile).toBe('full');
    expect(run.passed).toBe(true);
  });

  it('is rendered again from its stored evidence, byte for byte', () => {
    for (const [path, text] of rendered) expect(readFileSync(join(SAMPLE, path), 'utf8'), path).toBe(text);
    const committed = readdirSync(SAMPLE, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(SAMPLE.length + 1));
    const expected = [...rendered.keys(), 'report.json', ...claims.map(({ id }) => evidencePath(id))];
    // The manifest names the code that measured; it is checked where it is read (test/cli/resume.test.ts).
    expect(committed.filter((path) => path !== MANIFEST).sort()).toEqual(expected.sort());
  });

  it('has every formula typeset in its HTML, derivations included, and stays below 15 MB', () => {
    const page = rendered.get(HTML_PATH)!;
    expect(page).not.toContain('class="unset"');
    expect(page.match(/class="katex-display"/g)!.length).toBeGreaterThan(500);
    expect(Buffer.byteLength(page)).toBeLessThan(15e6);
  });

  it('has a report.json that differs by times and machine only', () => {
    const timeless = (text: string): string =>
      text.replace(/"seconds": [\d.e+-]+/g, '"seconds": 0').replace(/"machine": "[^"]*"/, '"machine": ""');
    const seconds = Object.fromEntries(claims.map(({ id }) => [id, 0]));
    expect(timeless(readFileSync(join(SAMPLE, 'report.json'), 'utf8'))).toBe(
      timeless(reportJson(run, { seconds, machine: '' })),
    );
  });

  it('is what the baseline of the full profile holds', () => {
    const file = fileURLToPath(new URL('baseline/full.json', ROOT));
    const [baseline, sample] = [file, join(SAMPLE, 'report.json')].map((path) =>
      parseRecord(readFileSync(path, 'utf8'), path),
    );
    expect(compareRuns(baseline, sample).changes).toEqual([]);
  });

  it('has evidence that survives reading and writing', () => {
    for (const { evidence: stored } of run.results) {
      expect(evidenceText(stored)).toBe(readFileSync(join(SAMPLE, evidencePath(stored.claim)), 'utf8'));
    }
  });

  it('gives the verdicts of the README', () => {
    const readme = readFileSync(new URL('README.md', ROOT), 'utf8');
    expect(withVerdicts(readme, run)).toBe(readme);
    expect(readme).toContain('✘ refuted');
  });
});
