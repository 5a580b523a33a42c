import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claims } from '../../../proofs-check/registry.js';
import { BIBLIOGRAPHY } from '../../../reports/citations/bibliography.js';
import { parseBibliography, type BibEntry } from '../../../reports/citations/bib-entry.js';
import { cite, mention, moduleOf, SOFTWARE } from '../../../reports/citations/cite.js';
import { ROOT } from '../../cli/command.js';

const entries = parseBibliography(BIBLIOGRAPHY);
const { version, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};
const publications = entries.filter(({ type }) => type !== 'software');
const keys = (bibtex: string): string[] => parseBibliography(bibtex).map(({ key }) => key);
const cited = (...ids: string[]): string[] => keys(cite(claims.filter(({ id }) => ids.includes(id))));

describe('the bibliography', () => {
  test('has each key once, and the fields that its kind needs', () => {
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    const needed: Readonly<Record<string, readonly string[]>> = {
      article: ['author', 'title', 'journal', 'year'],
      inproceedings: ['author', 'title', 'booktitle', 'year'],
      book: ['author', 'title', 'publisher', 'year'],
      misc: ['author', 'title', 'eprint', 'year'],
      software: ['author', 'title', 'version'],
    };
    for (const { type, key, fields } of entries) {
      expect(Object.keys(needed), key).toContain(type);
      for (const name of needed[type]) expect(Object.keys(fields), key).toContain(name);
      expect(
        Object.values(fields).filter((value) => value.trim() === ''),
        key,
      ).toEqual([]);
      if ('year' in fields) expect(fields.year, key).toMatch(/^(19|20)\d\d$/);
    }
  });

  test('names the versions that are installed', () => {
    for (const { type, key, fields } of entries.filter((entry) => entry.type === 'software'))
      expect(fields.version, `${type} ${key}`).toBe(key === SOFTWARE ? version : dependencies[fields.title]);
  });

  test('has nothing that no run rests on', () => {
    expect(entries.map(({ key }) => key)).toEqual(keys(cite(claims)));
  });
});

/** "Hall and Meyer 1976", "Lee et al. (2019)", "Wang, Du and Shen (2013)". */
const NAMED =
  /\p{Lu}[\p{L}-]+(?:, \p{Lu}[\p{L}-]+)*(?:(?: and \p{Lu}[\p{L}-]+)| et al\.)? \(?(?:19|20)\d\d\b/gu;

describe.each(claims.map((claim) => [claim.id, claim] as const))('%s', (id, claim) => {
  test('has an entry for every publication that it names', () => {
    const text = [claim.source, claim.statement, claim.protocol].join('\n');
    const names = [...text.matchAll(NAMED)].map(([name]) => name);
    const known = (name: string): BibEntry | undefined =>
      publications.find((entry) => mention(entry).test(name));
    expect(names.filter((name) => known(name) === undefined)).toEqual([]);
    for (const name of names) expect(cited(id)).toContain(known(name)!.key);
  });

  test('has one compiled module, of its own name', () => {
    expect(moduleOf(claim)).toHaveLength(1);
  });
});

describe('what a run rests on', () => {
  test('always this software, the paper, the error budget, random numbers and figures', () => {
    for (const { id } of claims)
      expect(cited(id)).toEqual(
        expect.arrayContaining([SOFTWARE, 'jin-montufar-2023', 'holm-1979', 'pure-rand', 'observable-plot']),
      );
  });

  test('packages and methods of the claims that were selected, and no others', () => {
    expect(cited('penalty-functions')).toEqual(
      expect.arrayContaining(['nerdamer', 'algebrite', 'schwartz-1980']),
    );
    expect(cited('penalty-functions')).not.toContain('quadprog-js');
    expect(cited('variational-qp')).toEqual(expect.arrayContaining(['quadprog-js', 'goldfarb-idnani-1983']));
    for (const key of ['nerdamer', 'jstat', 'stone-1982']) expect(cited('variational-qp')).not.toContain(key);
    expect(cited('early-stopping-rate')).toEqual(
      expect.arrayContaining(['stone-1982', 'mackinnon-white-1985']),
    );
    expect(cited('linearization')).toEqual(expect.arrayContaining(['lee-2019', 'lai-2023']));
  });

  test('a claim from outside the package is cited by its texts', () => {
    const found = keys(cite([{ ...claims[0], id: 'own-claim', source: 'after Stone (1982)' }]));
    expect(found).toContain('stone-1982');
    expect(found).not.toContain('nerdamer');
  });
});

test('CITATION.cff tells the same as the bibliography', () => {
  const cff = readFileSync(join(ROOT, 'CITATION.cff'), 'utf8');
  const [software] = entries.filter(({ key }) => key === SOFTWARE);
  const [paper] = entries.filter(({ key }) => key === 'jin-montufar-2023');
  const lines = cff.split('\n').map((line) => line.trim());
  for (const line of [
    `title: '${software.fields.title}'`,
    `version: ${version}`,
    `- name: ${software.fields.author.replaceAll(/[{}]/g, '')}`,
    `title: ${paper.fields.title}`,
    `journal: ${paper.fields.journal}`,
    `volume: ${paper.fields.volume}`,
    `year: ${paper.fields.year}`,
    `url: ${paper.fields.url}`,
  ])
    expect(lines).toContain(line);
});
