import { Matrix } from 'ml-matrix';
import { solveQp } from '../qp/solve-qp.js';
import type { QpSolution } from '../qp/solve-qp.js';
import { contrasts } from './contrasts.js';
import { discretise } from './discretised-problem.js';
import type { VariationalData } from './discretised-problem.js';
import { reconstruct } from './reconstruct.js';
import type { VariationalSolution } from './reconstruct.js';

/** The solution with the residual of its optimality conditions, and the bound it was held to; see `solveQp`. */
export interface VariationalQpSolution
  extends VariationalSolution, Pick<QpSolution, 'kktResidual' | 'kktBound'> {}

/**
 * The variational problem of Jin and Montúfar (2023), Theorem 1 and 13, as a quadratic program: minimise ∫β²/ζ
 * subject to ux_j + v + ∫β(c)[x_j−c]₊dc = y_j.
 *
 * (u, v) are eliminated by contrasts, which leaves min |z|² subject to NᵀΦz = Nᵀy, with a definite Hessian.
 * @throws RangeError on bad data; Error when the data cannot be interpolated because ζ vanishes.
 */
export function variationalQp(data: VariationalData): VariationalQpSolution {
  const problem = discretise(data);
  const { x, y, features, size } = problem;
  const solution = (z: ArrayLike<number>): VariationalSolution => reconstruct(problem, data.zeta, z);
  const basis = contrasts(x);
  const linear = new Float64Array(size);
  // Two points are joined by a chord: no constraint is left, and nothing bends.
  if (basis.length === 0) return { ...solution(linear), kktResidual: 0, kktBound: 0 };
  const matrix = basis.map((contrast) => combination(contrast, features, size));
  const rhs = basis.map((contrast) => contrast.reduce((sum, value, j) => sum + value * y[j], 0));
  const hessian = Matrix.eye(size).to2DArray();
  try {
    const { x: z, kktResidual, kktBound } = solveQp({ hessian, linear, matrix, rhs });
    return { ...solution(z), kktResidual, kktBound };
  } catch (error) {
    throw new Error(
      'variationalQp: the interpolation conditions cannot all be met; expected at most two inputs on either side ' +
        'outside the support of ζ: drop the points beyond',
      { cause: error },
    );
  }
}

function combination(weights: readonly number[], rows: readonly Float64Array[], size: number): Float64Array {
  const sum = new Float64Array(size);
  rows.forEach((row, j) => {
    for (let l = 0; l < size; l++) sum[l] += weights[j] * row[l];
  });
  return sum;
}
