import type { Derivation } from '../derivation.js';
import type { Initialization } from '../initializations/initialization.js';
import { deriveFromAtoms } from './from-atoms.js';
import { deriveFromDensity } from './from-density.js';
import { deriveFromRotationInvariance } from './from-rotation-invariance.js';
import { NoDerivation } from './step.js';

/**
 * Derives ζ(x) = ∫|w|³ p(w, −wx) dw (Jin and Montúfar 2023, Theorem 1) for one law, as a list of steps that ends
 * in the closed form of the law's file. Every identity in it went through the judge of theory/cas.
 */
export async function deriveZeta(initialization: Initialization): Promise<Derivation> {
  try {
    return await derive(initialization);
  } catch (error) {
    if (!(error instanceof NoDerivation)) throw error;
    const step = { title: 'The derivation cannot go on', latex: '?', status: 'abstained' as const };
    return { title: initialization.title, steps: [{ ...step, verifiedBy: error.message }] };
  }
}

function derive(initialization: Initialization): Promise<Derivation> {
  const { law } = initialization;
  if (law.form === 'atoms') return deriveFromAtoms(initialization, law);
  return law.secondMoment
    ? deriveFromRotationInvariance(initialization, law.density, law.secondMoment)
    : deriveFromDensity(initialization, law);
}
