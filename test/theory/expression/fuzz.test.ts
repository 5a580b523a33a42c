import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { compile } from '../../../theory/expression/compile.js';
import { ExpressionError } from '../../../theory/expression/expression.js';
import { parse } from '../../../theory/expression/parse.js';
import { print } from '../../../theory/expression/print.js';
import { readOrRefused, runs } from '../../bounded.js';
import { mutated, repetitive } from '../../mutated.js';
import { expressions } from './arbitrary.js';

const PIECES = [
  '(',
  ')',
  '+',
  '-',
  '*',
  '/',
  '^',
  ',',
  ' ',
  '.',
  '0',
  '1',
  '9',
  '9^9',
  '^9999',
  'e5',
  'e-999',
  'x',
  'y',
  'pi',
  'sqrt(',
  'atan2(',
  'min(',
  'exp(',
  'constructor',
  '__proto__',
  'toString(',
  'process.exit()',
  '`',
  '${x}',
  '\n',
  '−',
  'х',
];
const texts = fc.oneof(
  mutated(expressions.map(print), PIECES),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
  repetitive(PIECES, 12_000),
);
/** What `parse` takes, in characters: the law holds for what is printed in so many. */
const LONGEST = 10_000;

const ordinary = Object.getOwnPropertyNames(Object.prototype);
afterAll(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(ordinary);
});

test('any text is an expression that prints and reads back the same, or is refused in one line', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const read = readOrRefused(() => parse(text), ExpressionError);
      if (!read) return;
      const printed = print(read);
      if (printed.length <= LONGEST)
        expect(readOrRefused(() => parse(printed), ExpressionError)).toEqual(read);
    }),
    { numRuns: runs(600) },
  );
});

test('what was read compiles to a function of numbers, or is refused in one line', () => {
  fc.assert(
    fc.property(texts, fc.double({ min: -3, max: 3 }), (text, x) => {
      const value = readOrRefused(() => compile(parse(text), ['x'])(x), ExpressionError);
      expect(value === undefined || typeof value === 'number').toBe(true);
    }),
    { numRuns: runs(600) },
  );
});
