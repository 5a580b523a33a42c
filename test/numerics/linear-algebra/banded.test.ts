import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { factorBanded, NotPositiveDefinite } from '../../../numerics/linear-algebra/banded.js';

const entry = fc.double({ min: -1, max: 1, noNaN: true });

/** Diagonally dominant, hence positive definite, with rows scaled over eight orders of magnitude. */
const problems = fc
  .record({ n: fc.integer({ min: 1, max: 12 }), p: fc.integer({ min: 0, max: 3 }) })
  .chain(({ n, p }) =>
    fc.record({
      bands: fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: p, maxLength: p }),
      scales: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n, maxLength: n }),
      rhs: fc.array(entry, { minLength: n, maxLength: n }),
    }),
  )
  .map(({ bands, scales, rhs }) => {
    const scale = scales.map((k) => Math.exp(k * Math.LN10));
    const n = rhs.length;
    const off = bands.map((band, k) =>
      band.slice(0, Math.max(n - k - 1, 0)).map((v, i) => v * scale[i] * scale[i + k + 1]),
    );
    const diagonal = scale.map((s) => s * s * (2 * bands.length + 1));
    return { bands: [diagonal, ...off], scale, rhs };
  });

function dense(bands: readonly number[][]): Matrix {
  const n = bands[0].length;
  const matrix = Matrix.zeros(n, n);
  bands.forEach((band, k) => {
    band.forEach((value, i) => {
      if (i + k >= n) return;
      matrix.set(i, i + k, value);
      matrix.set(i + k, i, value);
    });
  });
  return matrix;
}

describe('factorBanded', () => {
  it('agrees with a dense solve, whatever the scaling of rows', () => {
    fc.assert(
      fc.property(problems, ({ bands, scale, rhs }) => {
        const z = factorBanded(bands).solve(rhs);
        const expected = solve(dense(bands), Matrix.columnVector(rhs)).to1DArray();
        // The scaled matrix has condition below 13; in scaled unknowns the right side is rhs/scale.
        const size = Math.max(...rhs.map((value, i) => Math.abs(value / scale[i])), 1e-300);
        for (let i = 0; i < rhs.length; i++) {
          expect(Math.abs(z[i] - expected[i]) * scale[i]).toBeLessThanOrEqual(200 * Number.EPSILON * size);
        }
      }),
    );
  });

  it('solves the second-difference matrix in closed form', () => {
    const n = 50;
    const z = factorBanded([new Array<number>(n).fill(2), new Array<number>(n - 1).fill(-1)]).solve(
      new Array<number>(n).fill(1),
    );
    // Condition about (2(n+1)/π)² = 1054.
    for (let i = 0; i < n; i++) {
      const exact = ((i + 1) * (n - i)) / 2;
      expect(Math.abs(z[i] - exact)).toBeLessThan(1054 * 10 * Number.EPSILON * exact);
    }
  });

  it('leaves the right side alone and can be used again', () => {
    const factor = factorBanded([[2, 2], [1]]);
    const rhs = [1, 2];
    expect([...factor.solve(rhs)]).toEqual([...factor.solve(rhs)]);
    expect(rhs).toEqual([1, 2]);
  });

  it.each([
    ['indefinite', [[1, 1], [2]], 1],
    ['singular', [[1, 1], [1]], 1],
    ['a zero', [[1, 0], [0]], 1],
    ['not finite', [[NaN, 1], [0]], 0],
  ])('names the row of a matrix that is %s', (_, bands, index) => {
    try {
      factorBanded(bands);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(NotPositiveDefinite);
      expect((error as NotPositiveDefinite).index).toBe(index);
      expect(String(error)).toMatch(/expected a positive definite/);
    }
  });
});
