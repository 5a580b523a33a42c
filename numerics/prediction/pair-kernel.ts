import type { BoundLaw } from '../../theory/initializations/law.js';
import type { Kernel } from '../kernels/kernel-matrix.js';
import { quadratureKernel } from '../kernels/law-kernel.js';

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
