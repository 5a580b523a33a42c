import type { Assumption } from '../claim.js';

/** Training fits the data: every row's `relativeResidual` is at most the given one. */
export const reachesZeroError = (relativeResidual: number): Assumption => ({
  statement: `training reaches zero error (relative residual at most ${relativeResidual})`,
  measured: (rows) => {
    const worst = Math.max(...rows.map((row) => Number(row.relativeResidual)));
    return { value: `largest relative residual ${worst.toExponential(2)}`, holds: worst <= relativeResidual };
  },
});
