import type { RandomStream } from '../../numerics/random/streams.js';
import type { Initialization, Parameter } from '../../theory/initializations/initialization.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';

/** The law with random parameters: positive ones within a factor 2 of their defaults, others inside their domain. */
export function randomLaw(initialization: Initialization, random: RandomStream): BoundLaw {
  const draw = ({ name, default: usual, domain: [low, high] }: Parameter): string => {
    const value =
      high === Infinity
        ? low + (usual - low) * Math.exp((2 * random.uniform() - 1) * Math.LN2)
        : low + (high - low) * (0.1 + 0.8 * random.uniform());
    return `${name}=${value.toFixed(4)}`;
  };
  const { name, parameters } = initialization;
  return bindLaw(parameters.length > 0 ? `${name}(${parameters.map(draw).join(',')})` : name);
}

/** The median distance of a kink from 0: the scale of ζ in x. */
export function kinkScale(law: BoundLaw, random: RandomStream): number {
  const distances = Array.from({ length: 1001 }, () => {
    const [w, b] = law.draw(random);
    return Math.abs(b / w);
  });
  return distances.sort((p, q) => p - q)[500];
}
