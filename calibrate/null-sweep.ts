import { streams, type RandomStream } from '../numerics/random/streams.js';
import type { PrintedLaw } from '../proofs-check/decisions/reproduction.js';
import { GROUP, PRINTED } from '../proofs-check/multivariate/paper-bivariate-protocol.js';
import { FIGURES } from '../proofs-check/univariate/paper-figures-published.js';
import { jointNull, type JointNull } from './joint-null.js';
import { noiseOf } from './noise.js';
import { calibrate, missRate, type NullCalibration } from './null-calibration.js';
import { nullsOf, type Null } from './nulls.js';
import type { Pool } from './pool.js';

export interface SweepOptions {
  readonly draws: number;
  readonly tailDraws: number;
  readonly seed: number;
  readonly say: (message: string) => void;
}

const LEVELS = [0.05, 0.01, 0.001, 1e-4];
const TAIL_LEVELS = [1e-2, 1e-3, 1e-4, 1e-5];
/** Nulls that are looked at far out. */
const WORST = 12;

const PRINTED_LAWS: Readonly<Record<string, PrintedLaw>> = { ...FIGURES, [GROUP]: PRINTED };

/** The nulls of all groups of claims and controls, calibrated. */
export function sweepNulls(pools: readonly Pool[], { seed, draws, say }: SweepOptions): NullCalibration[] {
  return pools.flatMap((pool) => {
    const nulls = nullsOfClaim(pool);
    if (nulls.length > 0) say(`${nulls.length} nulls of ${pool.claim.id}`);
    return nulls.map((each) => calibrate(each, LEVELS, draws, streamOf(each, seed, 'nulls')));
  });
}

/** Draws of whole decisions: slower, and 5 % and 1 % need no more. */
const JOINT_DRAWS = 1000;

/** Whole decisions of claims, all groups at their bounds. */
export const sweepDecisions = (pools: readonly Pool[], { seed }: SweepOptions): JointNull[] =>
  pools.flatMap(
    (pool) =>
      jointNull(pool, [0.05, 0.01], JOINT_DRAWS, streams(seed, ['decisions']).stream(pool.claim.id)) ?? [],
  );

/** Those whose intervals miss most often, with more draws. */
export function sweepTails(
  nulls: readonly NullCalibration[],
  { seed, tailDraws, say }: SweepOptions,
): NullCalibration[] {
  return nulls
    .toSorted((a, b) => missRate(b, 0.001) - missRate(a, 0.001))
    .slice(0, WORST)
    .map(({ of }) => {
      say(`tail of ${of.noise.claim}, ${of.noise.group}`);
      return calibrate(of, TAIL_LEVELS, tailDraws, streamOf(of, seed, 'tails'));
    });
}

/** Controls of a reproduction hold the same runs against other laws: their exponents tell nothing new. */
const nullsOfClaim = (pool: Pool): Null[] =>
  noiseOf(pool).flatMap((noise) =>
    nullsOf(noise, noise.hypothesis === 'claim' ? PRINTED_LAWS[noise.group] : undefined),
  );

const streamOf = ({ noise, name }: Null, seed: number, use: string): RandomStream =>
  streams(seed, [use, noise.claim, noise.hypothesis, noise.group]).stream(name);
