import { Matrix, solve } from 'ml-matrix';
import { dot } from '../../kernels/several/points.js';
import { symmetricEigen } from '../../linear-algebra/symmetric-eigen.js';
import { kinkSolution } from './kink-problem.js';
import type { KinkProblem, KinkSolution } from './kink-problem.js';

/** The solution with the spectral condition number of the system. */
export interface KinkSaddleSolution extends KinkSolution {
  readonly condition: number;
}

/**
 * The same discretised problem without a quadratic-programming package, on grids of any size: its stationarity conditions
 * [K P; Pᵀ 0](α; a) = (y; 0) with K = ΦΦᵀ and z = Φᵀα, by elimination with pivoting.
 */
export function kinkSaddle(problem: KinkProblem): KinkSaddleSolution {
  const { y, design, features, size } = problem;
  const n = y.length;
  const p = design[0].length;
  // Scaled so that the two blocks have the same size; α absorbs the factor.
  const scale = features.reduce((most, row) => Math.max(most, dot(row, row)), Number.MIN_VALUE);
  const saddle = Matrix.zeros(n + p, n + p);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = dot(features[i], features[j]) / scale;
      saddle.set(i, j, value);
      saddle.set(j, i, value);
    }
    design[i].forEach((value, k) => {
      saddle.set(i, n + k, value);
      saddle.set(n + k, i, value);
    });
  }
  const sizes = symmetricEigen(saddle).values.map(Math.abs);
  const right = Matrix.columnVector([...y, ...new Array<number>(p).fill(0)]);
  const alpha = solve(saddle, right).to1DArray();
  const z = new Float64Array(size);
  features.forEach((row, j) => {
    for (let l = 0; l < size; l++) z[l] += (alpha[j] / scale) * row[l];
  });
  return { ...kinkSolution(problem, z), condition: Math.max(...sizes) / Math.min(...sizes) };
}
