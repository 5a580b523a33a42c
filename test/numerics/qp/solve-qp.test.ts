import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import quadprog from 'quadprog-js';
import { describe, expect, it } from 'vitest';
import { grid } from '../kernels/weight-functions.js';
import { solveQp } from '../../../numerics/qp/solve-qp.js';
import type { QpProblem } from '../../../numerics/qp/problem.js';

const entry = fc.integer({ min: -1000, max: 1000 }).map((k) => k / 1000);
const vector = (n: number): fc.Arbitrary<number[]> => fc.array(entry, { minLength: n, maxLength: n });
const rows = (m: number, n: number): fc.Arbitrary<number[][]> =>
  fc.array(vector(n), { minLength: m, maxLength: m });

/**
 * AAᵀ + I and constraints with a solution of size one, in coordinates scaled by 10^k each: the condition is up to 1e16
 * and more, from scaling alone.
 */
const problems = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc
    .record({
      a: rows(n, n),
      linear: vector(n),
      feasible: vector(n),
      constraints: fc.integer({ min: 0, max: n }).chain((m) => rows(m, n)),
      exponents: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: n, maxLength: n }),
    })
    .map(({ a, linear, feasible, constraints, exponents }) => {
      const scale = exponents.map((k) => Math.exp(k * Math.LN10));
      const scaled = (row: readonly number[]): number[] => row.map((value, j) => value * scale[j]);
      // Identity rows keep the constraints independent.
      const independent = constraints.map((row, i) => row.map((value, j) => value / 8 + (i === j ? 1 : 0)));
      const hessian = a.map((p, i) =>
        a.map((q, j) => (dot(p, q) + (i === j ? 1 : 0)) * (scale[i] * scale[j])),
      );
      const rhs = independent.map((row) => dot(row, feasible));
      return { scale, problem: { hessian, linear: scaled(linear), matrix: independent.map(scaled), rhs } };
    }),
);

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);

describe('solveQp', () => {
  it('is the solution of the linear saddle system, whatever the scaling', () => {
    fc.assert(
      fc.property(problems, ({ problem, scale }) => {
        const { hessian, linear, matrix, rhs } = problem;
        const [n, m] = [linear.length, rhs.length];
        const saddle = Matrix.zeros(n + m, n + m);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) saddle.set(i, j, hessian[i][j] / (scale[i] * scale[j]));
          for (let k = 0; k < m; k++) {
            saddle.set(i, n + k, matrix[k][i] / scale[i]);
            saddle.set(n + k, i, matrix[k][i] / scale[i]);
          }
        }
        const right = [...linear.map((value, i) => -value / scale[i]), ...rhs];
        const expected = solve(saddle, Matrix.columnVector(right)).to1DArray();
        const { x, kktResidual, kktBound } = solveQp(problem);
        expect(kktResidual).toBeLessThanOrEqual(kktBound);
        // Condition numbers: at most 8·7 of the Hessian, some hundreds of the rows.
        x.forEach((value, i) => {
          expect(Math.abs(value * scale[i] - expected[i])).toBeLessThan(1e6 * Number.EPSILON);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('meets the constraints, and no feasible direction descends', () => {
    fc.assert(
      fc.property(problems, vector(7), ({ problem, scale }, towards) => {
        const { hessian, linear, matrix, rhs } = problem;
        const { x } = solveQp(problem);
        matrix.forEach((row, k) => {
          expect(Math.abs(dot(row, x) - rhs[k])).toBeLessThan(1e4 * Number.EPSILON);
        });
        // A direction in scaled coordinates, less its part in the span of the rows (Gram–Schmidt, twice).
        const free = scale.map((_, i) => towards[i]);
        const basis: number[][] = [];
        for (const vectorOf of [...matrix.map((row) => row.map((value, i) => value / scale[i])), free]) {
          const rest = [...vectorOf];
          for (const known of [...basis, ...basis]) {
            const share = dot(rest, known);
            known.forEach((value, i) => (rest[i] -= share * value));
          }
          const norm = Math.sqrt(dot(rest, rest));
          if (norm < 1e-3) return;
          basis.push(rest.map((value) => value / norm));
        }
        const gradient = linear.map((value, i) => (dot(hessian[i], x) + value) / scale[i]);
        expect(Math.abs(dot(gradient, basis[basis.length - 1]))).toBeLessThan(1e6 * Number.EPSILON);
      }),
    );
  });

  it('solves an example by hand', () => {
    // min ½|x|² − x₁ on x₀ + x₁ = 2: x = (½, 1½).
    const { x } = solveQp({
      hessian: [
        [1, 0],
        [0, 1],
      ],
      linear: [0, -1],
      matrix: [[1, 1]],
      rhs: [2],
    });
    expect(x[0]).toBeCloseTo(0.5, 14);
    expect(x[1]).toBeCloseTo(1.5, 14);
  });

  it('solves where the bare package calls a feasible problem inconsistent', () => {
    const diagonal = (scale: number): number[][] =>
      grid(0, 6, 6).map((k, i, all) => all.map((_, j) => (i === j ? scale * Math.exp(k * Math.LN10) : 0)));
    const linear = [0, 0, 0, 0, 0, 0];
    const matrix = [
      [1, 1, 1, 1, 1, 1],
      [0, 1, 2, 3, 4, 5],
      [1, 0, 1, 0, 1, 0],
    ];
    const rhs = [1, 2, 0.3];
    expect(() => quadprog(diagonal(1e6), linear, matrix, rhs, 3)).toThrow(/inconsistent/);
    // Multiplying the objective by a number changes nothing, and the package can do the smaller one.
    const { solution } = quadprog(diagonal(1), linear, matrix, rhs, 3);
    const { x } = solveQp({ hessian: diagonal(1e6), linear, matrix, rhs });
    // The rows of the whitened problem have a condition of some hundreds.
    x.forEach((value, i) => {
      expect(Math.abs(value - solution[i])).toBeLessThan(1e4 * Number.EPSILON);
    });
  });

  const FREE = { matrix: [], rhs: [] };

  it('without constraints is the unconstrained minimum', () => {
    expect([...solveQp({ hessian: [[4]], linear: [-8], ...FREE }).x]).toEqual([2]);
    expect(Math.abs(solveQp({ hessian: [[4]], linear: [0], ...FREE }).x[0])).toBe(0);
  });

  const H = [
    [2, 0],
    [0, 2],
  ];
  const PLAIN = { hessian: H, linear: [0, 0] };
  const twice = (row: number[]): number[][] => [row, row];
  it.each<[string, QpProblem, RegExp]>([
    [
      'contradictory constraints',
      { ...PLAIN, matrix: twice([1, 1]), rhs: [0, 1] },
      /row 1 depends on the rows before it.*drop/,
    ],
    ['repeated constraints', { ...PLAIN, matrix: twice([1, 1]), rhs: [1, 1] }, /row 1 depends.*repeated/],
    [
      'an indefinite Hessian',
      {
        hessian: [
          [1, 2],
          [2, 1],
        ],
        linear: [0, 0],
        ...FREE,
      },
      /not positive definite/,
    ],
    [
      'a Hessian that is not symmetric',
      {
        hessian: [
          [1, 0.5],
          [0, 1],
        ],
        linear: [0, 0],
        ...FREE,
      },
      /symmetrise/,
    ],
    [
      'a Hessian of the wrong size',
      { hessian: [[1]], linear: [0, 0], ...FREE },
      /1 Hessian rows, expected 2.*linear term/,
    ],
    [
      'a Hessian row of the wrong size',
      { hessian: [[1], [0, 1]], linear: [0, 0], ...FREE },
      /Hessian row 0 of length 1/,
    ],
    ['NaN in the linear term', { hessian: H, linear: [0, NaN], ...FREE }, /linear term .*element 1 = NaN/],
    ['NaN in a right side', { ...PLAIN, matrix: [[1, 1]], rhs: [NaN] }, /right side .*element 0 = NaN/],
    ['Infinity in a row', { ...PLAIN, matrix: [[1, Infinity]], rhs: [1] }, /constraint row 0.*Infinity/],
    [
      'a missing right side',
      { ...PLAIN, matrix: [[1, 1]], rhs: [] },
      /1 constraint rows, expected 0.*right side/,
    ],
    ['a row of zeros', { ...PLAIN, matrix: [[0, 0]], rhs: [0] }, /row 0 of zeros/],
    [
      'numbers whose ratios overflow',
      { ...PLAIN, matrix: [[1e-100, 0]], rhs: [1e300] },
      /optimality residual is NaN/,
    ],
  ])('refuses %s', (_, problem, message) => {
    expect(() => solveQp(problem)).toThrow(message);
  });
});
