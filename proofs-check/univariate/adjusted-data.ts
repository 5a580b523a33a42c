import { kernelInterpolant, type KernelInterpolant } from '../../numerics/kernels/interpolant.js';
import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import type { Data } from '../../numerics/networks/training.js';
import type { BoundLaw } from '../../theory/initializations/law.js';

/** The infinite-width limit for some data, and the data that its networks are trained on. */
export interface AdjustedData {
  readonly limit: KernelInterpolant;
  /** The data less the linear part ux + v of the limit (generalized least squares). */
  readonly data: Data;
}

/** Takes off the linear part that Theorem 1 takes off. */
export function adjustedData(law: BoundLaw, { x, y }: Data): AdjustedData {
  const kernel = lawKernel(law, Math.max(...x.map(Math.abs)));
  const limit = kernelInterpolant({ kernel, x, y, adjust: 'gls' });
  return { limit, data: { x, y: y.map((yj, j) => yj - (limit.u * x[j] + limit.v)) } };
}
