import type { Profile } from '../proofs-check/claim.js';
import { fingerprint } from '../proofs-check/fingerprint.js';
import { evidenceOf, Measurements, planRun, type Plan } from '../proofs-check/plan.js';
import type { Run } from '../proofs-check/result.js';
import { measurePlan, type Seconds } from '../proofs-check/runner.js';
import { furtherStages } from '../proofs-check/stages.js';
import { runAnnotations } from '../reports/annotations.js';
import { annotate } from './annotate.js';
import type { Shard } from './arguments.js';
import { checkJudge, judge, outcomeOf } from './judge.js';
import type { Outcome } from './outcome.js';
import { progressLine } from './progress.js';
import { beginRun, earlierMeasurements, forgetUnits, openFolder, storeRun } from './report-folder.js';
import { resumable } from './resumable.js';
import { resumeCommand } from './run-command.js';
import { claimsNamed } from './selection.js';

export interface RunOptions {
  readonly profile: Profile;
  readonly seed: number;
  readonly jobs: number;
  readonly shard?: Shard;
  readonly out: string;
  readonly resume: boolean;
}

/** Measures and judges the claims, and writes the report folder. */
export async function runClaims(ids: readonly string[], options: RunOptions): Promise<Outcome> {
  const { profile, seed, jobs, shard, out, resume } = options;
  const claims = claimsNamed(ids);
  checkJudge();
  if (shard?.from) process.stderr.write(`theorem-check: shard ${shard.text}, ${shard.from}\n`);
  const command = resumeCommand({ claims: ids, profile, seed, out, ...(shard && { shard: shard.text }) });
  const close = openFolder(out);
  const planned = Object.fromEntries(claims.map((claim) => [claim.id, claim.units(profile).length]));
  const progress = progressLine(process.stderr, { planned });
  try {
    return await resumable(out, command, async (signal) => {
      const key = { code: fingerprint(), profile, seed };
      const known = resume ? earlierMeasurements(out, key) : new Measurements();
      const shards = shard?.shards;
      const plan = planRun(claims, profile, shards);
      const store = await beginRun(out, resume, {
        key,
        claims: claims.map(({ id }) => id),
        ...(shards && { shards }),
        evidence: {},
      });
      const onProgress = progress.show;
      const seconds: Seconds = {};
      const stage = async (planned: Plan): Promise<Run> => {
        const took = await measurePlan(planned, known, { seed, jobs, store, signal, onProgress });
        progress.clear();
        for (const [claim, more] of Object.entries(took)) seconds[claim] = (seconds[claim] ?? 0) + more;
        return judge(evidenceOf(claims, planned.units, known, key), key, shards);
      };
      const first = await stage(plan);
      const further = shards ? [] : furtherStages(first);
      const run = further.length > 0 ? await stage({ ...plan, units: [...plan.units, ...further] }) : first;
      await storeRun(out, run, key, seconds);
      forgetUnits(out);
      annotate((sources) => runAnnotations(run, sources));
      return outcomeOf(run, seconds);
    });
  } finally {
    progress.clear();
    close();
  }
}
