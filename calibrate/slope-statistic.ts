/** The slope of a line through points whose abscissas are known beforehand, and its HC3 standard error. */
export interface SlopeOf {
  (y: ArrayLike<number>): { readonly slope: number; readonly standardError: number };
}

/**
 * What `fitRate` computes, for many sets of log errors at the same log widths `x`: weights and leverages once.
 * @throws RangeError for fewer than four points or a single abscissa
 */
export function slopeStatistic(x: readonly number[]): SlopeOf {
  const n = x.length;
  const mean = x.reduce((sum, xi) => sum + xi, 0) / n;
  const spread = x.reduce((sum, xi) => sum + (xi - mean) * (xi - mean), 0);
  if (n < 4 || spread === 0)
    throw new RangeError(`a slope needs at least four points at two abscissas, not ${n} points`);
  const share = Float64Array.from(x, (xi) => (xi - mean) / spread);
  const deviation = Float64Array.from(x, (xi) => xi - mean);
  const weight = share.map((s, i) => s / (1 - 1 / n - deviation[i] * s));
  return (y) => {
    let [total, slope] = [0, 0];
    for (let i = 0; i < n; i++) {
      total += y[i];
      slope += share[i] * y[i];
    }
    const middle = total / n;
    let variance = 0;
    for (let i = 0; i < n; i++) {
      const term = weight[i] * (y[i] - middle - slope * deviation[i]);
      variance += term * term;
    }
    return { slope, standardError: Math.sqrt(variance) };
  };
}
