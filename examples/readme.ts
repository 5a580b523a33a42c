import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { claims } from '../proofs-check/registry.js';
import type { Run } from '../proofs-check/result.js';
import { judgeRun } from '../proofs-check/verdict.js';
import { outcome } from '../reports/verdict.js';
import { evidencePath, readEvidence } from '../reports/evidence-files.js';
import { summaryTable } from '../reports/markdown/summary.js';

const MARKED = /(<!-- verdicts -->\n)[^]*(<!-- \/verdicts -->)/;

/** The committed sample report, judged anew from its evidence. */
export function sampleRun(root: URL): Run {
  const evidence = claims.map(({ id }) =>
    readEvidence(fileURLToPath(new URL(`reports/sample/${evidencePath(id)}`, root))),
  );
  return judgeRun(evidence[0].profile, evidence[0].seed, evidence);
}

/** The README with the outcome of the sample report in its first screen, the verdicts folded below it. */
export function withVerdicts(readme: string, run: Run): string {
  const verdicts = [
    `**${outcome(run)}** ([full profile](reports/sample/index.md), [findings](reports/sample/findings.md) where paper and measurement differ)`,
    '<details><summary>All statements and their verdicts</summary>',
    summaryTable(run, 'reports/sample'),
    '</details>',
  ].join('\n\n');
  return readme.replace(MARKED, (_, open: string, close: string) => `${open}${verdicts}\n${close}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('../../', import.meta.url);
  const file = new URL('README.md', root);
  writeFileSync(file, withVerdicts(readFileSync(file, 'utf8'), sampleRun(root)));
}
