import type { Activation } from '../../theory/activations/activation.js';
import { relu } from '../../theory/activations/relu.js';
import type { BoundLaw } from '../../theory/initializations/law.js';
import { ARC_COSINE_DEGREES, arcCosineKernel } from './arc-cosine.js';
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

/** The infinite-width kernel of a law and a positively homogeneous activation by quadrature of the law's density. */
export const quadratureKernel = (law: BoundLaw, activation: Activation = relu): Kernel =>
  kernelByQuadrature(hiddenLaw(law), activation);

/**
 * The infinite-width kernel of a law and a positively homogeneous activation on |x| ≤ reach: its closed form where
 * that holds, else by quadrature.
 */
export function lawKernel(law: BoundLaw, reach: number, activation: Activation = relu): Kernel {
  const { kernel, initialization, values } = law;
  const { homogeneity: k = 0, value } = activation;
  // Then φ(z) = max(z, 0)^k.
  const isPower = value(-1) === 0 && value(1) === 1;
  if (isPower && k === 1 && kernel && reach <= kernel.within) return kernel.at;
  if (isPower && initialization.name === 'gaussian' && ARC_COSINE_DEGREES.includes(k)) {
    return arcCosineKernel(values.sigmaW, values.sigmaB, k);
  }
  return quadratureKernel(law, activation);
}
