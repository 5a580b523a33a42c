import { defineActivation } from './activation.js';
import type { Arithmetic } from './arithmetic.js';
import { exp } from './elementary/exp.js';

/** e^{−z²/2}; its relative error grows as z² ulp, its absolute error stays below an ulp of 1. */
const bump = <T, C>(o: Arithmetic<T, C>, z: T): T => exp(o, o.mul(o.mul(z, z), o.constant(-0.5)));

/** φ(z) = e^{−z²/2} */
export const gaussianBump = defineActivation({
  name: 'gaussian-bump',
  title: 'Gaussian bump',
  formula: { value: bump, derivative: (o, z) => o.neg(o.mul(z, bump(o, z))) },
});
