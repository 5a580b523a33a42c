import type { PointKernel } from '../../../theory/initializations/several/vector-law.js';
import { flowOf, type GradientFlow } from '../gradient-flow.js';
import { symmetricMatrix } from './point-interpolant.js';
import { pointRows } from './points.js';

/**
 * Gradient flow and gradient descent in the space of a kernel of points, f_t(x) = k(x)ᵀK⁻¹(I − e^{−tK})y
 * (Jin and Montúfar 2023, section on training trajectories): `gradientFlow` for x of points × inputs numbers, row by row.
 * @throws RangeError on points that are not whole, and as `gradientFlow`
 */
export function pointFlow(
  kernel: PointKernel,
  x: ArrayLike<number>,
  inputs: number,
  y: ArrayLike<number>,
): GradientFlow<ArrayLike<number>> {
  const points = pointRows(x, inputs);
  return flowOf(symmetricMatrix(points, kernel), y, (coefficients) => ({
    coefficients,
    evaluate: (point) => coefficients.reduce((sum, c, j) => sum + c * kernel(point, points[j]), 0),
  }));
}
