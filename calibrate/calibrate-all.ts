import { Failure } from '../cli/failure.js';
import { streams } from '../numerics/random/streams.js';
import type { Claim, Profile } from '../proofs-check/claim.js';
import type { PrintedLaw } from '../proofs-check/decisions/reproduction.js';
import { GROUP, PRINTED } from '../proofs-check/multivariate/paper-bivariate-protocol.js';
import { claims } from '../proofs-check/registry.js';
import type { Run } from '../proofs-check/result.js';
import { LOOKS } from '../proofs-check/stages.js';
import { FIGURES } from '../proofs-check/univariate/paper-figures-published.js';
import { judgeRun, RUN_ALPHA } from '../proofs-check/verdict.js';
import { marginOf } from './margins.js';
import { noiseOf } from './noise.js';
import { calibrate, missRate, type NullCalibration } from './null-calibration.js';
import { nullsOf, type Null } from './nulls.js';
import { poolEvidence, type Pool } from './pool.js';
import type { FreshRun, Results } from './results.js';
import { evidenceOf, finishedRuns, followsPlan } from './runs.js';
import { scoresOf } from './scores.js';
import { syntheticRuns } from './synthetic.js';
import { Counter, tallyRuns } from './tally.js';

export interface Options {
  /** Holds a report folder for each run with a fresh seed. */
  readonly folder: string;
  readonly profile: Profile;
  readonly synthetic: number;
  readonly draws: number;
  readonly tailDraws: number;
  readonly seed: number;
  readonly say: (message: string) => void;
}

const LEVELS = [0.05, 0.01, 0.001];
const TAIL_LEVELS = [1e-2, 1e-3, 1e-4, 1e-5];
/** Nulls that are looked at far out. */
const WORST = 12;

/**
 * Judges all finished runs, draws synthetic ones from them, and calibrates intervals and p-values.
 * @throws Failure without a finished run
 */
export function calibrateAll(options: Options): Results {
  const { folder, profile, seed, say } = options;
  const folders = finishedRuns(folder);
  if (folders.length === 0) {
    throw new Failure(
      `no finished run below ${folder}: got no report.json, expected report folders; make some with --runs 50`,
    );
  }
  const all = folders.map((run) => evidenceOf(run, claims));
  const fits = (claim: Claim, k: number): boolean => all.every((run) => followsPlan(claim, profile, run[k]));
  const measured = claims.filter(fits);
  const runs = all.map((run) => run.filter((_, k) => fits(claims[k], k)));
  say(`${runs.length} finished runs, ${measured.length} of ${claims.length} claims`);

  const judged = runs.map((run) => judgeRun(profile, run[0].seed, run));
  const pools = measured.map((claim, k) =>
    poolEvidence(
      claim,
      runs.map((run) => run[k]),
    ),
  );
  const [firstLook, final] = [new Counter(), new Counter()];
  for (const run of syntheticRuns(pools, profile, seed, options.synthetic)) {
    firstLook.add(run.first);
    final.add(run.final);
    const { runs: done } = final.tally;
    if (done % 100 === 0) say(`synthetic run ${done} of ${options.synthetic}`);
  }
  const plan = pools.flatMap((pool) => pool.plan);
  const nulls = calibrateNulls(pools, options);
  return {
    date: new Date().toISOString().slice(0, 10),
    profile,
    seed,
    alpha: RUN_ALPHA / LOOKS,
    fresh: judged.map(freshRun),
    real: tallyRuns(judged),
    synthetic: final.tally,
    firstLook: firstLook.tally,
    margins: firstLook.tally.hypotheses.map(marginOf),
    units: plan.length,
    alone: plan.filter(({ stratum }) => stratum.length < 2).length,
    nulls,
    tails: calibrateTails(nulls, options),
    scores: scoresOf(runs),
    leftOut: claims.filter((claim) => !measured.includes(claim)).map(({ id }) => id),
  };
}

function freshRun({ seed, passed, results }: Run): FreshRun {
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
  return { seed, passed, faults };
}

const PRINTED_LAWS: Readonly<Record<string, PrintedLaw>> = { ...FIGURES, [GROUP]: PRINTED };

/** Controls of a reproduction hold the same runs against other laws: their exponents tell nothing new. */
function nullsOfClaim(pool: Pool): Null[] {
  return noiseOf(pool).flatMap((noise) =>
    nullsOf(noise, noise.hypothesis === 'claim' ? PRINTED_LAWS[noise.group] : undefined),
  );
}

function calibrateNulls(pools: readonly Pool[], { seed, draws, say }: Options): NullCalibration[] {
  return pools.flatMap((pool) => {
    const nulls = nullsOfClaim(pool);
    if (nulls.length > 0) say(`${nulls.length} nulls of ${pool.claim.id}`);
    return nulls.map((each) => calibrate(each, LEVELS, draws, streamOf(each, seed, 'nulls')));
  });
}

function calibrateTails(
  nulls: readonly NullCalibration[],
  { seed, tailDraws, say }: Options,
): NullCalibration[] {
  return nulls
    .toSorted((a, b) => missRate(b, 0.001) - missRate(a, 0.001))
    .slice(0, WORST)
    .map(({ of }) => {
      say(`tail of ${of.noise.claim}, ${of.noise.group}`);
      return calibrate(of, TAIL_LEVELS, tailDraws, streamOf(of, seed, 'tails'));
    });
}

const streamOf = (
  { noise, name }: Null,
  seed: number,
  use: string,
): ReturnType<ReturnType<typeof streams>['stream']> =>
  streams(seed).below(use).below(noise.claim).below(noise.hypothesis).below(noise.group).stream(name);
