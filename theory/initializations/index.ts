import { binaryGaussian } from './binary-gaussian.js';
import { binaryUniform } from './binary-uniform.js';
import { correlatedGaussian } from './correlated-gaussian.js';
import { gaussian } from './gaussian.js';
import { gaussianUniform } from './gaussian-uniform.js';
import type { Initialization } from './initialization.js';
import { laplace } from './laplace.js';
import { linearLayer } from './linear-layer.js';
import { rotationInvariant } from './rotation-invariant.js';
import { uniform } from './uniform.js';
import { uniformGaussian } from './uniform-gaussian.js';

/** Every initialization that the suite knows: a new one is a file beside this and a line here. */
export const initializations: readonly Initialization[] = [
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
