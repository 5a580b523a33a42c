import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError } from '../../../numerics/data/data-error.js';
import { adjustTargets } from '../../../numerics/prediction/affine-adjustment.js';
import { predict } from '../../../numerics/prediction/predict.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const law = bindLaw('gaussian');

describe('adjustTargets', () => {
  test('none leaves the data alone', () => {
    const y = [1, 2, 4];
    expect(adjustTargets('none', law, [0, 1, 2], y)).toEqual({ u: [0], v: 0, y });
  });

  test('ols leaves residuals orthogonal to 1 and x', () => {
    const [x, y] = [
      [-1, 0, 2, 2],
      [3, -1, 4, 1],
    ];
    const rest = adjustTargets('ols', law, x, y).y;
    // a sum of four terms of size at most 8
    expect(Math.abs(rest.reduce((sum, r) => sum + r, 0))).toBeLessThan(32 * 8 * Number.EPSILON);
    expect(Math.abs(rest.reduce((sum, r, j) => sum + r * x[j], 0))).toBeLessThan(32 * 8 * Number.EPSILON);
  });

  test('gls makes the raw limit of the rest, plus the line, the spline of the data', () => {
    const [x, y] = [
      [-2, -1, 0, 1, 2],
      [1.5, 0.5, 1.5, 0.5, 1.5],
    ];
    const {
      u: [u],
      v,
      y: rest,
    } = adjustTargets('gls', law, x, y);
    const f = predict({ x, y: rest, law, limit: 'raw' });
    const g = predict({ x, y, law, limit: 'spline' });
    // 1e3·eps·cond·max|y| with cond K = 540
    for (const t of [-1.7, -0.4, 0.3, 1.9]) {
      expect(Math.abs(f(t) + u * t + v - g(t))).toBeLessThan(1e3 * Number.EPSILON * 540 * 1.5);
    }
  });

  test('leaves exactly zero of targets on a line, so that nothing trains towards round-off', () => {
    const number = fc.integer({ min: -100, max: 100 }).map((k) => k / 7);
    const inputs = fc.constantFrom([-1, 1.5], [-2, -1.9, -1.8, 0, 0.1, 1, 1.1, 2]);
    fc.assert(
      fc.property(
        number,
        number,
        inputs,
        fc.constantFrom('ols' as const, 'gls' as const),
        (u, v, x, adjust) => {
          const adjusted = adjustTargets(
            adjust,
            law,
            x,
            x.map((value) => u * value + v),
          );
          expect(adjusted.y).toEqual(x.map(() => 0));
          expect(Math.abs(adjusted.u[0] - u) + Math.abs(adjusted.v - v)).toBeLessThan(
            1e3 * Number.EPSILON * 15,
          );
        },
      ),
    );
  });

  test('gls refuses what has no kernel solution', () => {
    expect(() => adjustTargets('gls', law, [0, 0, 1], [1, 2, 3])).toThrow(DataError);
    expect(() => adjustTargets('gls', bindLaw('binary-uniform(aB=1)'), [0, 3], [1, 2])).toThrow(
      /outside the support/,
    );
  });
});
