import type { Decision } from '../claim.js';

/**
 * The level at which a point null is tested ("the sampled mean is the integral", "both exponents are equal"). Evidence
 * for exact equality never mounts up as that for an inequality does: at some larger level any true equality is rejected.
 * So these tests have one level of their own, below a hypothesis' share of a run's budget for up to 5000 hypotheses. With it verdicts stay what
 * they are as the allowed chance of error grows, which a ledger of p-values needs.
 */
export const POINT_NULL_LEVEL = 1e-7;

/** The level to test a point null at where `alpha` is allowed. */
export const pointNullLevel = (alpha: number): number => Math.min(alpha, POINT_NULL_LEVEL);

/** A point null that was not rejected supports nothing where less than its level is allowed. */
export function withPointNulls(decision: Decision, alpha: number): Decision {
  if (alpha >= POINT_NULL_LEVEL || decision.verdict !== 'supported') return decision;
  return {
    ...decision,
    verdict: 'inconclusive',
    reason: `${decision.reason}; equalities are tested at level ${POINT_NULL_LEVEL}, more than the ${alpha} allowed`,
  };
}
