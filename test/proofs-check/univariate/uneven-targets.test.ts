import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TARGETS, type Target } from '../../../proofs-check/univariate/uneven-targets.js';

describe.each(Object.entries(TARGETS) as [string, Target][])(
  'target %s',
  (_, { value, curvature, zeros }) => {
    it('has the curvature that its values have', () => {
      fc.assert(
        fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => {
          const h = 1e-4;
          const difference = (value(x + h) - 2 * value(x) + value(x - h)) / (h * h);
          // Truncation h²g⁗/12 with g⁗ up to 3e4 or so, round-off 4 eps/h².
          expect(Math.abs(curvature(x) - difference)).toBeLessThan(1e-4);
        }),
      );
    });

    it('has the zeros of the curvature that it names', () => {
      for (const zero of zeros) expect(Math.abs(curvature(zero))).toBeLessThan(1e-12);
    });
  },
);
