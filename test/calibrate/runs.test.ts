import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFreshRuns } from '../../calibrate/fresh-runs.js';
import { finishedRuns, followsPlan, readRun } from '../../calibrate/runs.js';
import { claims } from '../../proofs-check/registry.js';
import { furtherUnits } from '../../proofs-check/stages.js';
import { evidencePath, evidenceText } from '../../reports/evidence-files.js';
import { checksum, MANIFEST, manifestText } from '../../reports/manifest.js';
import { CLAIM, madeUpEvidence } from './made-up-evidence.js';

describe('stored runs', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'calibrate-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const evidence = madeUpEvidence({ noise: 0.4 });
  const store = (seed: number, finished = true): string => {
    const run = join(folder, `seed-${seed}`);
    mkdirSync(join(run, 'evidence'), { recursive: true });
    writeFileSync(join(run, evidencePath(CLAIM.id)), evidenceText(evidence));
    const key = { code: 'code', profile: 'quick', seed } as const;
    const sums = { [CLAIM.id]: checksum(evidenceText(evidence)) };
    writeFileSync(join(run, MANIFEST), manifestText({ key, claims: [CLAIM.id], evidence: sums }));
    if (finished) writeFileSync(join(run, 'report.json'), '{}');
    return run;
  };

  it('are those with a report, in the order of their names', () => {
    const [second, first] = [store(8), store(7)];
    store(9, false);
    expect(finishedRuns(folder)).toEqual([first, second]);
    expect(finishedRuns(join(folder, 'nowhere'))).toEqual([]);
  });

  it('are read for the claims whose evidence follows the plan; the others are named', () => {
    const run = readRun(store(7), claims.slice(0, 2).concat(CLAIM), 'quick');
    expect(run.evidence).toEqual([evidence]);
    expect(run.stale).toEqual(claims.slice(0, 2).map(({ id }) => id));
    expect(run.code).toBe('code');
    expect(readRun(store(7), [CLAIM], 'full').stale).toEqual([CLAIM.id]);
  });

  it('are not believed where a file is not the one that was written', () => {
    const run = store(7);
    writeFileSync(join(run, evidencePath(CLAIM.id)), evidenceText({ ...evidence, seed: 8 }));
    expect(readRun(run, [CLAIM], 'quick')).toMatchObject({ evidence: [], stale: [CLAIM.id] });
  });

  it('follow the plan with all its units, and a further stage if need be', () => {
    const { units } = evidence;
    expect(followsPlan(CLAIM, 'quick', evidence)).toBe(true);
    expect(followsPlan(CLAIM, 'quick', { ...evidence, units: units.slice(1) })).toBe(false);
    const further = furtherUnits(CLAIM, 'quick').map((unit) => ({ unit, measured: {} }));
    expect(followsPlan(CLAIM, 'quick', { ...evidence, units: [...units, ...further] })).toBe(true);
    const other = { unit: { id: 'n=1/0' }, measured: {} };
    expect(followsPlan(CLAIM, 'quick', { ...evidence, units: [...units, other] })).toBe(false);
  });

  it('are not made again', async () => {
    store(7);
    const said: string[] = [];
    await makeFreshRuns({ folder, profile: 'quick', firstSeed: 7, count: 1, say: (text) => said.push(text) });
    expect(said).toEqual([]);
  });

  it('must be there: the command says in one line what to do, and writes nothing', () => {
    const result = spawnSync(process.execPath, ['dist/calibrate/main.js', '--folder', folder], {
      encoding: 'utf8',
    });
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(/^theorem-check: no finished run below .*; make some with --runs 50\n$/);
  });
});
