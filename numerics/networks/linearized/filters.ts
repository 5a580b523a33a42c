/**
 * (1 − (1 − κ)^t)/κ: what t steps of gradient descent have gathered in a mode that a step shrinks by 1 − κ, per unit
 * of its residual; t for κ = 0, 1/κ for t = ∞ and 0 < κ < 2. Relative error a few eps for every κ in [0, 2).
 *
 * @param kappa κ ≥ 0; from 2 on the mode does not shrink, and the value may be infinite
 * @param steps t, an integer ≥ 0 or ∞
 */
export function descentFilter(kappa: number, steps: number): number {
  if (steps === 0 || kappa === 0) return steps;
  if (steps === Infinity) return kappa < 2 ? 1 / kappa : NaN;
  // log|1 − κ|; κ − 2 is exact for κ in [1, 2].
  const logShrinkage = kappa < 1 ? Math.log1p(-kappa) : Math.log1p(kappa - 2);
  const exponent = steps * logShrinkage;
  // (1 − κ)^t is negative for odd t beyond κ = 1.
  if (kappa > 1 && steps % 2 === 1) return (1 + Math.exp(exponent)) / kappa;
  return -Math.expm1(exponent) / kappa;
}

/**
 * (1 − e^{−κt})/κ: the same for gradient flow at time t ≥ 0, t in steps.
 *
 * @param kappa κ ≥ 0
 */
export function flowFilter(kappa: number, time: number): number {
  if (time === 0 || kappa === 0) return time;
  return kappa * time === 0 ? time : -Math.expm1(-kappa * time) / kappa;
}
