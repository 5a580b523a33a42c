import type { RandomStream, Streams } from '../../numerics/random/streams.js';
import { initializations } from '../../theory/initializations/index.js';
import type { Initialization, Parameter } from '../../theory/initializations/initialization.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Unit } from '../claim.js';

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

/** `count` units of work for each law. */
export function unitsPerLaw(laws: readonly Initialization[], count: number): Unit[] {
  return laws.flatMap(({ name }) =>
    Array.from({ length: count }, (_, index): Unit => ({ id: `${name}/${index}`, law: name, index })),
  );
}

/** The law of a unit of `unitsPerLaw`, with random parameters. */
export function lawOf(unit: Unit, random: Streams): BoundLaw {
  const initialization = initializations.find(({ name }) => name === unit.law);
  if (!initialization) throw new RangeError(`unit ${unit.id} names no known law: ${unit.law}`);
  return randomLaw(initialization, random.stream('parameters'));
}
