import { ballUniform } from './ball-uniform.js';
import { gaussian } from './gaussian.js';
import { linearLayer } from './linear-layer.js';
import { requireNew } from '../../require-new.js';
import { RESERVED } from '../reserved.js';
import { sphereGaussian } from './sphere-gaussian.js';
import { sphereShifted } from './sphere-shifted.js';
import { sphereUniform } from './sphere-uniform.js';
import { uniform } from './uniform.js';
import type { VectorInitialization } from './vector-initialization.js';

/** A new initialization of several inputs is a file beside this and a line here. */
const known: VectorInitialization[] = [
  gaussian,
  sphereUniform,
  sphereGaussian,
  sphereShifted,
  ballUniform,
  uniform,
  linearLayer,
];

/** Every initialization of several inputs that the suite knows, those of plugins last. */
export const vectorInitializations: readonly VectorInitialization[] = known;

/** Adds one for the rest of the process. @throws RangeError for a name that is taken */
export function registerVectorInitialization(initialization: VectorInitialization): void {
  known.push(requireNew(initialization, known, RESERVED));
}
