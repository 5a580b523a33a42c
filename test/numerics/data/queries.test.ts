import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../numerics/data/csv.js';
import { predictionCsv } from '../../../numerics/data/prediction-csv.js';
import { grid, gridPoints, queryPoints } from '../../../numerics/data/queries.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('queryPoints', () => {
  test('takes the only column whatever its name, or the input by name among several', () => {
    expect(queryPoints(parseCsv('anything\n3\n1\n', 'q.csv'), ['x'])).toEqual([3, 1]);
    expect(queryPoints(parseCsv('label,x\nfirst,3\nsecond,1\n', 'q.csv'), ['x'])).toEqual([3, 1]);
  });

  test('refuses several columns without the input among them', () => {
    expect(() => queryPoints(parseCsv('a,b\n3,1\n', 'q.csv'), ['x'])).toThrow(
      /q\.csv:1: no column is named "x" \(got a, b\)/,
    );
  });
});

describe('queryPoints of several inputs', () => {
  const names = ['x1', 'x2'];
  const read = (text: string): number[] => queryPoints(parseCsv(text, 'q.csv'), names);

  test('takes the columns by name in any order, or all in their order where none has such a name', () => {
    expect(read('x1,x2\n1,2\n3,4\n')).toEqual([1, 2, 3, 4]);
    expect(read('x2,note,x1\n2,a,1\n4,b,3\n')).toEqual([1, 2, 3, 4]);
    expect(read('x2,x1\n2,1\n')).toEqual([1, 2]);
    expect(read('east,north\n1,2\n')).toEqual([1, 2]);
  });

  test.each(['x1,north\n1,2\n', 'x1\n1\n', 'a\n1\n', 'a,b,c\n1,2,3\n'])('refuses %j', (text) => {
    expect(() => read(text)).toThrow(
      /q\.csv:1: no column is named "x[12]" \(got .*\); expected x1, x2: rename it/,
    );
  });
});

describe('gridPoints', () => {
  test('are all combinations of the grids of the inputs, the last fastest', () => {
    expect(gridPoints([0, 5, 2, 3], 2, 3)).toEqual([0, 3, 0, 4, 0, 5, 1, 3, 1, 4, 1, 5, 2, 3, 2, 4, 2, 5]);
    expect(gridPoints([0, 2], 1, 3)).toEqual(grid([0, 2], 3));
    expect(gridPoints([0, 1, 2, 3, 4, 5], 3, 2)).toHaveLength(24);
  });
});

describe('grid', () => {
  test('is ascending, has exact ends, and equal steps', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 50 }), (whole, count) => {
        const x = whole.map((k) => k / 7);
        const points = grid(x, count);
        const [low, high] = [Math.min(...x), Math.max(...x)];
        expect(points).toHaveLength(count);
        expect(points[0] === low && points[count - 1] === high).toBe(true);
        const step = (high - low) / (count - 1);
        // two roundings of a convex combination of the ends
        const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high));
        points.forEach((point, k) =>
          expect(Math.abs(point - (low + k * step))).toBeLessThanOrEqual(tolerance),
        );
      }),
    );
  });

  test('does not overflow on the widest range', () => {
    expect(grid([-Number.MAX_VALUE, Number.MAX_VALUE], 3)).toEqual([-Number.MAX_VALUE, 0, Number.MAX_VALUE]);
  });
});

describe('predictionCsv', () => {
  test('reads back bit for bit, also under an awkward input name', () => {
    const name = fc.constantFrom('x', 'time, ms', 'say "x"', 'größe');
    fc.assert(
      fc.property(name, fc.array(fc.tuple(finite, finite), { minLength: 1, maxLength: 9 }), (input, rows) => {
        const x = rows.map(([value]) => value);
        const y = rows.map(([, value]) => value);
        const table = parseCsv(predictionCsv([input], x, y), 'p.csv');
        expect(table.columns).toEqual([input, 'prediction']);
        expect(table.rows.map(({ cells }) => cells.map(Number))).toEqual(
          rows.map(([p, q]) => [p + 0, q + 0]),
        );
      }),
    );
  });

  test('of several inputs reads back bit for bit', () => {
    const triple = fc.tuple(finite, finite, finite);
    fc.assert(
      fc.property(fc.array(triple, { minLength: 1, maxLength: 9 }), (rows) => {
        const x = rows.flatMap(([p, q]) => [p, q]);
        const table = parseCsv(
          predictionCsv(
            ['p', 'q, m'],
            x,
            rows.map(([, , y]) => y),
          ),
          'p.csv',
        );
        expect(table.columns).toEqual(['p', 'q, m', 'prediction']);
        expect(table.rows.map(({ cells }) => cells.map(Number))).toEqual(
          rows.map((row) => row.map((value) => value + 0)),
        );
        expect(queryPoints(table, ['p', 'q, m'])).toEqual(x.map((value) => value + 0));
      }),
    );
  });

  test('refuses a prediction that overflowed', () => {
    expect(() => predictionCsv(['x'], [1], [Infinity])).toThrow(/prediction at x = 1 is Infinity.*rescale/);
    expect(() => predictionCsv(['p', 'q'], [1, 2, 3, 4], [0, NaN])).toThrow(
      /at \(p, q\) = \(3, 4\) is NaN.*rescale/,
    );
  });
});
