import { polynomialBasis } from './monomials.js';
import { requireDeterminate } from './point-interpolant.js';

/**
 * Makes sure that distinct points determine an affine map.
 * @throws DegeneratePointsError when they lie on a line, in a plane, in a hyperplane, or are too few
 */
export function requireAffineSpan(points: readonly ArrayLike<number>[]): void {
  const { size, at } = polynomialBasis(points, 1);
  requireDeterminate(points.map(at), size, points[0].length, 1);
}
