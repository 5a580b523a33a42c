import { pointInterpolant, type PointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { norm, pointRows } from '../../numerics/kernels/several/points.js';
import { vectorKernel } from '../../numerics/kernels/several/vector-kernel.js';
import type { VectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { PointData } from './point-sets.js';

/** The infinite-width limit for some data, and the data that its networks are trained on. */
export interface AdjustedPoints {
  readonly limit: PointInterpolant;
  /** The data less the affine part ⟨u, x⟩ + v of the limit. */
  readonly data: PointData;
}

/** Takes off the affine part that Theorem 6 takes off. */
export function adjustedPoints(law: VectorLaw, { x, y, inputs }: PointData): AdjustedPoints {
  const points = pointRows(x, inputs);
  const kernel = vectorKernel(law, Math.max(...points.map(norm)));
  const limit = pointInterpolant({ kernel, x, inputs, y, degree: 1 });
  return { limit, data: { x, inputs, y: y.map((yj, j) => yj - limit.polynomial(points[j])) } };
}
