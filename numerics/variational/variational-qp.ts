import { solveQp } from '../qp/solve-qp.js';
import { contrasts } from './contrasts.js';
import { discretise } from './discretised-problem.js';
import type { VariationalData } from './discretised-problem.js';
import { reconstruct } from './reconstruct.js';
import type { VariationalSolution } from './reconstruct.js';

/** The solution with the residual of its optimality conditions. */
export interface VariationalQpSolution extends VariationalSolution {
  readonly kktResidual: number;
}

/**
 * The variational problem of Jin and Montúfar (2023), Theorem 1 and 13, as a quadratic program: minimise ∫β²/ζ
 * subject to ux_j + v + ∫β(c)[x_j−c]₊dc = y_j.
 *
 * (u, v) are eliminated by contrasts, which leaves min |z|² subject to NᵀΦz = Nᵀy, with a definite Hessian.
 * @throws RangeError on bad data; Error when the data cannot be interpolated because ζ vanishes.
 */
export function variationalQp(data: VariationalData): VariationalQpSolution {
  const problem = discretise(data);
  const basis = contrasts(problem.x);
  const matrix = basis.map((contrast) => combination(contrast, problem.features, problem.size));
  const rhs = basis.map((contrast) => contrast.reduce((sum, value, j) => sum + value * problem.y[j], 0));
  const hessian = Array.from({ length: problem.size }, (_, l) => {
    const row = new Float64Array(problem.size);
    row[l] = 1;
    return row;
  });
  // Two points are joined by a chord, and where ζ vanishes there is no variable: no program is left.
  if (basis.length === 0)
    return { ...reconstruct(problem, data.zeta, new Float64Array(problem.size)), kktResidual: 0 };
  try {
    const linear = new Float64Array(problem.size);
    const { x: z, kktResidual } = solveQp({ hessian, linear, equality: { matrix, rhs } });
    return { ...reconstruct(problem, data.zeta, z), kktResidual };
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
