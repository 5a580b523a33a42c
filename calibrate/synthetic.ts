import { streams } from '../numerics/random/streams.js';
import type { Profile } from '../proofs-check/claim.js';
import type { Evidence, Run } from '../proofs-check/result.js';
import { furtherStages, furtherUnits } from '../proofs-check/stages.js';
import { judgeRun } from '../proofs-check/verdict.js';
import { drawUnits, type Pool } from './pool.js';

/** A run as it was judged at its first look and, where a further stage was due, with that. */
export interface SyntheticRun {
  readonly first: Run;
  readonly final: Run;
}

/**
 * Runs of the suite that were never made, their evidence drawn from pools, judged as runs are: the k-th depends on seed
 * and k alone. As in a real run, a claim that noise left open is drawn once more and judged on both.
 */
export function* syntheticRuns(
  pools: readonly Pool[],
  profile: Profile,
  seed: number,
  count: number,
): Generator<SyntheticRun> {
  for (let k = 0; k < count; k++) {
    const random = streams(seed).below(`run ${k}`);
    const drawn = pools.map((pool) => ({
      ...pool.pilot,
      units: drawUnits(pool, random.stream(pool.claim.id)),
    }));
    const first = judgeRun(profile, k, drawn);
    const due = new Set(furtherStages(first).map(({ claim }) => claim.id));
    const further = (pool: Pool): Evidence['units'] => {
      const units = furtherUnits(pool.claim, profile);
      return drawUnits(pool, random.below('stage 2').stream(pool.claim.id)).map(({ measured }, j) => ({
        unit: units[j],
        measured,
      }));
    };
    const extended = (evidence: Evidence, j: number): Evidence =>
      due.has(evidence.claim) ? { ...evidence, units: [...evidence.units, ...further(pools[j])] } : evidence;
    yield { first, final: due.size > 0 ? judgeRun(profile, k, drawn.map(extended)) : first };
  }
}
