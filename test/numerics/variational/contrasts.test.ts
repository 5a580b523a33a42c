import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contrasts } from '../../../numerics/variational/contrasts.js';
import { dataSets } from '../kernels/weight-functions.js';

it('contrasts are orthonormal and blind to affine functions', () => {
  fc.assert(
    fc.property(dataSets(), ({ x }) => {
      const rows = contrasts(Float64Array.from(x));
      expect(rows).toHaveLength(x.length - 2);
      const dot = (a: readonly number[], b: readonly number[]): number =>
        a.reduce((s, v, j) => s + v * b[j], 0);
      // Products of unit vectors of at most ten elements; x is at most 3.
      const bound = 100 * Number.EPSILON;
      rows.forEach((row, i) => {
        expect(Math.abs(row.reduce((sum, value) => sum + value, 0))).toBeLessThan(bound);
        expect(Math.abs(dot(row, x))).toBeLessThan(3 * bound);
        rows.forEach((other, j) => {
          expect(Math.abs(dot(row, other) - (i === j ? 1 : 0))).toBeLessThan(bound);
        });
      });
    }),
  );
});
