import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { dividedDifference } from '../../../numerics/splines/b-spline.js';
import { naturalSplineOfOrder } from '../../../numerics/splines/natural-spline-of-order.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { dataSets, gaussian, grid, supGap, weightFunctions } from '../kernels/weight-functions.js';

/** Evenly spread data of `points` points in [−1, 1], each moved by at most a quarter of the spacing. */
const evenData = (points: number): fc.Arbitrary<{ x: number[]; y: number[] }> => {
  const number = fc.integer({ min: -1000, max: 1000 }).map((k) => k / 1000);
  const numbers = fc.array(number, { minLength: points, maxLength: points });
  return fc.record({
    x: numbers.map((shifts) => shifts.map((shift, j) => (2 * (j + 0.5 + shift / 4)) / points - 1)),
    y: numbers,
  });
};

const power = (t: number, k: number): number => (k === 0 ? 1 : t * power(t, k - 1));

/** The interpolant Σ c_j |t − x_j|^(2m−1) + polynomial of degree m − 1 with Σ c_j x_j^i = 0, for ζ = 1. */
function polyharmonic(x: number[], y: number[], order: number): (t: number) => number {
  const n = x.length;
  const radial = (r: number): number => power(Math.abs(r), 2 * order - 1);
  const system = Matrix.zeros(n + order, n + order);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) system.set(i, j, radial(x[i] - x[j]));
    for (let p = 0; p < order; p++) {
      system.set(i, n + p, power(x[i], p));
      system.set(n + p, i, power(x[i], p));
    }
  }
  const c = solve(system, Matrix.columnVector([...y, ...new Array<number>(order).fill(0)])).to1DArray();
  return (t) =>
    x.reduce((sum, xj, j) => sum + c[j] * radial(t - xj), 0) +
    c.slice(n).reduce((sum, coefficient, p) => sum + coefficient * power(t, p), 0);
}

describe('naturalSplineOfOrder', () => {
  it('of order 2 is the weighted natural spline, with its energy', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(), ({ zeta, breaks }, { x, y }) => {
        const [one, other] = [
          naturalSplineOfOrder({ x, y, zeta, breaks, order: 2 }),
          weightedNaturalSpline({ x, y, zeta, breaks }),
        ];
        const bend = Math.max(
          1,
          ...grid(x[0], x[x.length - 1], 101).map((t) => Math.abs(other.secondDerivative(t))),
        );
        const points = grid(-3.5, 3.5, 41);
        expect(supGap(one.evaluate, other.evaluate, points)).toBeLessThan(1e3 * Number.EPSILON * 10 * bend);
        expect(supGap(one.highestDerivative, other.secondDerivative, points)).toBeLessThan(
          1e4 * Number.EPSILON * bend,
        );
        expect(Math.abs(one.energy - other.energy)).toBeLessThanOrEqual(
          1e4 * Number.EPSILON * (other.energy + 1e-3),
        );
      }),
      { numRuns: 50 },
    );
  });

  it.each([1, 2, 3, 4])('of order %i with ζ = 1 is the polyharmonic interpolant', (order) => {
    fc.assert(
      fc.property(evenData(order + 4), ({ x, y }) => {
        const spline = naturalSplineOfOrder({ x, y, zeta: () => 1, order });
        // Condition of the saddle system, to about 1e6 for order 4.
        expect(
          supGap(spline.evaluate, polyharmonic(x, y, order), grid(x[0], x[x.length - 1], 31)),
        ).toBeLessThan(1e-8);
      }),
      { numRuns: 30 },
    );
  });

  it.each([2, 3, 4])(
    'of order %i: its mth differences are means of g^(m), and the energy is that of g^(m)',
    (order) => {
      fc.assert(
        fc.property(weightFunctions, evenData(order + 3), ({ zeta, breaks }, { x, y }) => {
          const { evaluate, highestDerivative, energy } = naturalSplineOfOrder({ x, y, zeta, breaks, order });
          const [a, b] = [x[0], x[x.length - 1]];
          const integral = (f: (s: number) => number): number =>
            integrate(f, a, b, { breaks: [...x, ...breaks], relativeTolerance: 1e-12 }).value;
          const direct = integral((s) => (highestDerivative(s) / zeta(s)) * highestDerivative(s));
          expect(Math.abs(energy - direct)).toBeLessThanOrEqual(1e-10 * direct + 1e-12);
          const width = 0.1;
          const nodes = grid(0.3 - width, 0.3 + width, order + 1);
          const difference = dividedDifference(nodes, nodes.map(evaluate), 0, order) * [2, 6, 24][order - 2];
          const around = grid(0.3 - width, 0.3 + width, 201).map(highestDerivative);
          const scale = Math.max(...grid(a, b, 101).map((t) => Math.abs(highestDerivative(t))), 1);
          // A mean with a positive kernel lies between the extremes; the difference itself costs eps/width^m.
          const slack = 1e-6 * scale + 0.02 * scale;
          expect(difference).toBeGreaterThan(Math.min(...around) - slack);
          expect(difference).toBeLessThan(Math.max(...around) + slack);
        }),
        { numRuns: 30 },
      );
    },
  );

  it('is optimal: through more of its own points it is the same', () => {
    fc.assert(
      fc.property(evenData(6), fc.integer({ min: -700, max: 700 }), ({ x, y }, thousandths) => {
        const t = thousandths / 1000;
        fc.pre(x.every((xj) => Math.abs(xj - t) > 0.02));
        const { zeta } = gaussian(1, 1);
        const spline = naturalSplineOfOrder({ x, y, zeta, order: 3 });
        const order = [...x, t].map((_, j) => j).sort((i, j) => [...x, t][i] - [...x, t][j]);
        const more = naturalSplineOfOrder({
          x: order.map((j) => [...x, t][j]),
          y: order.map((j) => [...y, spline.evaluate(t)][j]),
          zeta,
          order: 3,
        });
        expect(supGap(spline.evaluate, more.evaluate, grid(-0.9, 0.9, 21))).toBeLessThan(1e-8);
        expect(Math.abs(more.energy - spline.energy)).toBeLessThan(1e-8 * (1 + spline.energy));
      }),
      { numRuns: 30 },
    );
  });

  it('reproduces polynomials below its order, also beyond the data, at energy 0', () => {
    const x = [-1, -0.4, 0.1, 0.5, 1.2];
    const y = x.map((t) => 1 - t + 2 * t * t);
    const { evaluate, energy } = naturalSplineOfOrder({ x, y, zeta: (t) => 1 / (1 + t * t), order: 3 });
    for (const t of [-2, -1, 0.3, 1.9]) expect(evaluate(t)).toBeCloseTo(1 - t + 2 * t * t, 12);
    expect(energy).toBeLessThan(1e-25);
    const three = naturalSplineOfOrder({ x: [0, 1, 3], y: [0, 1, 9], zeta: () => 1, order: 3 });
    expect(three.evaluate(2)).toBeCloseTo(4, 13);
    expect(three.energy).toBe(0);
  });

  it.each([
    ['too few points', { x: [0, 1], y: [0, 1] }, /at least 3/],
    ['an order of 0', { order: 0 }, /order 0.*at least 1/],
    ['half an order', { order: 1.5 }, /order 1.5/],
    ['a negative ζ', { zeta: () => -1 }, /at least 0/],
    [
      'ζ that vanishes around points',
      { zeta: (t: number) => (t < 0.5 ? 1 : 0), breaks: [0.5] },
      /ζ vanishes on \[1, 4\]/,
    ],
  ])('refuses %s', (_, wrong, message) => {
    const data = { x: [0, 1, 2, 3, 4], y: [0, 1, 0, 1, 0], zeta: () => 1, order: 3 };
    expect(() => naturalSplineOfOrder({ ...data, ...wrong })).toThrow(message);
  });
});
