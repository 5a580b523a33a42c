import type { Variates } from '../../theory/initializations/initialization.js';

/**
 * A point uniform in the square, brought to length 1: what normalising the weights of a usual layer gives. Its direction
 * is not uniform on the circle, but denser towards the corners.
 */
export function drawSquareDirection(variates: Variates, w: Float64Array, at: number): void {
  const [p, q] = [2 * variates.uniform() - 1, 2 * variates.uniform() - 1];
  const length = Math.sqrt(p * p + q * q);
  w[at] = p / length;
  w[at + 1] = q / length;
}
