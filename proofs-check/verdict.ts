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
  const assumptions = claim.assumptions.map(({ statement, measured: assess }) => ({
    statement,
    ...(rows.length > 0 ? assess(rows) : { value: 'not measured', holds: false }),
  }));
  const runsHere = (control: Claim['controls'][number]): boolean =>
    control.profiles === undefined || control.profiles.includes(evidence.profile);
  const controls = claim.controls
    .filter(runsHere)
    .map((control) => ({ control, decision: decide(control.id) }));
  return {
    claim,
    evidence,
    measured,
    alpha,
    decision: qualified(decide('claim'), assumptions, evidence),
    assumptions,
    controls,
    leftOut: claim.controls.filter((control) => !runsHere(control)),
    toothless: missing === 0 && controls.some(({ decision }) => decision.verdict !== 'refuted'),
    missing,
  };
}

/** A broken assumption or an unverified derivation never leaves a claim supported. */
function qualified(decision: Decision, assumptions: Result['assumptions'], evidence: Evidence): Decision {
  if (decision.verdict !== 'supported') return decision;
  const broken = assumptions.find(({ holds }) => !holds);
  if (broken) {
    return {
      ...decision,
      verdict: 'inconclusive',
      reason: `assumption broken: ${broken.statement} (${broken.value})`,
    };
  }
  const open = evidence.derivations.find(({ steps }) => steps.some(({ status }) => status === 'abstained'));
  if (open)
    return {
      ...decision,
      verdict: 'inconclusive',
      reason: `a step of "${open.title}" could not be verified`,
    };
  return decision;
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
