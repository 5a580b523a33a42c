import type { BoundLaw } from '../../theory/initializations/law.js';
import { kernelByQuadrature } from './kernel-by-quadrature.js';
import type { Kernel } from './kernel-matrix.js';

/** The infinite-width kernel of a law by quadrature of its density. */
export function quadratureKernel({ density, range: [from, to], breaks }: BoundLaw): Kernel {
  if (density.form === 'density') {
    const { w, b, radius } = density.bounds;
    return kernelByQuadrature({ kind: 'density', density: density.at, wMax: w, bMax: b, radius });
  }
  if (density.form === 'kinks') {
    return kernelByQuadrature({ kind: 'kinks', w: density.w, density: density.at, from, to, breaks });
  }
  const atoms = [density.w, -density.w].map((w) => ({ w, probability: 0.5 }));
  return kernelByQuadrature({ kind: 'atoms', atoms, biasDensity: density.at, bMax: density.bounds.b });
}

/** The infinite-width kernel of a law on |x| ≤ reach: its closed form where that holds, else by quadrature. */
export function lawKernel(law: BoundLaw, reach: number): Kernel {
  const { kernel } = law;
  return kernel && reach <= kernel.within ? kernel.at : quadratureKernel(law);
}
