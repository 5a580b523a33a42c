import { Matrix } from 'ml-matrix';
import { dot } from '../../kernels/several/points.js';
import { solveQp } from '../../qp/solve-qp.js';
import type { QpSolution } from '../../qp/solve-qp.js';
import { contrastsTo } from '../contrasts.js';
import { kinkSolution } from './kink-problem.js';
import type { KinkProblem, KinkSolution } from './kink-problem.js';

/** The solution with the residual of its optimality conditions, and the bound it was held to; see `solveQp`. */
export interface KinkQpSolution extends KinkSolution, Pick<QpSolution, 'kktResidual' | 'kktBound'> {}

/**
 * The discretised problem by quadratic programming. The affine part is eliminated by contrasts, which leaves min |z|² subject to
 * NᵀΦz = Nᵀy with a definite Hessian. The Hessian is dense: 512 nodes take half a second, 1024 three.
 */
export function kinkQp(problem: KinkProblem): KinkQpSolution {
  const { y, design, features, size } = problem;
  const basis = contrastsTo(design);
  const linear = new Float64Array(size);
  // As many points as affine functions: no constraint is left, and nothing bends.
  if (basis.length === 0) return { ...kinkSolution(problem, linear), kktResidual: 0, kktBound: 0 };
  const matrix = basis.map((contrast) => {
    const row = new Float64Array(size);
    contrast.forEach((weight, j) => {
      for (let l = 0; l < size; l++) row[l] += weight * features[j][l];
    });
    return row;
  });
  const rhs = basis.map((contrast) => dot(contrast, y));
  const {
    x: z,
    kktResidual,
    kktBound,
  } = solveQp({
    hessian: Matrix.eye(size).to2DArray(),
    linear,
    matrix,
    rhs,
  });
  return { ...kinkSolution(problem, z), kktResidual, kktBound };
}
