import type { Statistic } from '../proofs-check/claim.js';
import type { Chance, ControlResult, Result, Run, Timing } from '../proofs-check/result.js';
import { checkNumbers } from './check-numbers.js';

/**
 * The text of report.json: the run for programs, with times (seconds) and machine, which no other file holds.
 * An interval that reaches to infinity is written with the largest double, since JSON has no infinity.
 * @throws RangeError where the run holds NaN.
 */
export function reportJson(run: Run, timing: Timing): string {
  checkNumbers(run);
  const report = {
    schema: 1,
    passed: run.passed,
    profile: run.profile,
    seed: run.seed,
    machine: timing.machine,
    hypotheses: run.hypotheses,
    claims: run.results.map((result) => claimJson(result, timing.seconds[result.claim.id] ?? 0)),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function claimJson(result: Result, seconds: number): object {
  const { claim, decision, evidence, assumptions, chance, toothless, missing } = result;
  return {
    id: claim.id,
    title: claim.title,
    kind: claim.kind,
    source: claim.source,
    uses: claim.uses,
    verdict: decision.verdict,
    toothless,
    statistic: statisticJson(decision.statistic),
    chance: chanceJson(chance),
    reason: decision.reason,
    assumptions,
    controls: result.controls.map(controlJson),
    leftOut: result.leftOut.map(({ id }) => id),
    missing,
    seconds,
    units: evidence.units.length,
  };
}

function controlJson({ control, decision, chance }: ControlResult): object {
  return {
    id: control.id,
    title: control.title,
    verdict: decision.verdict,
    statistic: statisticJson(decision.statistic),
    chance: chanceJson(chance),
    reason: decision.reason,
  };
}

const chanceJson = ({ needed, ...chance }: Chance): object => ({
  ...chance,
  ...(needed !== undefined && { needed: bounded(needed) }),
});

function statisticJson({ name, estimate, interval: [low, high], claimed }: Statistic): object {
  return { name, estimate: bounded(estimate), interval: [bounded(low), bounded(high)], claimed };
}

function bounded(value: number): number {
  return Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE);
}
