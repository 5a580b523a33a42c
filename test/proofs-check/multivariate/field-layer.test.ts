import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataLayer, fieldLayer } from '../../../proofs-check/multivariate/field-layer.js';
import { H7, star } from '../../../proofs-check/multivariate/point-sets.js';
import { pointInterpolant } from '../../../numerics/kernels/several/point-interpolant.js';
import { norm, pointRows } from '../../../numerics/kernels/several/points.js';
import { polyharmonicKernel } from '../../../numerics/kernels/several/radial-kernel.js';

it('puts rows of any order on the grid, and nothing where there is none', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })), {
        minLength: 1,
        selector: ([a, b]) => 10 * a + b,
      }),
      (cells) => {
        const rows = cells.map(([a, b]) => ({ x: a, y: b, z: 10 * a + b }));
        const layer = fieldLayer(rows, ['x', 'y'], (row) => Number(row.z), { panel: 'p', series: 's' });
        if (layer.mark !== 'field') throw new Error('expected a field');
        expect(layer.values.filter((value) => value !== null)).toHaveLength(rows.length);
        layer.y.forEach((b, k) =>
          layer.x.forEach((a, j) => {
            const value = layer.values[k * layer.x.length + j];
            const present = rows.some((row) => row.x === a && row.y === b);
            expect(value).toBe(present ? 10 * a + b : null);
          }),
        );
      },
    ),
  );
});

it('draws each data point once', () => {
  const layer = dataLayer({ x: [1, 2, 3, 4] });
  expect(layer).toMatchObject({ x: [1, 3], y: [2, 4] });
});

it('has data that determine their spline, in the ball of radius .95', () => {
  for (const data of [H7, ...[1, 2, 3, 5, 8].map(star)]) {
    expect(Math.max(...pointRows(data.x, data.inputs).map(norm))).toBeCloseTo(0.95, 12);
    const { evaluate, condition } = pointInterpolant({ kernel: polyharmonicKernel(1), ...data, degree: 1 });
    expect(condition).toBeLessThan(100);
    pointRows(data.x, data.inputs).forEach((point, j) => {
      expect(evaluate(point)).toBeCloseTo(data.y[j], 10);
    });
  }
});
