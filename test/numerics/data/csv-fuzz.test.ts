import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parseCsv } from '../../../numerics/data/csv.js';
import { DataError } from '../../../numerics/data/data-error.js';
import { dataPoints } from '../../../numerics/data/data-points.js';
import { predictionCsv } from '../../../numerics/data/prediction-csv.js';
import { queryPoints } from '../../../numerics/data/queries.js';
import { readOrRefused, runs } from '../../bounded.js';
import { mutated, repetitive } from '../../mutated.js';

const PIECES = [
  ',',
  '\n',
  '\r',
  '\r\n',
  '"',
  '""',
  ';',
  '\t',
  ' ',
  '.',
  '-',
  'e',
  '1',
  '0',
  'x',
  '\0',
  '\uFEFF',
  '−',
  '__proto__',
  'NaN',
];
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom('1e999', '0x10', '1,5', '', '-0', '1.', '.5'),
);
const rows = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { maxLength: 8 }),
  );
const valid = fc
  .tuple(rows, fc.constantFrom('\n', '\r\n', '\r'))
  .map(([cells, end]) =>
    [(cells.at(0) ?? [0]).map((_, k) => `c${k}`), ...cells].map((row) => row.join()).join(end),
  );
const texts = fc.oneof(
  mutated(valid, PIECES),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  repetitive(PIECES, 20_000),
);

const ordinary = Object.getOwnPropertyNames(Object.prototype);
afterAll(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(ordinary);
});

test('any text is data that can be written and read back, or is refused in one line that names the file', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const data = readOrRefused(() => dataPoints(parseCsv(text, 'd.csv')), DataError);
      if (!data) return;
      expect(data.x.every(Number.isFinite) && data.y.every(Number.isFinite)).toBe(true);
      const again = parseCsv(predictionCsv(data.inputs, data.x, data.y), 'e.csv');
      expect(again.columns.slice(0, -1)).toEqual(data.inputs);
      // An input that is called prediction stands there twice
      const plus = (values: readonly number[]): number[] => values.map((value) => value + 0);
      expect(plus(dataPoints(again).x)).toEqual(plus(data.x));
      expect(plus(dataPoints(again).y)).toEqual(plus(data.y));
    }),
    { numRuns: runs(400) },
  );
});

test('any text is queries or is refused in the same way', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(['c0'], ['c1', 'c0'], ['__proto__']), (text, inputs) => {
      const queries = readOrRefused(() => queryPoints(parseCsv(text, 'd.csv'), inputs), DataError);
      expect(queries?.every(Number.isFinite) ?? true).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});

test('a refusal names the file, and is short however long the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      try {
        dataPoints(parseCsv(text, 'd.csv'));
      } catch (error) {
        expect(error).toBeInstanceOf(DataError);
        expect((error as Error).message).toMatch(/^d\.csv(:\d+)?: /);
        expect((error as Error).message.length).toBeLessThan(2500);
      }
    }),
    { numRuns: runs(300) },
  );
});
