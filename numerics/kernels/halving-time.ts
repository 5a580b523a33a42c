import type { SymmetricEigen } from '../linear-algebra/symmetric-eigen.js';

/** Times looked at first, one after the other: a component that dips below one half for less than this share is overlooked. */
const RATIO = 1.05;
const LATEST = 1e18;

/**
 * The first time, in steps of gradient descent on ½Σr² (and fractions of steps), at which a component of the residual has
 * fallen to half its size; r_t = (I − η̄K)^t r_0.
 *
 * @param modes of the kernel matrix K (n × n)
 * @param rate η̄, with η̄κ < 1
 * @param residual r_0
 * @param directions the component is the norm of the inner products with these
 * @throws RangeError for a rate that is too large, or a component that is not there, or not halved by 1e18 steps
 */
export function halvingTime(
  { values, vectors }: SymmetricEigen,
  rate: number,
  residual: readonly number[],
  directions: readonly (readonly number[])[],
): number {
  const n = values.length;
  if (!(rate > 0 && rate * values[n - 1] < 1)) {
    throw new RangeError(`got a rate of ${rate}, expected a positive one below 1/${values[n - 1]}`);
  }
  const inModes = (vector: readonly number[]): number[] =>
    Array.from(values, (_, k) => vector.reduce((sum, value, j) => sum + value * vectors.get(j, k), 0));
  const start = inModes(residual);
  // The shares of each inner product that the modes hold; a kernel has no negative eigenvalues but by round-off.
  const shares = directions.map((direction) => inModes(direction).map((value, k) => value * start[k]));
  const logs = Array.from(values, (value) => Math.log1p(-rate * Math.max(0, value)));
  const size = (t: number): number => {
    const left = logs.map((log) => Math.exp(t * log));
    return Math.hypot(...shares.map((share) => share.reduce((sum, value, k) => sum + value * left[k], 0)));
  };
  const half = size(0) / 2;
  if (!(half > 0))
    throw new RangeError('got a residual without the component, expected one that can be halved');
  let [low, high] = [0, 0.1];
  for (; size(high) > half; [low, high] = [high, high * RATIO]) {
    if (high > LATEST)
      throw new RangeError(`the component is not halved by ${LATEST} steps: the kernel lacks it`);
  }
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (size(middle) > half) low = middle;
    else high = middle;
  }
  return high;
}
