import type { RandomStream } from '../../numerics/random/streams.js';
import { bindVectorLaw, type VectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Profile, Unit } from '../claim.js';
import { pointInBall } from './point-sets.js';

/** `count[profile]` units of work for each number of inputs. */
export const unitsPerInputs = (
  inputs: readonly number[],
  count: Readonly<Record<Profile, number>>,
  profile: Profile,
): Unit[] =>
  inputs.flatMap((d) =>
    Array.from({ length: count[profile] }, (_, index): Unit => ({ id: `d=${d}/${index}`, inputs: d, index })),
  );

/** Laws of a rotation-invariant bounded W and uniform biases with |⟨W,x⟩| ≤ a_B − |E B| for ‖x‖ ≤ 1. */
export const INVARIANT_LAWS = ['sphere-uniform', 'ball-uniform', 'sphere-shifted'] as const;

/** One of these laws with random parameters; the biases reach up to twice as far as they must. */
export function randomInvariantLaw(
  name: (typeof INVARIANT_LAWS)[number],
  inputs: number,
  random: RandomStream,
): VectorLaw {
  const margin = 1 + random.uniform();
  const aW = 0.5 + 1.5 * random.uniform();
  const meanB = random.uniform() - 0.5;
  const parameters = {
    'sphere-uniform': `aB=${(margin + 1e-4).toFixed(4)}`,
    'ball-uniform': `aW=${aW.toFixed(4)},aB=${(margin * aW + 2e-4).toFixed(4)}`,
    'sphere-shifted': `aB=${(margin + Math.abs(meanB) + 2e-4).toFixed(4)},meanB=${meanB.toFixed(4)}`,
  };
  return bindVectorLaw(`${name}(${parameters[name]})`, inputs);
}

/** Points uniform in the ball. */
export const randomPlaces = (
  count: number,
  inputs: number,
  radius: number,
  random: RandomStream,
): number[][] => Array.from({ length: count }, () => pointInBall(inputs, radius, random));

/** The largest of |f − g| at the given points. */
export const gapAt = (
  f: (point: number[]) => number,
  g: (point: number[]) => number,
  places: readonly number[][],
): number => Math.max(...places.map((place) => Math.abs(f(place) - g(place))));
