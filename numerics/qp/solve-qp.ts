import quadprog from 'quadprog-js';
import { checkConstraints, checkVector } from './constraints.js';
import type { Constraints } from './constraints.js';
import { orthogonalRows } from './orthogonal-rows.js';
import { optimality } from './optimality.js';
import { whiten } from './whitened-qp.js';

/** min ½xᵀHx + cᵀx subject to equality rows a·x = b and inequality rows a·x ≤ b. */
export interface QpProblem {
  /** H, symmetric positive definite (n × n). */
  readonly hessian: readonly ArrayLike<number>[];
  /** c (n). */
  readonly linear: ArrayLike<number>;
  readonly equality?: Constraints;
  readonly inequality?: Constraints;
}

/** The solution with its proof of optimality: Hx + c + Aᵀμ = 0 with μ ≥ 0 for the inequalities. */
export interface QpSolution {
  readonly x: Float64Array;
  /** ½xᵀHx + cᵀx. */
  readonly value: number;
  readonly equalityMultipliers: Float64Array;
  readonly inequalityMultipliers: Float64Array;
  /** Relative violation of the optimality conditions in whitened variables, and the bound it was held to. */
  readonly kktResidual: number;
  readonly kktBound: number;
}

const NONE: Constraints = { matrix: [], rhs: [] };

/**
 * Solves a strictly convex quadratic program by the dual active-set method of Goldfarb and Idnani (quadprog-js).
 *
 * The problem is whitened first, and the optimality of every solution is verified independently of the package.
 * @throws RangeError on data of wrong sizes or not finite; Error when H is not positive definite, when the
 *   constraints are inconsistent or dependent, or when the solution is not optimal to round-off.
 */
export function solveQp({ hessian, linear, equality = NONE, inequality = NONE }: QpProblem): QpSolution {
  const n = linear.length;
  checkVector('linear term', linear, n);
  if (hessian.length !== n) {
    throw new RangeError(
      `solveQp: got a Hessian of ${hessian.length} rows, expected ${n}, as in the linear term`,
    );
  }
  hessian.forEach((row, i) => {
    checkVector(`Hessian row ${i}`, row, n);
  });
  checkConstraints('equality', equality, n);
  checkConstraints('inequality', inequality, n);

  const problem = whiten(hessian, linear, equality, inequality);
  const equalities = equality.rhs.length;
  const identity = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  );
  const equal = orthogonalRows(problem.rows.slice(0, equalities), problem.rhs.slice(0, equalities));
  const rows = [...equal.rows, ...problem.rows.slice(equalities)];
  const rhs = [...equal.rhs, ...problem.rhs.slice(equalities)];
  const { solution, active } = runQuadprog(identity, problem.linear, rows, rhs, equalities);

  const inequalitiesActive = active.filter((i) => i >= equalities);
  const all = [...Array.from({ length: equalities }, (_, i) => i), ...inequalitiesActive];
  const { multipliers, residual, bound } = optimality(problem, solution, equalities, all);
  if (!(residual <= bound)) {
    throw new Error(
      `solveQp: the solution's optimality residual is ${residual}, expected at most ${bound}: the constraints are ` +
        'nearly dependent; remove or merge such rows',
    );
  }
  const original = multipliers.map((nu, i) => problem.multiplier(i, nu));
  return {
    x: problem.unwhiten(solution),
    value: problem.valueScale * solution.reduce((sum, z, i) => sum + z * (0.5 * z + problem.linear[i]), 0),
    equalityMultipliers: original.slice(0, equalities),
    inequalityMultipliers: original.slice(equalities),
    kktResidual: residual,
    kktBound: bound,
  };
}

function runQuadprog(...problem: Parameters<typeof quadprog>): ReturnType<typeof quadprog> {
  try {
    return quadprog(...problem);
  } catch (error) {
    throw new Error(
      `solveQp: quadprog-js says "${error instanceof Error ? error.message : String(error)}"; expected constraints ` +
        'that can all hold: drop contradictory rows',
      { cause: error },
    );
  }
}
