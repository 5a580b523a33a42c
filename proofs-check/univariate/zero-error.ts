import type { Assumption, Row } from '../claim.js';
import { largest } from '../largest.js';

/** Training fits the data: the `relativeResidual` of every row, or every trained one, is at most the given one. */
export const reachesZeroError = (
  relativeResidual: number,
  isTrained: (row: Row) => boolean = () => true,
): Assumption => ({
  statement: `training reaches zero error (relative residual at most ${relativeResidual})`,
  measured: (rows) => {
    const worst = largest(rows.filter(isTrained), 'relativeResidual');
    return { value: `largest relative residual ${worst.toExponential(2)}`, holds: worst <= relativeResidual };
  },
});
