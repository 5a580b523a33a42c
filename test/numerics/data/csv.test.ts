import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../numerics/data/csv.js';
import { numericColumn } from '../../../numerics/data/column.js';
import { LONGEST_FILE } from '../../../numerics/data/limits.js';
import { DataError } from '../../../numerics/data/data-error.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('parseCsv', () => {
  test('reads back what was written, whatever the line ends and the mark at the start', () => {
    const points = fc.array(fc.tuple(finite, finite), { minLength: 1, maxLength: 20 });
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(points, ends, fc.boolean(), fc.boolean(), (rows, end, mark, last) => {
        const lines = ['x,y', ...rows.map(([x, y]) => `${x},${y}`)];
        const table = parseCsv(`${mark ? '\uFEFF' : ''}${lines.join(end)}${last ? end : ''}`, 'd.csv');
        expect(table.columns).toEqual(['x', 'y']);
        // String(−0) is "0": adding 0 makes the signs of zeros equal
        expect(numericColumn(table, 0)).toEqual(rows.map(([x]) => x + 0));
        expect(numericColumn(table, 1)).toEqual(rows.map(([, y]) => y + 0));
        expect(table.rows.map(({ line }) => line)).toEqual(rows.map((_, j) => j + 2));
      }),
    );
  });

  test('on any text throws nothing but the one-line error that names the file', () => {
    const piece = fc.constantFrom(
      ',',
      '\n',
      '\r',
      '"',
      '""',
      ';',
      '\t',
      ' ',
      'x',
      'y',
      '1',
      '-2.5e3',
      '\uFEFF',
      '\0',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        try {
          const table = parseCsv(input, 'd.csv');
          expect(table.rows.length).toBeGreaterThan(0);
          expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
          expect((error as Error).message).toMatch(/^d\.csv/);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('skips blank lines but counts them', () => {
    const { rows } = parseCsv('x,y\n\n1,2\n  \n3,"4"\n\n', 'd.csv');
    expect(rows).toEqual([
      { line: 3, cells: ['1', '2'] },
      { line: 5, cells: ['3', '4'] },
    ]);
  });

  test.each([
    ['', /^d\.csv: is empty/],
    ['\n\n', /^d\.csv: is empty/],
    ['x,y\n', /^d\.csv: holds a header only/],
    ['1,2\n3,4\n', /^d\.csv:1: the first line holds numbers; add a header/],
    ['x;y\n1;2\n', /^d\.csv:1: .*semicolons.*commas/],
    ['x\ty\n1\t2\n', /^d\.csv:1: .*tabs.*commas/],
    ['x,x\n1,2\n', /^d\.csv:1: two columns are named "x"/],
    ['x,\n1,2\n', /^d\.csv:1: column 2 has no name/],
    ['x,y\n1,2\n3\n', /^d\.csv:3: 1 cells, expected 2/],
    ['x,y\n1,2,5\n', /^d\.csv:2: 3 cells, expected 2.*decimal point/],
    ['x,y\n1,"2\n', /^d\.csv:2: an opening quote is never closed/],
    ['x,y\n"1"a,2\n', /^d\.csv:2: text follows a closing quote/],
    ['x,y\n1,\0\n', /^d\.csv: holds NUL.*UTF-8/],
  ])('refuses %j with the place and the remedy', (text, message) => {
    expect(() => parseCsv(text, 'd.csv')).toThrow(DataError);
    expect(() => parseCsv(text, 'd.csv')).toThrow(message);
  });

  test('refuses a text or a line beyond the stated size', () => {
    expect(() => parseCsv(' '.repeat(LONGEST_FILE + 1), 'd.csv')).toThrow(
      `more than ${LONGEST_FILE} characters`,
    );
    expect(() => parseCsv(`x,y\n1,${'2'.repeat(2e6)}\n`, 'd.csv')).toThrow(/d\.csv:2: a line has more than/);
  });
});

describe('numericColumn', () => {
  test.each(['', 'a', 'NaN', 'Infinity', '-inf', '1e999', '0x10', '1 2', '1_000', '٣', '1,5', '--1', '1e'])(
    'refuses the cell %j, naming line and column',
    (cell) => {
      const table = { file: 'd.csv', columns: ['x'], rows: [{ line: 7, cells: [cell] }] };
      expect(() => numericColumn(table, 0)).toThrow(DataError);
      expect(() => numericColumn(table, 0)).toThrow(
        /^d\.csv:7: column "x" holds .* expected a finite number/,
      );
    },
  );

  test.each([
    ['1', 1],
    ['+1.', 1],
    ['-.5', -0.5],
    ['2E-3', 0.002],
    ['1e-400', 0],
  ])('reads %j as %d', (cell, value) => {
    expect(numericColumn({ file: 'd', columns: ['x'], rows: [{ line: 2, cells: [cell] }] }, 0)).toEqual([
      value,
    ]);
  });
});
