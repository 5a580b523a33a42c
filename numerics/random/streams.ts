import { createHash } from 'node:crypto';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { Variates } from '../../theory/initializations/initialization.js';

/** Standard variates of one stream. */
export interface RandomStream extends Variates {
  /** Uniform integer in 0 … n−1, n ≤ 2^31. */
  integer(n: number): number;
}

/** Independent random streams, each reached by name: order of use never changes what a stream yields. */
export interface Streams {
  /** The stream of that name, from its beginning. */
  stream(name: string): RandomStream;
  /** The family of streams below that name. */
  below(name: string): Streams;
}

/** All randomness of a run: one seed, and a path of names for each use. */
export function streams(seed: number, path: readonly string[] = []): Streams {
  return {
    stream: (name) => randomStream(JSON.stringify([seed, ...path, name])),
    below: (name) => streams(seed, [...path, name]),
  };
}

/**
 * The generator's 128-bit state is the hash of the whole path. Seeding xoroshiro128plus with a small integer is
 * a trap: its first draw is then nearly the same for every seed, and neighbouring seeds stay correlated.
 */
function randomStream(key: string): RandomStream {
  const digest = createHash('sha256').update(key).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
  const uniform = (): number => uniformFloat64(generator);
  let spare: number | undefined;
  return {
    uniform,
    sign: () => (generator.next() < 0 ? -1 : 1),
    integer: (n) => Math.floor(uniform() * n),
    /** Box and Muller: two at a time. 1 − U lies in (0, 1], so the logarithm is finite. */
    normal() {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}
