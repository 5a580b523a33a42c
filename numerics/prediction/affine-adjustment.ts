import type { BoundLaw } from '../../theory/initializations/law.js';
import { dataProblem } from '../data/data-error.js';
import { fitAffine, type AffinePart } from '../kernels/affine-part.js';
import { kernelInterpolant } from '../kernels/interpolant.js';
import { mergeForInterpolation } from '../splines/replicates.js';
import { pairKernel } from './pair-kernel.js';
import { requireInSupport } from './support.js';

export const ADJUSTMENTS = ['none', 'gls', 'ols'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** Residuals below this many roundings of the largest term are round-off, which the weights of 'gls' magnify. */
const ROUNDINGS = 1024;

/** Targets with an affine map taken off, and the map. */
export interface Adjusted extends AffinePart {
  readonly y: readonly number[];
}

/**
 * Takes ux + v off the targets: by generalized least squares in the infinite-width kernel (exact for Theorem 1),
 * by ordinary least squares (the paper's proposal), or not at all.
 * @throws DataError for 'gls' when an input is outside supp ζ, two targets at one input differ, or K is singular
 */
export function adjustTargets(
  adjust: Adjustment,
  law: BoundLaw,
  x: readonly number[],
  y: readonly number[],
): Adjusted {
  if (adjust === 'none') return { u: 0, v: 0, y };
  const first = affinePart(adjust, law, x, y);
  const residual = ({ u, v }: AffinePart): number[] => y.map((value, j) => value - (u * x[j] + v));
  // Once more on what is left: an ill-conditioned K costs the first fit some digits.
  const second = affinePart(adjust, law, x, residual(first));
  const { u, v } = { u: first.u + second.u, v: first.v + second.v };
  const scale = y.reduce(
    (most, value, j) => Math.max(most, Math.abs(value) + Math.abs(u * x[j]) + Math.abs(v)),
    0,
  );
  const roundOff = ROUNDINGS * Number.EPSILON * scale;
  // Targets on a line leave exactly nothing: a network cannot be trained to fit round-off.
  return { u, v, y: residual({ u, v }).map((value) => (Math.abs(value) <= roundOff ? 0 : value)) };
}

function affinePart(
  adjust: Adjustment,
  law: BoundLaw,
  x: readonly number[],
  y: readonly number[],
): AffinePart {
  if (adjust === 'ols') return fitAffine(x, y, (z) => z);
  requireInSupport(law, x);
  return dataProblem(() =>
    kernelInterpolant({ kernel: pairKernel(law), ...mergeForInterpolation(x, y), adjust }),
  );
}
