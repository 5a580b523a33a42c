import { binaryGaussian } from './binary-gaussian.js';
import { binaryUniform } from './binary-uniform.js';
import { correlatedGaussian } from './correlated-gaussian.js';
import { gaussian } from './gaussian.js';
import { gaussianUniform } from './gaussian-uniform.js';
import type { Initialization } from './initialization.js';
import { laplace } from './laplace.js';
import { linearLayer } from './linear-layer.js';
import { requireNew } from '../require-new.js';
import { RESERVED } from './reserved.js';
import { rotationInvariant } from './rotation-invariant.js';
import { uniform } from './uniform.js';
import { uniformGaussian } from './uniform-gaussian.js';

/** A new initialization is a file beside this and a line here. */
const known: Initialization[] = [
  gaussian,
  correlatedGaussian,
  uniform,
  linearLayer,
  binaryUniform,
  binaryGaussian,
  gaussianUniform,
  uniformGaussian,
  laplace,
  rotationInvariant,
];

/** Every initialization that the suite knows, those of plugins last. */
export const initializations: readonly Initialization[] = known;

/** Adds one for the rest of the process. @throws RangeError for a name that is taken */
export function registerInitialization(initialization: Initialization): void {
  known.push(requireNew(initialization, known, RESERVED));
}
