import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claims } from '../proofs-check/registry.js';
import { evidencePath } from '../reports/evidence-files.js';
import { figurePath, pagePath } from '../reports/names.js';
import { mutated } from './mutated.js';
import { runs } from './bounded.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['theory', 'numerics', 'proofs-check', 'reports', 'cli'];

/** Text that becomes code, or a command. The lint rules say the same; this holds where a comment switches them off. */
const EXECUTES = [
  /\beval\s*\(/,
  /\bFunction\s*\(/,
  /\.constructor\s*\(/,
  /['"](?:node:)?(?:child_process|vm|cluster|repl)['"]/,
  /\bset(?:Timeout|Interval|Immediate)\s*\(\s*['"`]/,
  /\b(?:execSync|execFile|spawn|spawnSync)\s*\(/,
];

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

test.each(FOLDERS)('nothing in %s/ turns text into code or a command', (folder) => {
  const files = sources(folder);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const pattern of EXECUTES) expect(pattern.exec(text)?.[0], file).toBeUndefined();
  }
});

test('these patterns find what they look for', () => {
  const guilty = [
    'eval(x)',
    'new Function("a")',
    'f.constructor("b")',
    "from 'node:child_process'",
    "setTimeout('x')",
    'execSync(c)',
  ];
  guilty.forEach((text, k) => expect(text).toMatch(EXECUTES[k]));
});

const PLACES = [pagePath, evidencePath, (id: string): string => figurePath('claim', { id })];

test('no name leaves the report folder', () => {
  const ids = fc.oneof(
    mutated(fc.constantFrom(...claims.map(({ id }) => id)), [
      '/',
      '..',
      '../',
      '\\',
      '\0',
      '.',
      '%2e',
      ' ',
      'é',
      'C:',
    ]),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '..',
      '../x',
      'a/../../b',
      '/etc/passwd',
      '.',
      '',
      'index',
      'a\0b',
      '-rf',
      'CON.',
      '__proto__',
    ),
  );
  fc.assert(
    fc.property(ids, fc.constantFrom(...PLACES), (id, place) => {
      let path: string;
      try {
        path = place(id);
      } catch (error) {
        expect((error as Error).message).toMatch(/expected letters, digits and single hyphens/);
        return;
      }
      expect(path).toMatch(/^(?:figures\/|evidence\/)?[A-Za-z0-9][A-Za-z0-9-]*\.(?:md|json|svg)$/);
    }),
    { numRuns: runs(1000) },
  );
});

test.each(['..', '../x', 'a/b', '/etc/passwd', '', 'index', 'a\0b', 'a\nb', '-a', 'a--b', 'é'])(
  'the id %j is refused',
  (id) => {
    for (const place of PLACES) expect(() => place(id)).toThrow(/rename the claim or figure/);
  },
);

test('every claim has a page and evidence inside', () => {
  for (const { id } of claims)
    expect([pagePath(id), evidencePath(id)]).toEqual([`${id}.md`, `evidence/${id}.json`]);
});
