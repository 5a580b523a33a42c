import { Matrix } from 'ml-matrix';
import type { PointKernel } from '../../../theory/initializations/several/vector-law.js';
import { symmetricEigen } from '../../linear-algebra/symmetric-eigen.js';
import { polynomialBasis } from './monomials.js';
import { symmetricMatrix } from './point-interpolant.js';
import { pointRows } from './points.js';

/**
 * The spectral condition number of the saddle system [K P; Pᵀ 0], K brought to entries of at most 1 and P a basis of
 * size 1: what round-off in K and in the points is multiplied by, for the spline and for its polynomial part.
 */
export function saddleCondition(
  kernel: PointKernel,
  x: ArrayLike<number>,
  inputs: number,
  degree: number,
): number {
  const points = pointRows(x, inputs);
  const basis = polynomialBasis(points, degree);
  const [n, size] = [points.length, points.length + basis.size];
  const matrix = symmetricMatrix(points, kernel);
  const system = Matrix.zeros(size, size);
  system.setSubMatrix(matrix.div(Math.max(matrix.max(), -matrix.min())), 0, 0);
  points.forEach((point, j) => {
    basis.at(point).forEach((value, k) => {
      system.set(j, n + k, value);
      system.set(n + k, j, value);
    });
  });
  const sizes = symmetricEigen(system).values.map(Math.abs);
  return Math.max(...sizes) / Math.min(...sizes);
}
