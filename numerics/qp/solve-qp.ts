import { Matrix } from 'ml-matrix';
import quadprog from 'quadprog-js';
import { optimality } from './optimality.js';
import { orthogonalRows } from './orthogonal-rows.js';
import { checkProblem, type QpProblem } from './problem.js';
import { whiten } from './whitened-qp.js';

/** The solution of a program, and how well it meets the optimality conditions. */
export interface QpSolution {
  /** The minimiser (n). */
  readonly x: Float64Array;
  /** Relative violation of the optimality conditions in whitened variables, and the bound it was held to. */
  readonly kktResidual: number;
  readonly kktBound: number;
}

/**
 * Solves min ½xᵀHx + cᵀx subject to Ax = b, H positive definite, by the dual method of Goldfarb and Idnani (1983), as
 * quadprog-js has it.
 *
 * The problem is whitened first, and the optimality of every solution is verified independently of the package.
 * @throws RangeError on data of wrong sizes or not finite; Error when H is not positive definite, when the
 *   constraints are contradictory or dependent, or when the solution is not optimal to round-off.
 */
export function solveQp(problem: QpProblem): QpSolution {
  checkProblem(problem);
  const whitened = whiten(problem);
  const { rows, rhs } = orthogonalRows(whitened.rows, whitened.rhs);
  const identity = Matrix.eye(problem.linear.length).to2DArray();
  const { solution } = quadprog(identity, whitened.linear, rows, rhs, rows.length);

  const { residual, bound } = optimality(whitened, solution);
  if (!(residual <= bound)) {
    throw new Error(
      `solveQp: the solution's optimality residual is ${residual}, expected at most ${bound}: the constraints are ` +
        'nearly dependent, or overflow: merge such rows, or rescale them',
    );
  }
  return { x: whitened.unwhiten(solution), kktResidual: residual, kktBound: bound };
}
