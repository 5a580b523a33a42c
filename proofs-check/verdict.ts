import { normalQuantile } from '../numerics/statistics/quantiles.js';
import type { Claim, Control, Decision, Measured, Profile, Row } from './claim.js';
import { POINT_NULL_LEVEL } from './decisions/point-null.js';
import { holmLevels } from './holm.js';
import { pValue } from './p-value.js';
import { undecided, withAssumptions, withDerivations } from './qualified.js';
import { claims } from './registry.js';
import type { Chance, Evidence, Result, Run } from './result.js';
import { controlsOf, LOOKS, looksAt, type Looks } from './stages.js';

/** Chance of a wrong verdict anywhere in a run: half of it for each look, divided over the hypotheses by Holm. */
export const RUN_ALPHA = 1e-3;

export interface Budget {
  /** The claims that it is divided over, selected or not. */
  readonly registry?: readonly Claim[];
  readonly alpha?: number;
}

/** Hypotheses that the budget is divided over: all of the registry, so that a part of a run spends no more of it. */
export function familySize(profile: Profile, registry: readonly Claim[] = claims): number {
  return registry.reduce((sum, claim) => sum + 1 + controlsOf(claim, profile).length, 0);
}

/**
 * Judges the evidence of a run: every claim and every control by the same `decide`, at the level that Holm’s step-down
 * over all of them grants. What the first look left open is decided at the second one, if its further stage was
 * measured; what the first one decided stands. Pure.
 * A run passes when something was measured, every claim is supported and every control is refuted.
 * @throws RangeError for evidence of a claim that is not in the registry
 */
export function judgeRun(
  profile: Profile,
  seed: number,
  evidence: readonly Evidence[],
  { registry = claims, alpha = RUN_ALPHA }: Budget = {},
): Run {
  const hypotheses = familySize(profile, registry);
  const cases = evidence.map((each) => caseOf(each, registry));
  const open = cases.flatMap((each) => each.hypotheses.map((hypothesis) => pending(each, hypothesis)));
  const levels = Array.from({ length: LOOKS }, (_, look) =>
    holmLevels(
      open.map(({ p }) => p[look]),
      alpha / LOOKS,
      hypotheses,
    ),
  );
  const decided = new Map(open.map((each, k) => [each, decideAt(each, [levels[0][k], levels[1][k]])]));
  const results = cases.map((each) =>
    resultOf(
      each,
      open.filter(({ of }) => of === each).flatMap((hypothesis) => decided.get(hypothesis) ?? []),
    ),
  );
  const passed =
    results.length > 0 &&
    results.every((r) => r.decision.verdict === 'supported' && !r.toothless && r.missing === 0);
  return { profile, seed, results, hypotheses, passed };
}

/** Evidence of one claim, sorted by look. */
interface Case {
  readonly claim: Claim;
  readonly evidence: Evidence;
  readonly looks: Looks;
  readonly controls: readonly Control[];
  /** 'claim', then its controls. */
  readonly hypotheses: readonly string[];
}

function caseOf(evidence: Evidence, registry: readonly Claim[]): Case {
  const claim = registry.find(({ id }) => id === evidence.claim);
  if (!claim) throw new RangeError(`evidence of an unknown claim ${JSON.stringify(evidence.claim)}`);
  const controls = controlsOf(claim, evidence.profile);
  return {
    claim,
    evidence,
    looks: looksAt(claim, evidence),
    controls,
    hypotheses: ['claim', ...controls.map(({ id }) => id)],
  };
}

/** A hypothesis with its p-value at each look. */
interface Pending {
  readonly of: Case;
  readonly hypothesis: string;
  readonly rows: readonly (readonly Row[])[];
  readonly p: readonly number[];
}

function pending(of: Case, hypothesis: string): Pending {
  const { first, all = first, missing } = of.looks;
  const rows = [first[hypothesis] ?? [], all[hypothesis] ?? []];
  const p = (measured: readonly Row[]): number =>
    missing > 0 || measured.length === 0
      ? 1
      : pValue((given, alpha) => of.claim.decide(given, alpha), measured);
  const firstP = p(rows[0]);
  return { of, hypothesis, rows, p: [firstP, all === first ? firstP : p(rows[1])] };
}

interface Decided {
  readonly decision: Decision;
  readonly chance: Chance;
}

function decideAt({ of, hypothesis, rows, p }: Pending, levels: readonly [number, number]): Decided {
  const { claim, evidence, looks } = of;
  const k = p[0] <= levels[0] || looks.all === undefined ? 0 : 1;
  const chance = { p: p[k], level: levels[k], look: k + 1 };
  if (looks.missing > 0) {
    const planned = claim.units(evidence.profile).length;
    const reason = `incomplete: ${planned - looks.missing} of ${planned} units of work measured`;
    return { decision: undecided(reason), chance };
  }
  if (rows[k].length === 0) return { decision: undecided(nothingOf(hypothesis, of)), chance };
  const decision = claim.decide(rows[k], levels[k]);
  // At the level of point nulls p is as small as it gets: more evidence would not change it.
  if (decision.verdict !== 'inconclusive' || p[k] === 1 || p[k] < POINT_NULL_LEVEL * (1 + 1e-6))
    return { decision: withDerivations(decision, claim, evidence, hypothesis), chance };
  const needed = evidenceNeeded(p[k], levels[k]);
  const units = Math.ceil(needed * evidence.units.length);
  const reason = `${decision.reason}; ${
    needed < HOPELESS
      ? `about ${units} units of work instead of ${evidence.units.length} would settle it if the estimate stays`
      : 'the estimate lies at a bound, more units of work would hardly settle it'
  }`;
  return {
    decision: withDerivations({ ...decision, reason }, claim, evidence, hypothesis),
    chance: { ...chance, needed },
  };
}

/** Where measure() gives rows under names that are no hypothesis, one of them may be misspelt. */
function nothingOf(hypothesis: string, { claim, looks }: Case): string {
  const ids = ['claim', ...claim.controls.map(({ id }) => id)];
  const others = Object.keys(looks.first).filter((name) => !ids.includes(name));
  const found = others.length > 0 ? `, though there are rows of ${others.join(', ')}` : '';
  return `nothing was measured: measure() gave no rows of ${hypothesis}${found}`;
}

const HOPELESS = 1000;

/** Standard errors shrink with the square root of the number of units: how many times as many reach the level. */
function evidenceNeeded(p: number, level: number): number {
  const ratio = normalQuantile(1 - level / 2) / normalQuantile(1 - p / 2);
  return ratio * ratio;
}

/** The claim with its controls, from what was decided of each, in the order of the hypotheses. */
function resultOf(of: Case, [own, ...others]: readonly Decided[]): Result {
  const { claim, evidence, looks } = of;
  const measured: Measured = own.chance.look > 1 ? (looks.all ?? looks.first) : looks.first;
  const rows = measured.claim ?? [];
  const units = evidence.units.map(({ unit }) => unit);
  const assumptions = claim.assumptions.map(({ statement, measured: assess }) => ({
    statement,
    ...(rows.length > 0 ? assess(rows, units) : { value: 'not measured', holds: false }),
  }));
  const controls = of.controls.map((control, k) => ({ control, ...others[k] }));
  return {
    claim,
    evidence,
    measured,
    decision: withAssumptions(own.decision, assumptions),
    chance: own.chance,
    assumptions,
    controls,
    leftOut: claim.controls.filter((control) => !of.controls.includes(control)),
    toothless: looks.missing === 0 && controls.some(({ decision }) => decision.verdict !== 'refuted'),
    missing: looks.missing,
  };
}
