import type { PointKernel } from '../../../theory/initializations/several/vector-law.js';
import { integerPower } from '../../../theory/integer-power.js';
import { distance } from './points.js';

/**
 * The kernel (−1)^(k+1) ‖x − x′‖^(2k+1), positive definite on coefficients that annihilate the polynomials of degree k:
 * its interpolants are polyharmonic splines, k = 1 (the cubic one) being the limit of Theorem 8 (Jin and Montúfar 2023).
 */
export const polyharmonicKernel = (k: number): PointKernel => {
  const sign = k % 2 === 0 ? -1 : 1;
  return (x, y) => sign * integerPower(distance(x, y), 2 * k + 1);
};
