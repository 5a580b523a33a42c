import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBibliography } from '../../../reports/citations/bib-entry.js';

describe('an entry of a bibliography', () => {
  test('has type, key, fields and its own text', () => {
    const text = String.raw`@Article{a-b.1,
  author = {Mont{\'u}far, Guido},
  title = {On {$\mathbb{R}$}, = and @},
}`.replace(',\n}', '\n}');
    const [entry, ...others] = parseBibliography(`\n${text}\n\n`);
    expect(others).toEqual([]);
    expect(entry).toEqual({
      type: 'article',
      key: 'a-b.1',
      fields: { author: String.raw`Mont{\'u}far, Guido`, title: String.raw`On {$\mathbb{R}$}, = and @` },
      text,
    });
  });

  test.each([
    ['stray text', 'x @article{a, title = {b}}', /got "x @article.*expected an entry/],
    ['no key', '@article{, title = {b}}', /expected an entry/],
    ['no field', '@article{a,}', /expected a field of a/],
    ['quotes for braces', '@article{a, title = "b"}', /expected a field of a/],
    ['an open brace', '@article{a, title = {b}', /expected a comma or the end of a/],
    ['an open value', '@article{a, title = {b{c}', /a brace of a is not closed/],
    ['a missing comma', '@article{a, title = {b} year = {1}}', /expected a comma/],
    ['a field twice', '@article{a, title = {b}, title = {c}}', /two fields title/],
  ])('%s is refused with its place', (_, text, message) => {
    expect(() => parseBibliography(text)).toThrow(message);
  });

  test('any values in balanced braces come back as they are', () => {
    const value = fc.letrec<{ value: string }>((tie) => ({
      value: fc
        .array(
          fc.oneof(
            { depthSize: 'small' },
            fc.stringMatching(/^[^{}]{0,5}$/),
            tie('value').map((v) => `{${v}}`),
          ),
          {
            maxLength: 4,
          },
        )
        .map((parts) => parts.join('')),
    })).value;
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]+$/), value, { minKeys: 1, noNullPrototype: true }),
        (fields) => {
          const body = Object.entries(fields).map(([name, text]) => `  ${name} = {${text}}`);
          const [entry] = parseBibliography(`@misc{key,\n${body.join(',\n')}\n}`);
          expect(entry.fields).toEqual(fields);
        },
      ),
    );
  });
});
