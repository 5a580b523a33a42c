import { Failure } from '../cli/failure.js';
import type { Profile } from '../proofs-check/claim.js';
import { fingerprint } from '../proofs-check/fingerprint.js';
import { claims } from '../proofs-check/registry.js';
import type { Run } from '../proofs-check/result.js';
import { LOOKS } from '../proofs-check/stages.js';
import { judgeRun, RUN_ALPHA } from '../proofs-check/verdict.js';
import { marginOf } from './margins.js';
import { sweepDecisions, sweepNulls, sweepTails, type SweepOptions } from './null-sweep.js';
import { poolEvidence } from './pool.js';
import type { FreshRun, Results } from './results.js';
import { finishedRuns, readRun, type PilotRun } from './runs.js';
import { ScoreCollector } from './scores.js';
import { syntheticRuns } from './synthetic.js';
import { Counter } from './tally.js';

export interface Options extends SweepOptions {
  /** Holds a report folder for each run with a fresh seed. */
  readonly folder: string;
  readonly profile: Profile;
  readonly synthetic: number;
}

/** Runs that are kept in memory to draw from. */
const MOST_PILOTS = 12;

/**
 * Judges all finished runs, draws synthetic ones from them, and calibrates intervals and p-values.
 * @throws Failure without a finished run
 */
export function calibrateAll(options: Options): Results {
  const { profile, seed, say } = options;
  const stored = judgeStored(options);
  const pools = claims.flatMap((claim) => {
    const pilots = stored.pilots.flatMap(({ evidence }) =>
      evidence.filter((each) => each.claim === claim.id),
    );
    return pilots.length > 0 ? [poolEvidence(claim, pilots)] : [];
  });
  const [firstLook, final] = [new Counter(), new Counter()];
  let done = 0;
  for (const run of syntheticRuns(pools, profile, seed, options.synthetic)) {
    firstLook.add(run.first);
    final.add(run.final);
    if (++done % 100 === 0) say(`synthetic run ${done} of ${options.synthetic}`);
  }
  const nulls = sweepNulls(pools, options);
  const plan = pools.flatMap((pool) => pool.plan);
  return {
    date: new Date().toISOString().slice(0, 10),
    profile,
    seed,
    code: fingerprint(),
    alpha: RUN_ALPHA / LOOKS,
    fresh: stored.fresh,
    real: stored.counter.tally,
    synthetic: final.tally,
    firstLook: firstLook.tally,
    margins: firstLook.tally.hypotheses.map(marginOf),
    units: plan.length,
    alone: plan.filter(({ stratum }) => stratum.length < 2).length,
    nulls,
    joint: sweepDecisions(pools, options),
    tails: sweepTails(nulls, options),
    scores: stored.scores.calibrations,
    stale: stored.stale,
    pilots: stored.pilots.length,
  };
}

interface Stored {
  readonly pilots: readonly PilotRun[];
  readonly fresh: readonly FreshRun[];
  readonly counter: Counter;
  readonly scores: ScoreCollector;
  readonly stale: Readonly<Record<string, number>>;
}

/** Run after run: fifty would not fit into memory. */
function judgeStored({ folder, profile, say }: Options): Stored {
  const folders = finishedRuns(folder);
  if (folders.length === 0) {
    throw new Failure(
      `no finished run below ${folder}: got no report.json, expected report folders; make some with --runs 50`,
    );
  }
  const [counter, scores] = [new Counter(), new ScoreCollector()];
  const pilots: PilotRun[] = [];
  const fresh: FreshRun[] = [];
  const stale: Record<string, number> = {};
  for (const each of folders) {
    const run = readRun(each, claims, profile);
    const { evidence } = run;
    for (const id of run.stale) stale[id] = (stale[id] ?? 0) + 1;
    if (evidence.length === 0) continue;
    const judged = judgeRun(profile, evidence[0].seed, evidence);
    fresh.push({ ...freshRun(judged), code: run.code });
    counter.add(judged);
    scores.add(evidence);
    if (pilots.length < MOST_PILOTS) pilots.push(run);
    say(`seed ${judged.seed}: ${judged.passed ? 'passes' : 'does not pass'}`);
  }
  if (fresh.length === 0) {
    throw new Failure(
      `no run below ${folder} follows the present plan of the ${profile} profile; make some with --runs 50`,
    );
  }
  return { pilots, fresh, counter, scores, stale };
}

function freshRun({ profile, seed, passed, results }: Run): Omit<FreshRun, 'code'> {
  const extended = results.filter(
    ({ claim, evidence }) => evidence.units.length > claim.units(profile).length,
  );
  const faults = results.flatMap(({ claim, decision, controls }) => [
    ...(decision.verdict === 'supported'
      ? []
      : [`${claim.id} ${decision.verdict}: ${decision.statistic.name}; ${decision.reason}`]),
    ...controls
      .filter(({ decision: { verdict } }) => verdict !== 'refuted')
      .map(
        ({ control, decision: { verdict, reason } }) =>
          `${claim.id}, control ${control.id}, ${verdict}: ${reason}`,
      ),
  ]);
  return { seed, passed, extended: extended.map(({ claim }) => claim.id), faults };
}
