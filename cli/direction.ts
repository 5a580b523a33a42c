import type { VectorLaw } from '../theory/initializations/several/vector-law.js';
import { Failure } from './failure.js';

/**
 * The unit vector that `--direction` names, or any where ζ does not depend on it.
 * @throws Failure where it is needed and missing, or cannot be one
 */
export function directionFor(law: VectorLaw, given: readonly number[] | undefined): readonly number[] {
  const { inputs } = law;
  if (!given) {
    if (!law.initialization.directional) return Array.from({ length: inputs }, (_, i) => (i === 0 ? 1 : 0));
    throw new Failure(
      `ζ(V, c) of ${law.text} depends on the direction V: give it by --direction=v1,…,v${inputs}, ${inputs} numbers`,
    );
  }
  if (given.length !== inputs) {
    throw new Failure(
      `--direction has ${given.length === 1 ? 'one number' : `${given.length} numbers`}, expected ${inputs}, one for each of --inputs ${inputs}`,
    );
  }
  const largest = Math.max(...given.map(Math.abs));
  if (largest === 0)
    throw new Failure('--direction is the zero vector, which has no direction; give another');
  // Scaled first, so that no square overflows
  const scaled = given.map((value) => value / largest);
  const norm = Math.sqrt(scaled.reduce((sum, value) => sum + value * value, 0));
  return scaled.map((value) => value / norm);
}
