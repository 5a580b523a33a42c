import type { Claim, Decision } from './claim.js';
import type { Evidence, Result } from './result.js';

/** A broken assumption never leaves a claim supported. */
export function withAssumptions(decision: Decision, assumptions: Result['assumptions']): Decision {
  const broken = assumptions.find(({ holds }) => !holds);
  if (!broken || decision.verdict !== 'supported') return decision;
  return {
    ...decision,
    verdict: 'inconclusive',
    reason: `assumption broken: ${broken.statement} (${broken.value})`,
  };
}

/**
 * A false step refutes the hypothesis that needs it; a step that could not be decided, or a derivation that was not made,
 * never leaves it supported.
 */
export function withDerivations(
  decision: Decision,
  claim: Claim,
  { derivations }: Evidence,
  hypothesis: string,
): Decision {
  if (claim.derivations && !derivations.claim?.length && decision.verdict === 'supported')
    return { ...decision, verdict: 'inconclusive', reason: 'its derivations were not made' };
  const steps = (derivations[hypothesis] ?? []).flatMap(({ title, steps: chain }) =>
    chain.map((step) => ({ ...step, of: title })),
  );
  const rejected = steps.filter(({ status }) => status === 'rejected');
  if (rejected.length > 0) {
    const [{ title, of, verifiedBy }] = rejected;
    const more = decision.verdict === 'refuted' ? `; ${decision.reason}` : '';
    return {
      ...decision,
      verdict: 'refuted',
      reason: `${rejected.length} steps of derivations are false, first "${title}" (${of}): ${verifiedBy}${more}`,
    };
  }
  const open = steps.find(({ status }) => status === 'abstained');
  if (!open || decision.verdict !== 'supported') return decision;
  return {
    ...decision,
    verdict: 'inconclusive',
    reason: `step "${open.title}" of "${open.of}" could not be verified`,
  };
}

/** The statistic of what there is nothing to decide from. */
export const NO_STATISTIC = 'none';

/** Nothing to decide from. */
export const undecided = (reason: string): Decision => ({
  verdict: 'inconclusive',
  statistic: { name: NO_STATISTIC, estimate: 0, interval: [0, 0], claimed: 'nothing to compare' },
  reason,
  groups: [],
});
