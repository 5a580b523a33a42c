import type { PointKernel, VectorLaw } from '../../../theory/initializations/several/vector-law.js';
import { cubeKernel, sumOfSizes } from './cube-kernel.js';
import { vectorKernelByQuadrature } from './kernel-by-quadrature.js';

/**
 * The infinite-width kernel of a law on ‖x‖ ≤ reach: its closed form where that holds, else by quadrature (a
 * millisecond or more for each value).
 * @throws RangeError at points of three or more inputs beyond the closed form of weights uniform in a cube
 */
export function vectorKernel(law: VectorLaw, reach: number): PointKernel {
  const { kernel, initialization, inputs, text } = law;
  if (kernel && reach <= kernel.within) return kernel.at;
  if (!initialization.directional) return vectorKernelByQuadrature(law);
  const { at, holdsAt, within } = cubeKernel(law);
  const beyond = inputs <= 2 ? vectorKernelByQuadrature(law) : undefined;
  return (x, y) => {
    if (holdsAt(x) && holdsAt(y)) return at(x, y);
    if (beyond) return beyond(x, y);
    const sum = Math.max(sumOfSizes(x), sumOfSizes(y));
    throw new RangeError(
      `the kernel of ${text} in ${inputs} inputs is known for Σ|x_i| ≤ ${within}, got a point with ${sum}: ` +
        'scale the inputs, widen the biases, or take a rotation-invariant law',
    );
  };
}
