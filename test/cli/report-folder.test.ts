import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forgetUnits, openFolder, UNITS_FOLDER } from '../../cli/report-folder.js';
import { claims } from '../../proofs-check/registry.js';
import { MANIFEST, manifestText } from '../../reports/manifest.js';
import { MARK } from '../../reports/names.js';
import { scratchFolder } from './command.js';

const scratch = scratchFolder();
const MINE = 'mine';

function folderWith(name: string, ...files: readonly (readonly [path: string, text: string])[]): string {
  const folder = join(scratch.path, name);
  mkdirSync(folder);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const manifest = manifestText({
  key: { code: 'code', profile: 'quick', seed: 1 },
  claims: ['kernel-norm'],
  evidence: {},
});

describe('a report folder', () => {
  it.each([
    'index.md',
    'ledger.md',
    'summary.md',
    'report.html',
    'junit.xml',
    'report.json',
    'manifest.json',
    `${claims[0].id}.md`,
    `evidence/${claims[0].id}.json`,
    'figures/mine.svg',
    'units/notes.txt',
    `units/${MANIFEST}`,
  ])('is refused where somebody else has %s, which stays as it is', (path) => {
    const folder = folderWith(path.replace('/', '-'), [path, MINE]);
    expect(() => openFolder(folder)).toThrow(
      `${path} was not written by theorem-check; choose another folder`,
    );
    expect(readFileSync(join(folder, path), 'utf8')).toBe(MINE);
  });

  it('may hold what no report has', () => {
    const folder = folderWith('others', ['notes.txt', MINE], ['data/x.csv', MINE], ['README.md', MINE]);
    openFolder(folder)();
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe(MINE);
  });

  it('is taken up where it has a report of ours, or the units of a run that goes on', () => {
    openFolder(folderWith('report', ['index.md', `# Report\n${MARK}\n`], ['summary.md', 'ours']))();
    openFolder(
      folderWith('going-on', [`units/${MANIFEST}`, manifest], [`units/${'0'.repeat(32)}.jsonl`, '']),
    )();
  });

  it('keeps what lies beside finished units when these are forgotten', () => {
    const ours = `${UNITS_FOLDER}/${'0'.repeat(32)}.jsonl`;
    const folder = folderWith(
      'beside',
      [`units/${MANIFEST}`, manifest],
      [ours, ''],
      ['units/notes.txt', MINE],
    );
    forgetUnits(folder);
    expect([ours, `units/${MANIFEST}`].filter((path) => existsSync(join(folder, path)))).toEqual([]);
    expect(readFileSync(join(folder, 'units/notes.txt'), 'utf8')).toBe(MINE);
    const other = folderWith('alone', [`units/${MANIFEST}`, manifest], [ours, '']);
    forgetUnits(other);
    expect(existsSync(join(other, UNITS_FOLDER))).toBe(false);
  });
});
