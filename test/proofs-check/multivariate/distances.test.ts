import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distances } from '../../../proofs-check/multivariate/distances.js';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });

it('distances: of a constant gap both are its size, else rms ≤ sup ≤ √points · rms', () => {
  fc.assert(
    fc.property(values, values, fc.double({ min: -5, max: 5, noNaN: true }), (f, g, gap) => {
      const constant = distances(
        f.map(() => 1 + gap),
        f.map(() => 1),
      );
      expect(constant.sup).toBeCloseTo(Math.abs(gap), 12);
      expect(constant.rms).toBeCloseTo(Math.abs(gap), 12);
      const size = Math.min(f.length, g.length);
      const { sup, rms } = distances(f.slice(0, size), g.slice(0, size));
      expect(rms).toBeLessThanOrEqual(sup * (1 + 1e-12));
      expect(sup).toBeLessThanOrEqual(Math.sqrt(size) * rms * (1 + 1e-12));
    }),
  );
});

it('distances refuses unequal numbers of values, and none', () => {
  expect(() => distances([1, 2], [1])).toThrow(/2 and 1 values/);
  expect(() => distances([], [])).toThrow(/0 and 0 values/);
});
