import { Matrix, solve } from 'ml-matrix';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import { discretise } from './discretised-problem.js';
import type { VariationalData } from './discretised-problem.js';
import { reconstruct } from './reconstruct.js';
import type { VariationalSolution } from './reconstruct.js';

/**
 * The same discretised problem without a quadratic-programming package: its stationarity conditions
 * [K P; Pᵀ 0] (α; u, v) = (y; 0) with K = ΦΦᵀ, P = [x, 1] and z = Φᵀα, by elimination with pivoting.
 *
 * @throws RangeError on bad data; Error when the data cannot be interpolated because ζ vanishes.
 */
export function variationalSaddle(data: VariationalData): VariationalSolution {
  const problem = discretise(data);
  const { x, y, features } = problem;
  const n = x.length;
  // Scaled so that the two blocks have the same size; α and (u, v) absorb the factor.
  const size = Math.sqrt(features.reduce((most, row) => Math.max(most, dot(row, row)), Number.MIN_VALUE));
  const saddle = Matrix.zeros(n + 2, n + 2);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) saddle.set(i, j, dot(features[i], features[j]) / (size * size));
    [x[i], 1].forEach((value, k) => {
      saddle.set(i, n + k, value);
      saddle.set(n + k, i, value);
    });
  }
  const { values } = symmetricEigen(saddle);
  const sizes = values.map(Math.abs).sort();
  // Elimination returns numbers for a matrix that is singular to round-off.
  if (!(sizes[0] > n * Number.EPSILON * sizes[n + 1])) {
    throw new Error(
      'variationalSaddle: the stationarity conditions are singular; expected at most two inputs on either side ' +
        'outside the support of ζ: drop the points beyond',
    );
  }
  const alpha = solve(saddle, Matrix.columnVector([...y, 0, 0])).to1DArray();
  const z = new Float64Array(problem.size);
  features.forEach((row, j) => {
    for (let l = 0; l < z.length; l++) z[l] += (alpha[j] / (size * size)) * row[l];
  });
  return reconstruct(problem, data.zeta, z);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, l) => sum + value * b[l], 0);
}
