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
export const deriveZeta = (initialization: Initialization): Promise<Derivation> =>
  deriveZetaOfDegree(initialization, 1);

/**
 * Derives ζ(x) = ∫|w|^(2k+1) p(w, −wx) dw in the same way: the weight of a positively homogeneous activation of
 * degree k ≥ 1 (Jin and Montúfar 2023, Corollary 4).
 */
export async function deriveZetaOfDegree(initialization: Initialization, k: number): Promise<Derivation> {
  try {
    return await derive(withZetaOfDegree(initialization, k), k);
  } catch (error) {
    if (!(error instanceof NoDerivation)) throw error;
    const step = { title: 'The derivation cannot go on', latex: '?', status: 'abstained' as const };
    return { title: initialization.title, steps: [{ ...step, verifiedBy: error.message }] };
  }
}

function withZetaOfDegree(initialization: Initialization, k: number): Initialization {
  if (k === 1) return initialization;
  if (initialization.zetaOfDegree) return { ...initialization, zeta: initialization.zetaOfDegree(k) };
  throw new NoDerivation(
    `no closed form of ∫|w|^${2 * k + 1} p(w, −wx) dw is known here for ${initialization.name}`,
  );
}

function derive(initialization: Initialization, k: number): Promise<Derivation> {
  const { law } = initialization;
  if (law.form === 'atoms') return deriveFromAtoms(initialization, law, k);
  return law.secondMoment
    ? deriveFromRotationInvariance(initialization, law.density, law.secondMoment)
    : deriveFromDensity(initialization, law, k);
}
