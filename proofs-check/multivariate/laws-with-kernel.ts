import type { RandomStream } from '../../numerics/random/streams.js';
import { bindVectorLaw, type VectorLaw } from '../../theory/initializations/several/vector-law.js';

/** Random parameters for the laws whose kernel is known in closed form in the ball of radius 1, ζ being wider than .3. */
const SPECS: Readonly<Record<string, (random: RandomStream) => string>> = {
  'sphere-uniform': (random) => `sphere-uniform(aB=${between(1, 2, random)})`,
  'ball-uniform': (random) => `ball-uniform(aW=${between(0.5, 1, random)},aB=${between(1, 2, random)})`,
  'sphere-shifted': (random) =>
    `sphere-shifted(aB=${between(1.5, 2.5, random)},meanB=${between(-0.5, 0.5, random)})`,
  gaussian: (random) => `gaussian(sigmaW=${between(0.5, 1.25, random)},sigmaB=${between(0.4, 1.5, random)})`,
};

/** An eight-point rule on a piece as long as this integrates squares of such ζ to 1e-11. */
export const LONGEST_PIECE = 0.25;

export const LAWS_WITH_KERNEL = Object.keys(SPECS);

export const lawWithKernel = (name: string, inputs: number, random: RandomStream): VectorLaw =>
  bindVectorLaw(SPECS[name](random), inputs);

const between = (low: number, high: number, random: RandomStream): string =>
  (low + (high - low) * random.uniform()).toFixed(4);
