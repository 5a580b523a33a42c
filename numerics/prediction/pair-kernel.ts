import type { BoundLaw } from '../../theory/initializations/law.js';
import type { PointKernel, VectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Kernel } from '../kernels/kernel-matrix.js';
import { quadratureKernel } from '../kernels/law-kernel.js';
import { norm } from '../kernels/several/points.js';
import { vectorKernel } from '../kernels/several/vector-kernel.js';

/** The infinite-width kernel of a law on the whole line: the closed form pair by pair where it holds, else quadrature. */
export function pairKernel(law: BoundLaw): Kernel {
  const { kernel } = law;
  let quadrature: Kernel | undefined;
  return (x, y) => {
    if (kernel && Math.abs(x) <= kernel.within && Math.abs(y) <= kernel.within) return kernel.at(x, y);
    quadrature ??= quadratureKernel(law);
    return quadrature(x, y);
  };
}

/** The same for a law of several inputs, on ‖x‖ ≤ reach. */
export function pointPairKernel(law: VectorLaw, reach: number): PointKernel {
  const { kernel } = law;
  if (kernel?.within === Infinity) return kernel.at;
  let quadrature: PointKernel | undefined;
  return (x, y) => {
    if (kernel && norm(x) <= kernel.within && norm(y) <= kernel.within) return kernel.at(x, y);
    quadrature ??= vectorKernel(law, reach);
    return quadrature(x, y);
  };
}
