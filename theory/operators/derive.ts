import type { Derivation } from '../derivation.js';
import { deriveCompact } from './compact-pair.js';
import { deriveCubic } from './cubic-pair.js';
import { deriveOperators } from './derive-operators.js';
import { deriveGaussian } from './gaussian-pair.js';
import { deriveRational } from './rational-pair.js';
import { deriveRidge } from './ridge.js';
import type { OperatorTheory } from './theory.js';

/** The dimensions in which everything is derived and measured. */
export const DIMENSIONS: readonly number[] = [1, 2, 3, 4, 5, 6];

/** All derivations of the theory in several inputs, true or false. */
export function deriveOperatorTheory(theory: OperatorTheory, dimensions = DIMENSIONS): Promise<Derivation[]> {
  const [odd, even] = [1, 0].map((rest) => dimensions.filter((d) => d % 2 === rest));
  const byParity = [odd, even].filter((some) => some.length > 0);
  return Promise.all([
    ...dimensions.map((d) => deriveOperators(theory, d)),
    ...byParity.map((some) => deriveGaussian(theory, some)),
    ...byParity.map((some) => deriveRational(theory, some)),
    deriveCompact(),
    deriveCubic(theory, dimensions),
    deriveRidge(),
  ]);
}
