/** How far a sample's distribution function lies from the uniform one on [0, 1]. */
export interface UniformityTest {
  /** Largest amount by which it lies above: too many small values. */
  readonly above: number;
  /** Largest amount by which it lies below: too few small values. */
  readonly below: number;
  /** Chance that a uniform sample of this size lies as far above somewhere (one-sided). */
  readonly pAbove: number;
  /** Chance that one lies as far away on either side. */
  readonly pEither: number;
}

/**
 * Kolmogorov and Smirnov's test of uniformity on [0, 1], by the limiting distribution with Stephens's correction,
 * good from about ten values on.
 * @throws RangeError for an empty sample
 */
export function testUniformity(sample: readonly number[]): UniformityTest {
  const n = sample.length;
  if (n === 0) throw new RangeError('a test of uniformity needs at least one value, not none');
  const sorted = sample.toSorted((a, b) => a - b);
  const above = sorted.reduce((most, value, k) => Math.max(most, (k + 1) / n - value), 0);
  const below = sorted.reduce((most, value, k) => Math.max(most, value - k / n), 0);
  const scaled = (distance: number): number => (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
  return {
    above,
    below,
    pAbove: Math.exp(-2 * scaled(above) * scaled(above)),
    pEither: kolmogorovTail(scaled(Math.max(above, below))),
  };
}

/** 2 Σ (−1)^(k−1) exp(−2k²λ²) */
function kolmogorovTail(lambda: number): number {
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * lambda * lambda);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-17) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
