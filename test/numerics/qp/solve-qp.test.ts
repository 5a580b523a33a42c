import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import quadprog from 'quadprog-js';
import { describe, expect, it } from 'vitest';
import { grid } from '../kernels/weight-functions.js';
import { solveQp } from '../../../numerics/qp/solve-qp.js';
import type { QpProblem, QpSolution } from '../../../numerics/qp/solve-qp.js';

const entry = fc.integer({ min: -1000, max: 1000 }).map((k) => k / 1000);
const vector = (n: number): fc.Arbitrary<number[]> => fc.array(entry, { minLength: n, maxLength: n });
const rows = (m: number, n: number): fc.Arbitrary<number[][]> =>
  fc.array(vector(n), { minLength: m, maxLength: m });

/** AAᵀ + I in coordinates scaled by 10^k each: condition up to 1e16 and more, from scaling alone. */
const problems = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc
    .record({
      a: rows(n, n),
      linear: vector(n),
      feasible: vector(n),
      equality: fc.integer({ min: 0, max: n - 1 }).chain((m) => rows(m, n)),
      inequality: fc.integer({ min: 0, max: 4 }).chain((m) => rows(m, n)),
      exponents: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: n, maxLength: n }),
    })
    .map(({ a, linear, feasible, equality, inequality, exponents }) => {
      const scale = exponents.map((k) => Math.exp(k * Math.LN10));
      const hessian = a.map((p, i) =>
        a.map((q, j) => {
          const product = p.reduce((sum, value, k) => sum + value * q[k], i === j ? 1 : 0);
          return product * (scale[i] * scale[j]);
        }),
      );
      const scaled = (row: readonly number[]): number[] => row.map((value, j) => value * scale[j]);
      const at = (row: readonly number[]): number =>
        row.reduce((sum, value, j) => sum + value * feasible[j], 0);
      // Identity rows keep the equalities independent.
      const independent = equality.map((row, i) => row.map((value, j) => value / 8 + (i === j ? 1 : 0)));
      const problem = {
        hessian,
        linear: scaled(linear),
        equality: { matrix: independent.map(scaled), rhs: independent.map(at) },
        inequality: { matrix: inequality.filter((row) => row.some((v) => v !== 0)).map(scaled), rhs: [] },
      };
      const kept = inequality.filter((row) => row.some((v) => v !== 0));
      return {
        problem: {
          ...problem,
          inequality: { matrix: problem.inequality.matrix, rhs: kept.map((r) => at(r) + 0.1) },
        },
        scale,
      };
    }),
);

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);

/** Largest violation of the optimality conditions in the original variables, scaled back to size one. */
function violation(problem: Required<QpProblem>, solution: QpSolution, scale: readonly number[]): number {
  const { hessian, linear, equality, inequality } = problem;
  const gradient = scale.map(
    (s, i) =>
      (dot(hessian[i], solution.x) +
        linear[i] +
        equality.matrix.reduce((sum, row, k) => sum + row[i] * solution.equalityMultipliers[k], 0) +
        inequality.matrix.reduce((sum, row, k) => sum + row[i] * solution.inequalityMultipliers[k], 0)) /
      s,
  );
  const slack = inequality.matrix.map((row, k) => inequality.rhs[k] - dot(row, solution.x));
  return Math.max(
    0,
    ...gradient.map(Math.abs),
    ...equality.matrix.map((row, k) => Math.abs(dot(row, solution.x) - equality.rhs[k])),
    ...slack.map((value) => -value),
    ...slack.map((value, k) => Math.abs(value * solution.inequalityMultipliers[k])),
    ...solution.inequalityMultipliers.map((value) => -value),
  );
}

describe('solveQp', () => {
  it('meets the optimality conditions in the original variables, whatever their scaling', () => {
    fc.assert(
      fc.property(problems, ({ problem, scale }) => {
        const solution = solveQp(problem);
        expect(solution.kktResidual).toBeLessThanOrEqual(solution.kktBound);
        // Condition numbers: at most 8·7 of the Hessian, some hundreds of the rows; multipliers of size up to 1e3.
        expect(violation(problem, solution, scale)).toBeLessThan(1e6 * Number.EPSILON);
        const { hessian, linear } = problem;
        const direct = solution.x.reduce(
          (sum, v, i) => sum + v * (0.5 * dot(hessian[i], solution.x) + linear[i]),
          0,
        );
        expect(Math.abs(solution.value - direct)).toBeLessThan(1e5 * Number.EPSILON);
      }),
      { numRuns: 300 },
    );
  });

  it('with equalities only is the solution of the linear saddle system', () => {
    fc.assert(
      fc.property(problems, ({ problem, scale }) => {
        const { hessian, linear, equality } = problem;
        const [n, m] = [linear.length, equality.rhs.length];
        const saddle = Matrix.zeros(n + m, n + m);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) saddle.set(i, j, hessian[i][j] / (scale[i] * scale[j]));
          for (let k = 0; k < m; k++) {
            saddle.set(i, n + k, equality.matrix[k][i] / scale[i]);
            saddle.set(n + k, i, equality.matrix[k][i] / scale[i]);
          }
        }
        const rhs = [...Array.from(linear, (v, i) => -v / scale[i]), ...Array.from(equality.rhs)];
        const expected = solve(saddle, Matrix.columnVector(rhs)).to1DArray();
        const { x, equalityMultipliers } = solveQp({ hessian, linear, equality });
        x.forEach((value, i) => {
          expect(Math.abs(value * scale[i] - expected[i])).toBeLessThan(1e6 * Number.EPSILON);
        });
        equalityMultipliers.forEach((value, k) => {
          expect(Math.abs(value - expected[n + k])).toBeLessThan(1e6 * Number.EPSILON);
        });
      }),
    );
  });

  it('has the right multipliers, signs included', () => {
    // min ½|x|² on x₀ + x₁ = 2, x₀ ≤ ½: x = (½, 1½), ν = −1½, μ = 1.
    const solution = solveQp({
      hessian: [
        [1, 0],
        [0, 1],
      ],
      linear: [0, 0],
      equality: { matrix: [[1, 1]], rhs: [2] },
      inequality: {
        matrix: [
          [1, 0],
          [0, 1],
        ],
        rhs: [0.5, 7],
      },
    });
    expect(Array.from(solution.x, (v) => v.toFixed(12))).toEqual(['0.500000000000', '1.500000000000']);
    expect(solution.equalityMultipliers[0]).toBeCloseTo(-1.5, 13);
    expect(solution.inequalityMultipliers[0]).toBeCloseTo(1, 13);
    expect(solution.inequalityMultipliers[1]).toBe(0);
    expect(solution.value).toBeCloseTo(1.25, 13);
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
    const { x } = solveQp({ hessian: diagonal(1e6), linear, equality: { matrix, rhs } });
    // The rows of the whitened problem have a condition of some hundreds.
    x.forEach((value, i) => {
      expect(Math.abs(value - solution[i])).toBeLessThan(1e4 * Number.EPSILON);
    });
  });

  it('without constraints is the unconstrained minimum', () => {
    expect([...solveQp({ hessian: [[4]], linear: [-8] }).x]).toEqual([2]);
    expect(Math.abs(solveQp({ hessian: [[4]], linear: [0] }).x[0])).toBe(0);
  });

  const H = [
    [2, 0],
    [0, 2],
  ];
  it.each<[string, QpProblem, RegExp]>([
    [
      'contradictory constraints',
      {
        hessian: H,
        linear: [0, 0],
        equality: {
          matrix: [
            [1, 1],
            [1, 1],
          ],
          rhs: [0, 1],
        },
      },
      /row 1 depends on the rows before it.*drop/,
    ],
    [
      'inequalities that exclude each other',
      {
        hessian: H,
        linear: [0, 0],
        inequality: {
          matrix: [
            [1, 0],
            [-1, 0],
          ],
          rhs: [-1, 0],
        },
      },
      /inconsistent/,
    ],
    [
      'an indefinite Hessian',
      {
        hessian: [
          [1, 2],
          [2, 1],
        ],
        linear: [0, 0],
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
      },
      /symmetrise/,
    ],
    ['a Hessian of the wrong size', { hessian: [[1]], linear: [0, 0] }, /Hessian of 1 rows, expected 2/],
    [
      'a Hessian row of the wrong size',
      { hessian: [[1], [0, 1]], linear: [0, 0] },
      /Hessian row 0 of length 1/,
    ],
    ['NaN in the linear term', { hessian: H, linear: [0, NaN] }, /linear term .*element 1 = NaN/],
    [
      'NaN in a right side',
      { hessian: H, linear: [0, 0], equality: { matrix: [[1, 1]], rhs: [NaN] } },
      /equality right side.*NaN/,
    ],
    [
      'Infinity in a row',
      { hessian: H, linear: [0, 0], inequality: { matrix: [[1, Infinity]], rhs: [1] } },
      /inequality row 0.*Infinity/,
    ],
    [
      'a missing right side',
      { hessian: H, linear: [0, 0], equality: { matrix: [[1, 1]], rhs: [] } },
      /1 equality rows and 0 right sides/,
    ],
    [
      'a row of zeros',
      { hessian: H, linear: [0, 0], equality: { matrix: [[0, 0]], rhs: [0] } },
      /zeros \(row 0/,
    ],
  ])('refuses %s', (_, problem, message) => {
    expect(() => solveQp(problem)).toThrow(message);
  });
});
