import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { polynomialFit } from '../../../../numerics/kernels/several/polynomial-fit.js';

const coefficient = fc.integer({ min: -20, max: 20 }).map((k) => k / 7);
/** Twelve points of the plane, not on a conic. */
const points = Array.from({ length: 12 }, (_, k) => [Math.sin(3 * k), Math.cos(k * k) + 0.1 * k]);
const rows = points.map((point) => Float64Array.from(point));

describe('polynomialFit', () => {
  test('gives a polynomial of the degree back, and its affine part', () => {
    fc.assert(
      fc.property(fc.array(coefficient, { minLength: 6, maxLength: 6 }), (c) => {
        const affine = ([x, y]: number[]): number => c[0] + c[1] * x + c[2] * y;
        const quadratic = ([x, y]: number[]): number =>
          affine([x, y]) + c[3] * x * x + c[4] * x * y + c[5] * y * y;
        const line = polynomialFit(rows, 1, points.map(affine));
        const conic = polynomialFit(rows, 2, points.map(quadratic));
        const [v, u, w] = [line.affine.v - c[0], line.affine.u[0] - c[1], line.affine.u[1] - c[2]];
        // least squares by QR: condition below 100, values below 60
        expect(Math.max(...[v, u, w].map(Math.abs))).toBeLessThan(1e-11);
        for (const at of [
          [0.3, -0.2],
          [-1, 2],
        ]) {
          expect(Math.abs(line.polynomial(at) - affine(at))).toBeLessThan(1e-11);
          expect(Math.abs(conic.polynomial(at) - quadratic(at))).toBeLessThan(1e-11);
        }
      }),
    );
  });

  test('leaves residuals orthogonal to the polynomials; nothing for degree −1', () => {
    fc.assert(
      fc.property(fc.array(coefficient, { minLength: 12, maxLength: 12 }), (y) => {
        const { polynomial } = polynomialFit(rows, 1, y);
        const rest = y.map((value, j) => value - polynomial(rows[j]));
        for (const column of [points.map(() => 1), points.map(([x]) => x), points.map(([, z]) => z)]) {
          const product = column.reduce((sum, value, j) => sum + value * rest[j], 0);
          expect(Math.abs(product)).toBeLessThan(1e-12);
        }
        expect(polynomialFit(rows, -1, y).polynomial([1, 2])).toBe(0);
      }),
    );
  });
});
