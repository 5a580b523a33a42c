import { z } from 'zod';
import type { Decision, Statistic } from '../proofs-check/claim.js';
import type { Chance, ControlResult, Result, Run, Timing } from '../proofs-check/result.js';
import { checkNumbers } from './check-numbers.js';
import { parsedJson } from './parsed-json.js';

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
    ...comparable(decision),
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

/** What compare holds against another run. */
function comparable({ estimates = [], tolerances = [] }: Decision): object {
  return {
    estimates: estimates.map(({ estimate, interval: [low, high], ...rest }) => ({
      ...rest,
      estimate: bounded(estimate),
      interval: [bounded(low), bounded(high)],
    })),
    tolerances: tolerances.map(({ name, used }) => ({ name, used: bounded(used) })),
  };
}

function bounded(value: number): number {
  return Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE);
}

const timed = z.object({ claims: z.array(z.object({ id: z.string(), seconds: z.number() })) });

/** Seconds by claim id, added up over the texts of several report.json; other texts count nothing. */
export function secondsIn(texts: readonly string[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const text of texts) {
    const { data } = timed.safeParse(parsedJson(text));
    for (const { id, seconds } of data?.claims ?? []) sum[id] = (sum[id] ?? 0) + seconds;
  }
  return sum;
}
