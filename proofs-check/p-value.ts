import type { Decision, Row } from './claim.js';

/** Below this level nothing is told apart: quantiles so far out are round-off, and no budget is so small. */
export const LEAST_P = 1e-12;
const [LOWEST, HIGHEST] = [Math.log(LEAST_P), Math.log(1 - 1e-9)];
/** Halvings of the logarithm: p is found to a relative 1e-9. */
const HALVINGS = 35;

/**
 * The p-value of evidence against whatever its verdict denies: the least error level at which it decides, one way
 * or the other. `decide` has to keep its verdict at all larger levels. LEAST_P if it decides at every level (an identity
 * has no chance of error, or the evidence is overwhelming), 1 if at none.
 */
export function pValue(
  decide: (rows: readonly Row[], alpha: number) => Decision,
  rows: readonly Row[],
): number {
  const decides = (log: number): boolean => decide(rows, Math.exp(log)).verdict !== 'inconclusive';
  if (decides(LOWEST)) return LEAST_P;
  if (!decides(HIGHEST)) return 1;
  let [open, decided] = [LOWEST, HIGHEST];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (open + decided) / 2;
    if (decides(middle)) decided = middle;
    else open = middle;
  }
  return Math.exp(decided);
}
