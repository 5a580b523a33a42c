import type { Derivation } from '../derivation.js';
import type { Initialization } from '../initializations/initialization.js';
import { deriveFromAtoms } from './from-atoms.js';
import { deriveFromDensity } from './from-density.js';
import { deriveFromRotationInvariance } from './from-rotation-invariance.js';

/**
 * Derives ζ(x) = ∫|w|³ p(w, −wx) dw (Jin and Montúfar 2023, Theorem 1) for one law, as a list of steps that ends
 * in the closed form of the law's file. Every identity in it went through the judge of theory/cas.
 */
export function deriveZeta(initialization: Initialization): Promise<Derivation> {
  const { law } = initialization;
  if (law.form === 'atoms') return deriveFromAtoms(initialization, law);
  return law.secondMoment
    ? deriveFromRotationInvariance(initialization, law.secondMoment)
    : deriveFromDensity(initialization, law);
}
