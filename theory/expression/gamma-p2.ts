/**
 * P(2, z) = 1 − (1 + z)e^{−z}, the regularised lower incomplete gamma function of order 2 (z ≥ 0, or slightly
 * negative); 1 at z = ∞. Small z by e^{−z} Σ_{k≥2} z^k/k!, whose terms do not cancel.
 */
export function gammaP2(z: number): number {
  if (z === Infinity) return 1;
  if (!(Math.abs(z) < 2)) return 1 - (1 + z) * Math.exp(-z);
  let term = (z * z) / 2;
  let sum = term;
  for (let k = 3; Math.abs(term) > Number.EPSILON * 0.25 * sum; k++) {
    term *= z / k;
    sum += term;
  }
  return Math.exp(-z) * sum;
}
