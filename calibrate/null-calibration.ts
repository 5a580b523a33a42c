import type { RandomStream } from '../numerics/random/streams.js';
import { testUniformity, type UniformityTest } from '../numerics/statistics/kolmogorov-smirnov.js';
import { studentQuantile } from '../numerics/statistics/quantiles.js';
import { twoSided, type Null } from './nulls.js';

/** How often the interval of a level missed a truth that lies exactly at the bound. */
export interface Misses {
  /** The chance that the interval says it has. */
  readonly level: number;
  /** Draws in which it lay above the truth, and below it. */
  readonly above: number;
  readonly below: number;
}

export interface NullCalibration {
  readonly of: Null;
  readonly draws: number;
  readonly misses: readonly Misses[];
  /** Of the first draws. */
  readonly pValues: readonly number[];
  readonly uniformity: UniformityTest;
}

/** Draws whose p-values are kept: as many as runs are simulated, so that what the test cannot see matters little. */
const TESTED = 1000;

/** Draws from a null, and counts. */
export function calibrate(
  of: Null,
  levels: readonly number[],
  draws: number,
  random: RandomStream,
): NullCalibration {
  const { degreesOfFreedom } = of;
  const critical = levels.map((level) => studentQuantile(1 - level / 2, degreesOfFreedom));
  const above = levels.map(() => 0);
  const below = levels.map(() => 0);
  const pValues: number[] = [];
  for (let k = 0; k < draws; k++) {
    const t = of.draw(random);
    if (k < TESTED) pValues.push(twoSided(t, degreesOfFreedom));
    critical.forEach((z, j) => {
      if (t > z) above[j]++;
      else if (t < -z) below[j]++;
    });
  }
  const misses = levels.map((level, j) => ({ level, above: above[j], below: below[j] }));
  return { of, draws, misses, pValues, uniformity: testUniformity(pValues) };
}

/** The share of draws whose interval of that level missed. */
export function missRate({ misses, draws }: NullCalibration, level: number): number {
  const found = misses.find((each) => each.level === level);
  if (!found) throw new RangeError(`level ${level} was not counted`);
  return (found.above + found.below) / draws;
}

/** Counts below this are too few to go on from. */
const FEWEST = 10;

/**
 * The chance of a miss at a level too small to be seen, on the line through the logarithms of the two smallest levels with ten
 * misses at least. An extrapolation, undefined without two such levels.
 */
export function extrapolatedMissRate({ misses, draws }: NullCalibration, level: number): number | undefined {
  const seen = misses
    .map((each) => ({ level: each.level, count: each.above + each.below }))
    .filter(({ count }) => count >= FEWEST)
    .toSorted((a, b) => a.level - b.level);
  if (seen.length < 2) return undefined;
  const [p, q] = seen;
  const slope = Math.log(q.count / p.count) / Math.log(q.level / p.level);
  return Math.min(1, (p.count / draws) * Math.exp(slope * Math.log(level / p.level)));
}
