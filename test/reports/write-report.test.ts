import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderReport } from '../../reports/report.js';
import { writeReport } from '../../reports/write-report.js';
import { claim, result, run } from './made-up-run.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'theorem-report-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const listing = (): string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();

describe('writeReport', () => {
  it('writes every file whole and leaves no temporary one', async () => {
    const files = renderReport(run([result()]));
    await writeReport(join(dir, 'deep'), files);
    for (const [path, body] of files) expect(readFileSync(join(dir, 'deep', path), 'utf8')).toBe(body);
    expect(listing().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('removes what an earlier run left, and nothing that it does not own', async () => {
    await writeReport(dir, renderReport(run([result(), result({ claim: claim({ id: 'T9' }) })])));
    writeFileSync(join(dir, 'notes.md'), 'mine');
    writeFileSync(join(dir, 'report.json'), '{}');
    mkdirSync(join(dir, 'figures', 'evidence'));
    writeFileSync(join(dir, 'figures', 'mine.svg'), '<svg/>');
    await writeReport(dir, renderReport(run([result()])));
    expect(existsSync(join(dir, 'T9.md'))).toBe(false);
    expect(existsSync(join(dir, 'figures', 'T9-error.svg'))).toBe(false);
    expect(listing()).toEqual(
      expect.arrayContaining([
        'T1.md',
        'notes.md',
        'report.json',
        join('figures', 'mine.svg'),
        join('figures', 'T1-error.svg'),
      ]),
    );
  });

  it('stays in its folder', async () => {
    for (const path of ['../escaped.md', '/escaped.md', 'a/../../escaped.md']) {
      await expect(writeReport(join(dir, 'in'), new Map([[path, 'x']]))).rejects.toThrow(
        /expected one inside the report folder/,
      );
    }
    expect(listing()).toEqual([]);
  });

  it('changes nothing where one of the files cannot be written', async () => {
    await writeReport(dir, new Map([['T1.md', 'old']]));
    const files = new Map([
      ['T1.md', 'new'],
      [`${'long'.repeat(100)}.md`, 'x'],
    ]);
    await expect(writeReport(dir, files)).rejects.toThrow(/ENAMETOOLONG/);
    expect(listing()).toEqual(['T1.md']);
    expect(readFileSync(join(dir, 'T1.md'), 'utf8')).toBe('old');
  });

  it('leaves the old file where the new one cannot be put in place', async () => {
    mkdirSync(join(dir, 'T1.md', 'occupied'), { recursive: true });
    await expect(writeReport(dir, new Map([['T1.md', 'x']]))).rejects.toThrow();
    expect(listing()).toEqual(['T1.md', join('T1.md', 'occupied')]);
  });
});
