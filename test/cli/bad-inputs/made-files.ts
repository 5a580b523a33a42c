import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const numbered = (count: number, name: (k: number) => string): string[] =>
  Array.from({ length: count }, (_, k) => name(k));
const wideTable = (columns: number): string =>
  ['y', '1', '2']
    .map((last) => [...numbered(columns, (k) => (last === 'y' ? `a${k}` : last)), last].join())
    .join('\n');

/** Files that git or an editor would spoil, or that are too large to keep. */
export const MADE: Readonly<Record<string, () => string | Uint8Array>> = {
  'latin-1.csv': () => Buffer.from('größe,y\n1,2\n2,3\n', 'latin1'),
  'latin-1-below.csv': () => Buffer.from('x,y\n1,2\n2,3°\n', 'latin1'),
  'utf-16.csv': () => utf16('\uFEFFx,y\n1,2\n2,3\n'),
  'utf-16-no-mark.csv': () => utf16('x,y\n1,2\n2,3\n'),
  'nul.csv': () => 'x,y\n1,2\0\n',
  'gzip.csv': () => Buffer.from('1f8b0800000000000003abd0a9e432d431e232d2310600c5c31a0b0d000000', 'hex'),
  'mark-only.csv': () => '\uFEFF',
  'blank-lines.csv': () => '\n \r\n\t\n',
  'long-line.csv': () => `x,y\n1,${'2'.repeat(10_000_000)}\n`,
  'long-number.csv': () => `x,y\n${'1'.repeat(1_000_000)}x,2\n`,
  'long-name.csv': () => `${'x'.repeat(900_000)},y\n1,2\n3,4\n`,
  'many-lines.csv': () => `x\n${'1\n'.repeat(3_000_000)}`,
  'many-columns.csv': () => wideTable(100_000),
  'many-inputs.csv': () => wideTable(500),
  'many-points.csv': () => `x,y\n${numbered(3000, (k) => `${k},${k % 7}\n`).join('')}`,
  'units-deep.json': () => `{"w": ${'['.repeat(200_000)}${']'.repeat(200_000)}, "b": [0], "a": [1], "d": 0}`,
};

/** Folders, pipes and links. */
export function makePlaces(folder: string): void {
  const at = (name: string): string => join(folder, name);
  for (const name of ['folder', 'foreign', 'evidence-is-a-file']) mkdirSync(at(name));
  writeFileSync(at('foreign/index.md'), '# My own page\n');
  writeFileSync(at('evidence-is-a-file/evidence'), 'not a folder\n');
  symlinkSync('nowhere', at('a-link-to-nowhere'));
  symlinkSync('a-link-to-itself', at('a-link-to-itself'));
  const { status } = spawnSync('mkfifo', [at('a-pipe')]);
  if (status !== 0) throw new Error('mkfifo: no named pipe could be made; these tests need a POSIX system');
}
