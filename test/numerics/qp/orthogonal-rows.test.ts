import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orthogonalRows } from '../../../numerics/qp/orthogonal-rows.js';

const entry = fc.integer({ min: -100, max: 100 }).map((k) => k / 400);
const vector = fc.array(entry, { minLength: 5, maxLength: 5 });
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, v, i) => sum + v * b[i], 0);

describe('orthogonalRows', () => {
  it('has the same solutions, and orthonormal rows', () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 5 }), vector, (random, z) => {
        const rows = random.map((row, i) => row.map((v, j) => v / 2 + (i === j ? 1 : 0)));
        const result = orthogonalRows(
          rows,
          rows.map((row) => dot(row, z)),
        );
        expect(result.rows).toHaveLength(rows.length);
        // Diagonally dominant rows: condition below ten.
        result.rows.forEach((row, i) => {
          expect(Math.abs(dot(row, z) - result.rhs[i])).toBeLessThan(1000 * Number.EPSILON);
          result.rows.forEach((other, j) => {
            expect(Math.abs(dot(row, other) - (i === j ? 1 : 0))).toBeLessThan(100 * Number.EPSILON);
          });
        });
      }),
    );
  });

  it.each([
    [
      'repeated rows',
      [
        [1, 0],
        [1, 0],
      ],
      1,
    ],
    [
      'more rows than unknowns',
      [
        [1, 0],
        [0, 1],
        [0.6, 0.8],
      ],
      2,
    ],
  ])('refuses %s', (_, rows, index) => {
    expect(() =>
      orthogonalRows(
        rows,
        rows.map(() => 1),
      ),
    ).toThrow(new RegExp(`constraint row ${index} depends`));
  });
});
