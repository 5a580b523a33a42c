import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError } from '../../../numerics/data/data-error.js';
import { evaluateNetwork, initializeNetwork } from '../../../numerics/networks/network.js';
import { stableRates } from '../../../numerics/networks/tangent-kernel.js';
import { train } from '../../../numerics/networks/trainers.js';
import { adjustTargets, affineValues } from '../../../numerics/prediction/affine-adjustment.js';
import { predictions } from '../../../numerics/prediction/predict.js';
import { streams } from '../../../numerics/random/streams.js';
import { bindVectorLaw } from '../../../theory/initializations/several/vector-law.js';

const law = bindVectorLaw('gaussian', 2);
const X = [-1, -1, 1, -0.8, -0.7, 1, 0.9, 1.1, 0.1, 0.2];
const Y = [1.5, -0.5, 0.5, 1, -1.2];

describe('adjustTargets in several inputs', () => {
  test('none leaves the data alone', () => {
    expect(adjustTargets('none', law, X, Y)).toEqual({ u: [0, 0], v: 0, y: Y });
  });

  test('ols leaves residuals orthogonal to 1 and to each input', () => {
    const { y } = adjustTargets('ols', law, X, Y);
    for (const column of [0, 1].map((i) => y.map((_, j) => X[2 * j + i])).concat([y.map(() => 1)])) {
      const product = column.reduce((sum, value, j) => sum + value * y[j], 0);
      expect(Math.abs(product)).toBeLessThan(64 * Number.EPSILON * 5);
    }
  });

  test('gls makes the raw limit of the rest, plus the affine map, the spline limit of the data', () => {
    for (const name of ['gaussian', 'sphere-uniform(aB=2)', 'uniform(aW=1,aB=3)']) {
      const of = bindVectorLaw(name, 2);
      const { y, ...map } = adjustTargets('gls', of, X, Y);
      const at = [0.5, 0.5, -1.2, 0.3, 0, 0, 1, -1];
      const added = affineValues(map, at);
      const f = predictions({ x: X, y, law: of, limit: 'raw' }, at).map((value, k) => value + added[k]);
      const g = predictions({ x: X, y: Y, law: of, limit: 'spline' }, at);
      // 1e3·eps·cond·max|y|, cond K < 1e3 for these data
      f.forEach((value, k) => expect(Math.abs(value - g[k])).toBeLessThan(1e3 * Number.EPSILON * 1e3 * 1.5));
    }
  });

  test('leaves exactly zero of targets that are affine', () => {
    const number = fc.integer({ min: -100, max: 100 }).map((k) => k / 7);
    const how = fc.constantFrom('ols' as const, 'gls' as const);
    fc.assert(
      fc.property(number, number, number, how, (p, q, v, adjust) => {
        const y = affineValues({ u: [p, q], v }, X);
        const adjusted = adjustTargets(adjust, law, X, y);
        expect(adjusted.y).toEqual(y.map(() => 0));
        const error = Math.max(
          ...[adjusted.u[0] - p, adjusted.u[1] - q, adjusted.v - v].map((value) => Math.abs(value)),
        );
        expect(error).toBeLessThan(1e3 * Number.EPSILON * 15);
      }),
    );
  });

  test('refuses points that do not determine the map', () => {
    for (const adjust of ['ols', 'gls'] as const) {
      expect(() => adjustTargets(adjust, law, [0, 0, 1, 2, 2, 4, 3, 6], [1, 2, 3, 1])).toThrow(DataError);
      expect(() => adjustTargets(adjust, law, [0, 0, 1, 2], [1, 2])).toThrow(/2 distinct points/);
    }
  });

  test.each([2, 0.5])(
    'trained networks end near the spline limit, 8 times nearer at 64 times the width (kinks to %f)',
    (aB) => {
      const [of, other] = [aB, 2.5 - aB].map((reach) => bindVectorLaw(`sphere-uniform(aB=${reach})`, 2));
      const { y, ...map } = adjustTargets('gls', of, X, Y);
      const at = Array.from({ length: 50 }, (_, k) => 1.2 * Math.sin(k * k + 1));
      const added = affineValues(map, at);
      const [g, without] = [of, other].map((law) => predictions({ x: X, y: Y, law, limit: 'spline' }, at));
      const logGap = (f: ArrayLike<number>): number =>
        0.5 * Math.log(g.reduce((sum, value, k) => sum + (f[k] - value) * (f[k] - value), 0) / g.length);
      const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
      const [narrow, wide] = [64, 4096].map((width) => {
        const logs = seeds.map((seed) => {
          const start = initializeNetwork(of, width, streams(seed));
          const stop = { relativeResidual: 1e-6, maxSteps: 200_000 };
          const { network } = train(start, { x: X, y }, { ...stop, rates: stableRates(start, X) });
          return logGap(evaluateNetwork(network, at).map((f, k) => f + added[k]));
        });
        return logs.reduce((sum, value) => sum + value / seeds.length, 0);
      });
      // the noise of the mean log error of 8 networks is about .15
      expect(Math.abs(narrow - wide - Math.log(8))).toBeLessThan(Math.log(2));
      // the limit where all points are within the kinks differs from that where they are not
      expect(wide).toBeLessThan(logGap(without) - Math.log(2));
    },
  );
});
