import type { Claim, Decision, Measured, Row } from './claim.js';
import type { Evidence, Result, Run } from './result.js';
import { claims } from './registry.js';

/** Chance of a wrong verdict anywhere in a run; divided evenly over all registered claims and hypotheses. */
export const RUN_ALPHA = 1e-3;

/** Each hypothesis' share of the budget: it depends on the registry alone, so a claim replayed alone decides alike. */
export function hypothesisAlpha(registry: readonly Claim[] = claims): number {
  return RUN_ALPHA / registry.reduce((sum, claim) => sum + 1 + claim.controls.length, 0);
}

/** Rows by hypothesis over all units, in the order of the units. */
export function gather(evidence: Evidence): Measured {
  const rows: Partial<Record<string, Row[]>> = {};
  for (const { measured } of evidence.units) {
    for (const [hypothesis, measuredRows] of Object.entries(measured))
      (rows[hypothesis] ??= []).push(...(measuredRows ?? []));
  }
  return rows;
}

/** Decides a claim and its controls from the evidence: the same `decide` for each of them. Pure. */
export function judgeEvidence(claim: Claim, evidence: Evidence, alpha = hypothesisAlpha()): Result {
  const measured = gather(evidence);
  const planned = claim.units(evidence.profile).length;
  const missing = planned - evidence.units.length;
  const decide = (id: string): Decision => {
    const rows = measured[id] ?? [];
    if (missing > 0)
      return undecided(`incomplete: ${evidence.units.length} of ${planned} units of work measured`);
    return rows.length > 0 ? claim.decide(rows, alpha) : undecided('nothing was measured');
  };
  const rows = measured.claim ?? [];
  const units = evidence.units.map(({ unit }) => unit);
  const assumptions = claim.assumptions.map(({ statement, measured: assess }) => ({
    statement,
    ...(rows.length > 0 ? assess(rows, units) : { value: 'not measured', holds: false }),
  }));
  const runsHere = (control: Claim['controls'][number]): boolean =>
    control.profiles === undefined || control.profiles.includes(evidence.profile);
  const controls = claim.controls
    .filter(runsHere)
    .map((control) => ({ control, decision: withDerivations(decide(control.id), evidence, control.id) }));
  return {
    claim,
    evidence,
    measured,
    alpha,
    decision: withDerivations(withAssumptions(decide('claim'), assumptions), evidence, 'claim'),
    assumptions,
    controls,
    leftOut: claim.controls.filter((control) => !runsHere(control)),
    toothless: missing === 0 && controls.some(({ decision }) => decision.verdict !== 'refuted'),
    missing,
  };
}

/** A broken assumption never leaves a claim supported. */
function withAssumptions(decision: Decision, assumptions: Result['assumptions']): Decision {
  const broken = assumptions.find(({ holds }) => !holds);
  if (!broken || decision.verdict !== 'supported') return decision;
  return {
    ...decision,
    verdict: 'inconclusive',
    reason: `assumption broken: ${broken.statement} (${broken.value})`,
  };
}

/** A false step refutes the hypothesis that needs it; a step that could not be decided never leaves it supported. */
function withDerivations(decision: Decision, { derivations }: Evidence, hypothesis: string): Decision {
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

const undecided = (reason: string): Decision => ({
  verdict: 'inconclusive',
  statistic: { name: 'none', estimate: 0, interval: [0, 0], claimed: 'nothing to compare' },
  reason,
  groups: [],
});

/** A run passes when something was measured, every claim is supported and every control is refuted. */
export function assembleRun(profile: Run['profile'], seed: number, results: readonly Result[]): Run {
  const passed =
    results.length > 0 &&
    results.every((r) => r.decision.verdict === 'supported' && !r.toothless && r.missing === 0);
  return { profile, seed, results, passed };
}
