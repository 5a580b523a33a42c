/** Where two filters of a mode are farthest apart. */
export interface FilterGap {
  /** z = η̄κt, the time in units of the mode's own rate. */
  readonly z: number;
  /** The distance there, as a share of the mode. */
  readonly gap: number;
}

/**
 * The largest distance over all times between gradient descent, 1 − (1 − h)^t, and the smoothing spline with
 * λ = 1/(η̄t), z/(1 + z) with z = ht, in a mode of step h = η̄κ; h = 0 is gradient flow, 1 − e^(−z): .203632 at z = 2.512862.
 * It grows with h, so it bounds all modes of smaller steps too; at whole t it is attained to the extent that z/h is one.
 *
 * With (1 − h)^t = e^(−cz) the distance 1/(1 + z) − e^(−cz) is never negative and is stationary where
 * log c − cz + 2 log(1 + z) = 0: concave in z, at least 0 at z = 0, so it has one positive root, found by bisection.
 * @param step h in [0, 1)
 * @throws RangeError for another step
 */
export function largestFilterGap(step = 0): FilterGap {
  if (!(step >= 0 && step < 1))
    throw new RangeError(`got a step of ${step}, expected a number from 0 to below 1`);
  const c = step === 0 ? 1 : -Math.log1p(-step) / step;
  const slope = (z: number): number => Math.log(c) - c * z + 2 * Math.log1p(z);
  // The top of the slope lies at z = 2/c − 1; the root is beyond it, and at most 4 since c ≥ 1.
  let [low, high] = [Math.max(0, 2 / c - 1), 4];
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return { z: low, gap: 1 / (1 + low) - Math.exp(-c * low) };
}
