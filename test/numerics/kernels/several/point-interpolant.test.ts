import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelInterpolant } from '../../../../numerics/kernels/interpolant.js';
import { polynomialBasis } from '../../../../numerics/kernels/several/monomials.js';
import {
  DegeneratePointsError,
  pointInterpolant,
} from '../../../../numerics/kernels/several/point-interpolant.js';
import { distance, dot, norm, pointRows } from '../../../../numerics/kernels/several/points.js';
import { polyharmonicKernel } from '../../../../numerics/kernels/several/radial-kernel.js';
import { naturalCubicSpline } from '../../../../numerics/splines/natural-cubic-spline.js';
import { radialSpline } from '../../../../numerics/splines/radial-spline.js';
import { streams } from '../../../../numerics/random/streams.js';
import {
  pointInBall,
  randomPoints,
  S10,
  type PointData,
} from '../../../../proofs-check/multivariate/point-sets.js';
import { integerPower } from '../../../../theory/integer-power.js';
import { bindVectorLaw } from '../../../../theory/initializations/several/vector-law.js';

const seed = fc.integer({ min: 1, max: 1_000_000 });
const cubic = polyharmonicKernel(1);
const INPUTS = [1, 2, 3, 4, 5] as const;

/** Random data of random size, and places in their ball. */
function setting(n: number, inputs: number, more = 8): { data: PointData; places: number[][] } {
  const random = streams(n).stream('data');
  const data = randomPoints(inputs + 2 + random.integer(more), inputs, 1, random);
  return { data, places: Array.from({ length: 10 }, () => pointInBall(inputs, 1, random)) };
}

const arrayed = (data: PointData): { x: number[]; y: number[]; inputs: number } => ({
  x: Array.from(data.x),
  y: Array.from(data.y),
  inputs: data.inputs,
});

describe('pointInterpolant', () => {
  it.each(INPUTS)('with r³ in %i inputs is the textbook spline, solved as one block system', (inputs) => {
    fc.assert(
      fc.property(seed, (n) => {
        const { data, places } = setting(n, inputs);
        const one = pointInterpolant({ kernel: cubic, ...data, degree: 1 });
        const other = radialSpline({ radial: (r) => r * r * r, ...arrayed(data), degree: 1 });
        for (const place of places) {
          expect(Math.abs(one.evaluate(place) - other.evaluate(place))).toBeLessThan(1e-10);
          expect(Math.abs(one.polynomial(place) - other.polynomial(place))).toBeLessThan(1e-10);
          const { u, v } = one.affine;
          expect(Math.abs(dot(u, place) + v - one.polynomial(place))).toBeLessThan(1e-12 * (1 + Math.abs(v)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    [0, 2],
    [2, 1],
    [2, 2],
    [2, 3],
    [3, 2],
  ])('with polynomials of degree %i in %i inputs is the textbook spline of r^(2k+1)', (degree, inputs) => {
    fc.assert(
      fc.property(seed, (n) => {
        const random = streams(n).stream('data');
        const count = polynomialBasis([new Float64Array(inputs)], degree).size + 1 + random.integer(5);
        const data = randomPoints(count, inputs, 1, random);
        const one = pointInterpolant({ kernel: polyharmonicKernel(degree), ...data, degree });
        const radial = (r: number): number => integerPower(r, 2 * degree + 1);
        const other = radialSpline({ radial, ...arrayed(data), degree });
        const bound = 1e-13 * one.condition * Math.max(1, ...Array.from(data.y, Math.abs)) + 1e-11;
        for (let k = 0; k < 5; k++) {
          const place = pointInBall(inputs, 0.9, random);
          expect(Math.abs(one.evaluate(place) - other.evaluate(place))).toBeLessThan(bound);
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each(INPUTS)('interpolates in %i inputs with coefficients orthogonal to the polynomials', (inputs) => {
    const law = bindVectorLaw('gaussian', inputs);
    fc.assert(
      fc.property(seed, fc.constantFrom(-1, 0, 1), (n, degree) => {
        const { data } = setting(n, inputs);
        const limit = pointInterpolant({ kernel: law.kernel!.at, ...data, degree });
        const points = pointRows(data.x, inputs);
        const size = limit.coefficients.reduce((sum, c) => sum + Math.abs(c), 1);
        points.forEach((point, j) => {
          expect(Math.abs(limit.evaluate(point) - data.y[j])).toBeLessThan(1e-13 * limit.condition + 1e-12);
        });
        polynomialBasis(points, degree)
          .at(points[0])
          .forEach((_, k) => {
            const moment = points.reduce(
              (sum, point, j) => sum + limit.coefficients[j] * polynomialBasis(points, degree).at(point)[k],
              0,
            );
            expect(Math.abs(moment)).toBeLessThan(1e-13 * size);
          });
        const energy = points.reduce((sum, p, j) => sum + limit.coefficients[j] * limit.kernelPart(p), 0);
        expect(Math.abs(energy - limit.squaredNorm)).toBeLessThan(1e-10 * (1 + energy));
      }),
      { numRuns: 15 },
    );
  });

  it('in one input is the kernel interpolant with the linear part by generalized least squares', () => {
    const { at } = bindVectorLaw('gaussian', 1).kernel!;
    fc.assert(
      fc.property(seed, fc.constantFrom(0, 1e-3, 0.5), (n, ridge) => {
        const { data, places } = setting(n, 1, 5);
        const one = pointInterpolant({ kernel: at, ...data, degree: 1, ridge });
        const other = kernelInterpolant({
          kernel: (x, y) => at([x], [y]),
          ...arrayed(data),
          adjust: 'gls',
          ridge,
        });
        const bound = 1e-13 * other.condition + 1e-12;
        for (const [t] of places) {
          expect(Math.abs(one.evaluate([t]) - other.evaluateWithAffine(t))).toBeLessThan(bound);
          expect(Math.abs(one.polynomial([t]) - (other.u * t + other.v))).toBeLessThan(bound);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('in one input with r³ is the natural cubic spline', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const { data, places } = setting(n, 1);
        const one = pointInterpolant({ kernel: cubic, ...data, degree: 1 });
        const order = Array.from(data.x, (_, j) => j).sort((i, j) => data.x[i] - data.x[j]);
        const other = naturalCubicSpline(
          order.map((j) => data.x[j]),
          order.map((j) => data.y[j]),
        );
        for (const [t] of places) {
          expect(Math.abs(one.evaluate([t]) - other.evaluate(t))).toBeLessThan(1e-10);
        }
      }),
    );
  });

  it.each(INPUTS)('in %i inputs moves with the data, and returns polynomials as they are', (inputs) => {
    fc.assert(
      fc.property(seed, (n) => {
        const { data, places } = setting(n, inputs);
        const slope = pointInBall(inputs, 1, streams(n).stream('slope'));
        const limit = pointInterpolant({ kernel: cubic, ...data, degree: 1 });
        const points = pointRows(data.x, inputs);
        const moved = pointInterpolant({
          kernel: cubic,
          inputs,
          degree: 1,
          x: points.flatMap((point) => Array.from(point, (value, i) => 3 * value + slope[i])),
          y: points.map((point, j) => data.y[j] + dot(slope, point) - 2),
        });
        for (const place of places) {
          const there = place.map((value, i) => 3 * value + slope[i]);
          const expected = limit.evaluate(place) + dot(slope, place) - 2;
          expect(Math.abs(moved.evaluate(there) - expected)).toBeLessThan(1e-10);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('with as many points as the polynomial has terms is that polynomial', () => {
    const limit = pointInterpolant({
      kernel: cubic,
      x: [0, 0, 1, 0, 0, 1],
      inputs: 2,
      y: [1, 3, 5],
      degree: 1,
    });
    expect(Array.from(limit.affine.u)).toEqual([expect.closeTo(2, 14), expect.closeTo(4, 14)]);
    expect(limit.affine.v).toBeCloseTo(1, 14);
    expect(limit.squaredNorm).toBe(0);
  });

  describe('refuses', () => {
    const solve = (x: number[], inputs: number, degree = 1, y?: number[]): unknown =>
      pointInterpolant({
        kernel: cubic,
        x,
        inputs,
        degree,
        y: y ?? x.map(() => 1).slice(0, x.length / inputs),
      });

    it('points on one line of the plane, in any position', () => {
      fc.assert(
        fc.property(seed, (n) => {
          const random = streams(n).stream('line');
          const [at, along] = [pointInBall(2, 5, random), pointInBall(2, 1, random)];
          const x = Array.from({ length: 6 }, () => random.normal()).flatMap((t) => [
            at[0] + t * along[0],
            at[1] + t * along[1],
          ]);
          expect(() => solve(x, 2)).toThrow(DegeneratePointsError);
          expect(() => solve(x, 2)).toThrow(/all 6 points lie on one line.*add a point off it/);
        }),
      );
    });

    it.each([3, 4, 5])('points of one plane in %i inputs', (inputs) => {
      const random = streams(inputs).stream('plane');
      const x = Array.from({ length: inputs + 4 }, () => {
        const free = pointInBall(inputs - 1, 1, random);
        return [...free, free[0] - 2 * free[1] + 0.3];
      }).flat();
      expect(() => solve(x, inputs)).toThrow(/lie in one plane \(or hyperplane\)/);
    });

    it('points on one circle for polynomials of degree 2', () => {
      const x = Array.from({ length: 9 }, (_, k) => [Math.cos(k), Math.sin(k)]).flat();
      expect(() => solve(x, 2, 2)).toThrow(/on a curve or surface of that degree/);
    });

    it('too few points', () => {
      expect(() => solve([0, 0, 1, 1], 2)).toThrow(/2 distinct points in 2 inputs.*at least 3: add points/);
      expect(() => solve([0, 0, 1, 1, 2, 0, 0, 2], 2, 2)).toThrow(
        /4 distinct points.*degree 2; expected at least 6/,
      );
    });

    it.each([
      ['all at one place', [1, 2, 1, 2, 1, 2], /one line/],
      [
        'two of them the same',
        [0, 0, 1, 0, 0, 1, 1, 1, 1, 1],
        /points 4 and 5 are the same.*drop one or average/,
      ],
    ])('repeated points: %s', (_, x, message) => {
      expect(() => solve(x, 2)).toThrow(message);
    });

    it('unequal lengths', () => {
      expect(() => solve([0, 0, 1], 2)).toThrow(/got 3 input values.*2 each/);
      expect(() => solve([], 2)).toThrow(/got 0 input values/);
      expect(() => solve([0, 0, 1, 0, 0, 1], 2, 1, [1])).toThrow(/3 points and 1 targets/);
      expect(() => radialSpline({ radial: (r) => r, x: [0, 1], inputs: 2, y: [1, 2], degree: 0 })).toThrow(
        /2 input values and 2 targets/,
      );
    });
  });
});

describe('polynomialBasis', () => {
  it('has C(d + k, k) monomials, all of degree ≤ k', () => {
    const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k);
    for (const inputs of INPUTS) {
      for (const degree of [0, 1, 2, 3]) {
        const { data } = setting(1, inputs);
        expect(polynomialBasis(pointRows(data.x, inputs), degree).size).toBe(
          binomial(inputs + degree, degree),
        );
      }
      expect(polynomialBasis([new Float64Array(inputs)], -1).size).toBe(0);
    }
  });
});

it('points of ℝ^d: rows, norms, distances', () => {
  const [p, q] = pointRows([3, 4, 0, 0], 2);
  expect([norm(p), distance(p, q), dot(p, [1, 2])]).toEqual([5, 5, 11]);
  expect(norm(pointRows(S10.x, 2)[9])).toBeCloseTo(0.95 * Math.sqrt(0.95), 14);
  expect(polyharmonicKernel(0)([0], [2])).toBe(-2);
  expect(polyharmonicKernel(1)([0], [2])).toBe(8);
  expect(polyharmonicKernel(2)([0], [2])).toBe(-32);
});
