import type { BoundLaw } from '../../theory/initializations/law.js';
import type { VectorLaw } from '../../theory/initializations/several/vector-law.js';
import { dataProblem } from '../data/data-error.js';
import { fitAffine, type AffinePart } from '../kernels/affine-part.js';
import { kernelInterpolant } from '../kernels/interpolant.js';
import { reachOf } from '../kernels/several/points.js';
import { mergeForInterpolation } from '../splines/replicates.js';
import { pairKernel } from './pair-kernel.js';
import { interpolant, leastSquares } from './points-prediction.js';
import { requireSolvable } from './solvable.js';
import { requireInSupport } from './support.js';

export const ADJUSTMENTS = ['none', 'gls', 'ols'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** Residuals below this many roundings of the largest term are round-off, which the weights of 'gls' magnify. */
const ROUNDINGS = 1024;

/** Targets with an affine map ⟨u, x⟩ + v taken off, and the map. */
export interface Adjusted extends Affine {
  readonly y: readonly number[];
}

interface Affine {
  /** One number for each input. */
  readonly u: readonly number[];
  readonly v: number;
}

/**
 * Takes ⟨u, x⟩ + v off the targets of x (points × inputs, row by row): by generalized least squares in the
 * infinite-width kernel (exact for Theorems 1 and 6), by ordinary least squares (the paper's proposal), or not at all.
 * @throws DataError for 'gls' when targets at one input differ, K is singular or, in one input, an input is outside
 *   supp ζ; for both when the points do not determine the map
 */
export function adjustTargets(
  adjust: Adjustment,
  law: BoundLaw | VectorLaw,
  x: readonly number[],
  y: readonly number[],
): Adjusted {
  const inputs = 'inputs' in law ? law.inputs : 1;
  if (adjust === 'none') return { u: new Array<number>(inputs).fill(0), v: 0, y };
  const first = affinePart(adjust, law, x, y);
  const residual = (map: Affine): number[] => {
    const values = affineValues(map, x);
    return y.map((value, j) => value - values[j]);
  };
  // Once more on what is left: an ill-conditioned K costs the first fit some digits.
  const second = affinePart(adjust, law, x, residual(first));
  const map = { u: first.u.map((ui, i) => ui + second.u[i]), v: first.v + second.v };
  const sizes = affineValues({ u: map.u.map(Math.abs), v: Math.abs(map.v) }, x.map(Math.abs));
  const scale = y.reduce((most, value, j) => Math.max(most, Math.abs(value) + sizes[j]), 0);
  const roundOff = ROUNDINGS * Number.EPSILON * scale;
  // Targets on a line leave exactly nothing: a network cannot be trained to fit round-off.
  return { ...map, y: residual(map).map((value) => (Math.abs(value) <= roundOff ? 0 : value)) };
}

/** ⟨u, x⟩ + v at each of some points (points × inputs, row by row). */
export function affineValues({ u, v }: Affine, x: readonly number[]): number[] {
  return Array.from(
    { length: x.length / u.length },
    (_, j) => u.reduce((sum, ui, i) => sum + ui * x[j * u.length + i], 0) + v,
  );
}

function affinePart(
  adjust: 'gls' | 'ols',
  law: BoundLaw | VectorLaw,
  x: readonly number[],
  y: readonly number[],
): Affine {
  if ('inputs' in law) {
    const { affine } = dataProblem(() =>
      adjust === 'ols'
        ? leastSquares(law, x, y)
        : interpolant(law, x, y, { reach: reachOf(x, law.inputs), degree: 1, ridge: 0 }),
    );
    return { u: Array.from(affine.u), v: affine.v };
  }
  const { u, v } = lineOf(adjust, law, x, y);
  return { u: [u], v };
}

function lineOf(
  adjust: 'gls' | 'ols',
  law: BoundLaw,
  x: readonly number[],
  y: readonly number[],
): AffinePart {
  if (adjust === 'ols') return fitAffine(x, y, (z) => z);
  requireInSupport(law, x);
  return dataProblem(() => {
    const kernel = pairKernel(law);
    const data = mergeForInterpolation(x, y);
    requireSolvable(kernel, Array.from(data.x), 'generalized least squares', 'take ordinary ones (ols)');
    return kernelInterpolant({ kernel, ...data, adjust });
  });
}
