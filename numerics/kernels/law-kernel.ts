import type { BoundLaw } from '../../theory/initializations/law.js';
import { kernelByQuadrature } from './kernel-by-quadrature.js';
import type { Kernel } from './kernel-matrix.js';
import type { HiddenLaw } from './law.js';

/** The law in the form in which it is integrated. */
export function hiddenLaw({ density, range: [from, to], breaks }: BoundLaw): HiddenLaw {
  if (density.form === 'density') {
    const { w, b, radius } = density.bounds;
    return { kind: 'density', density: density.at, wMax: w, bMax: b, radius };
  }
  if (density.form === 'kinks') {
    return { kind: 'kinks', w: density.w, density: density.at, from, to, breaks };
  }
  const atoms = [density.w, -density.w].map((w) => ({ w, probability: 0.5 }));
  return { kind: 'atoms', atoms, biasDensity: density.at, bMax: density.bounds.b };
}

/** The infinite-width kernel of a law by quadrature of its density. */
export const quadratureKernel = (law: BoundLaw): Kernel => kernelByQuadrature(hiddenLaw(law));

/** The infinite-width kernel of a law on |x| ≤ reach: its closed form where that holds, else by quadrature. */
export function lawKernel(law: BoundLaw, reach: number): Kernel {
  const { kernel } = law;
  return kernel && reach <= kernel.within ? kernel.at : quadratureKernel(law);
}
