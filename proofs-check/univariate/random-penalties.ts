import { tablePenalty, type Penalty } from '../../numerics/design/penalty.js';
import type { RandomStream } from '../../numerics/random/streams.js';

/** A random positive function of t in [−1, 1], with its kinks. */
type Shape = (random: RandomStream) => { at: (t: number) => number; breaks?: readonly number[] };

const between = (low: number, high: number, random: RandomStream): number =>
  low + (high - low) * random.uniform();

/** Families of penalties that no standard initialization has. Largest over least value at most about 150. */
const SHAPES: Readonly<Record<string, Shape>> = {
  polynomial(random) {
    const [p, q, r] = [0, 0, 0].map(() => between(-1.2, 1.2, random));
    return {
      at: (t) => {
        const value = p + t * (q + t * r);
        return 0.2 + value * value;
      },
    };
  },
  exponential(random) {
    const slope = random.sign() * between(0.8, 2.5, random);
    return { at: (t) => Math.exp(slope * t) };
  },
  bumps(random) {
    const bumps = [0, 0, 0].map(() => ({
      centre: between(-1, 1, random),
      width: between(0.1, 0.4, random),
      height: between(1, 5, random),
    }));
    return {
      at: (t) =>
        bumps.reduce((sum, { centre, width, height }) => {
          const z = (t - centre) / width;
          return sum + height * Math.exp(-0.5 * z * z);
        }, 0.2),
    };
  },
  table(random) {
    const knots = 4 + random.integer(4);
    const x = Array.from({ length: knots + 1 }, (_, j) => -1 + (2 * j) / knots);
    const { at, breaks } = tablePenalty(
      x,
      x.map(() => Math.exp(between(-1.6, 1.6, random))),
    );
    return { at, breaks };
  },
};

export const FAMILIES = Object.keys(SHAPES);

/** A random penalty of a family, on a random range that is not symmetric about 0. */
export function randomPenalty(family: string, random: RandomStream): Penalty {
  const from = between(-2, -0.2, random);
  const half = between(0.6, 1.4, random);
  const { at, breaks = [] } = SHAPES[family](random);
  const middle = from + half;
  return {
    at: (x) => at((x - middle) / half),
    from,
    to: from + 2 * half,
    breaks: breaks.map((t) => middle + half * t),
  };
}
