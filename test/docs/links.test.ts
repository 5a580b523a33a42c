import { existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../cli/command.js';
import { document, documents, prose } from './documents.js';

const LINK = /!?\[(?:[^\][]|\[[^\]]*\])*\]\(([^)\s]+)\)/g;

/** The anchors of a page as GitHub makes them of its headings; a repeated one gets a number. */
function anchors(path: string): Set<string> {
  const met = new Map<string, number>();
  const slugs = [...prose(document(path)).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading]) => {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const before = met.get(slug) ?? 0;
    met.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set(slugs);
}

function problem(folder: string, path: string, target: string): string | undefined {
  const [file, anchor] = target.split('#') as [string, string?];
  const where = file === '' ? path : normalize(join(folder, decodeURI(file)));
  if (where.startsWith('..')) return `${target} leads out of the repository`;
  if (!existsSync(join(ROOT, where))) return `${target}: no such file`;
  if (anchor === undefined) return undefined;
  if (statSync(join(ROOT, where)).isDirectory() || !where.endsWith('.md'))
    return `${target}: anchor into no page`;
  return anchors(where).has(anchor) ? undefined : `${target}: no such heading`;
}

describe.each(documents().map((each) => [each.path, each] as const))('%s', (path, each) => {
  test('every relative link leads to a file, every anchor to a heading', () => {
    const targets = [...prose(each).matchAll(LINK)].map(([, target]) => target);
    const relative = targets.filter((target) => !/^[a-z]+:/i.test(target));
    const problems = relative.flatMap((target) => problem(each.folder, path, target) ?? []);
    expect(problems).toEqual([]);
  });
});

test.each([
  ['nowhere.md', /no such file/],
  ['README.md#nowhere', /no such heading/],
  ['../elsewhere.md', /out of the repository/],
  ['package.json#name', /no page/],
])('a broken link is found: %s', (target, message) => {
  expect(problem('.', 'README.md', target)).toMatch(message);
});

test.each(['README.md#two-commands', '#two-commands', 'theory/', 'examples/README.md#oxygen-demandcsv'])(
  'a good one is not: %s',
  (target) => expect(problem('.', 'README.md', target)).toBeUndefined(),
);
