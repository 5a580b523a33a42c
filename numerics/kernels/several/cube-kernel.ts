import type { PointKernel, VectorLaw } from '../../../theory/initializations/several/vector-law.js';
import { dot } from './points.js';
import { projectedCubeMoment } from './projected-cube-moment.js';

/** A kernel in closed form, and the points at which it holds. */
export interface CubeKernel {
  readonly at: PointKernel;
  readonly holdsAt: (x: ArrayLike<number>) => boolean;
  /** The largest ‖x‖₁ at which it holds: a_B/a_W. */
  readonly within: number;
}

/**
 * The kernel of W uniform in the cube of half width a_W and B ~ U(−a_B, a_B), where |⟨W,x⟩| ≤ a_B:
 * a_B²/6 + a_W²⟨x,x′⟩/6 + E|⟨W, x−x′⟩|³/(24 a_B).
 * @throws RangeError for a law whose weights are not uniform in a cube
 */
export function cubeKernel({ density, inputs, initialization, text }: VectorLaw): CubeKernel {
  if (!initialization.directional || density.form !== 'density') {
    throw new RangeError(`cubeKernel: got ${text}, expected weights uniform in a cube`);
  }
  const axis = new Float64Array(inputs).fill(0);
  axis[0] = 1;
  const [half, bound] = [density.reach(axis), density.biasRange[1]];
  const within = bound / half;
  return {
    at: (x, y) => {
      const sizes = new Float64Array(inputs);
      for (let i = 0; i < inputs; i++) sizes[i] = half * Math.abs(x[i] - y[i]);
      return (bound * bound) / 6 + (half * half * dot(x, y)) / 6 + projectedCubeMoment(sizes) / (24 * bound);
    },
    holdsAt: (x) => sumOfSizes(x) <= within,
    within,
  };
}

/** ‖x‖₁ */
export function sumOfSizes(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]);
  return sum;
}
