import { ballUniform } from './ball-uniform.js';
import { gaussian } from './gaussian.js';
import { linearLayer } from './linear-layer.js';
import { sphereGaussian } from './sphere-gaussian.js';
import { sphereShifted } from './sphere-shifted.js';
import { sphereUniform } from './sphere-uniform.js';
import { uniform } from './uniform.js';
import type { VectorInitialization } from './vector-initialization.js';

/** Every initialization of several inputs that the suite knows: a new one is a file beside this and a line here. */
export const vectorInitializations: readonly VectorInitialization[] = [
  gaussian,
  sphereUniform,
  sphereGaussian,
  sphereShifted,
  ballUniform,
  uniform,
  linearLayer,
];
