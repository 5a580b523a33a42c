import { distance } from '../../numerics/kernels/several/points.js';
import type { PointKernel } from '../../theory/initializations/several/vector-law.js';

/** r² log r, the thin-plate spline: the polyharmonic spline of another order, for controls. */
export const thinPlateKernel: PointKernel = (x, y) => {
  const r = distance(x, y);
  return r === 0 ? 0 : r * r * Math.log(r);
};

/** −r, the piecewise linear spline of d = 1, for controls. */
export const linearKernel: PointKernel = (x, y) => -distance(x, y);
