import type { VectorLaw } from '../../theory/initializations/several/vector-law.js';
import { dataProblem } from '../data/data-error.js';
import { firstAtPlace } from '../data/data-points.js';
import { requireAffineSpan } from '../kernels/several/affine-span.js';
import { pointFlow } from '../kernels/several/point-flow.js';
import { pointInterpolant, type PointInterpolant } from '../kernels/several/point-interpolant.js';
import { pointRows } from '../kernels/several/points.js';
import { polynomialFit, type PolynomialFit } from '../kernels/several/polynomial-fit.js';
import { pointPairKernel } from './pair-kernel.js';
import type { PredictionOptions } from './predict.js';
import { requireSolvable } from './solvable.js';

const [SOLVER, REMEDY] = ['prediction in several inputs', 'thin the data out'];

/**
 * The function of several inputs that infinitely wide training ends in, or passes through at a time, on ‖x‖ ≤ reach (Jin
 * and Montúfar 2023, Theorem 6). Where ζ_e vanishes for some |c| ≤ max ‖x_j‖, it has no kinks there.
 * @throws DataError when the points do not determine the affine part of 'spline', or the problem has no solution in
 *   double precision
 */
export function predictOfPoints(
  { x, y, law, limit, smoothing = 0, time }: PredictionOptions<VectorLaw>,
  reach: number,
): (point: ArrayLike<number>) => number {
  return dataProblem(() => {
    if (limit === 'raw' && time !== undefined) {
      const kernel = pointPairKernel(law, reach);
      requireSolvable<ArrayLike<number>>(kernel, pointRows(x, law.inputs), SOLVER, REMEDY);
      return pointFlow(kernel, x, law.inputs, y).at(time).evaluate;
    }
    const ridge = time === undefined ? smoothing : 1 / time;
    if (ridge === Infinity) return leastSquares(law, x, y).polynomial;
    return interpolant(law, x, y, { reach, degree: limit === 'raw' ? -1 : 1, ridge }).evaluate;
  });
}

/** The affine map of least squares. @throws DegeneratePointsError */
export function leastSquares(law: VectorLaw, x: readonly number[], y: readonly number[]): PolynomialFit {
  const points = pointRows(x, law.inputs);
  requireAffineSpan(points);
  return polynomialFit(points, 1, y);
}

/**
 * The interpolant in the law's kernel on ‖x‖ ≤ reach plus a polynomial, or the minimiser with a ridge.
 * @throws DegeneratePointsError, RangeError, Error
 */
export function interpolant(
  law: VectorLaw,
  x: readonly number[],
  y: readonly number[],
  { reach, degree, ridge }: { readonly reach: number; readonly degree: number; readonly ridge: number },
): PointInterpolant {
  const { inputs } = law;
  const kernel = pointPairKernel(law, reach);
  // With a ridge equal points count as often as they are there, without one they would make the matrix singular.
  const data = ridge > 0 ? { x, y } : mergedForInterpolation(x, y, inputs);
  requireSolvable<ArrayLike<number>>(kernel, pointRows(data.x, inputs), SOLVER, REMEDY);
  return pointInterpolant({ kernel, ...data, inputs, degree, ridge });
}

/** Every place once. @throws RangeError where targets at one place differ */
function mergedForInterpolation(
  x: readonly number[],
  y: readonly number[],
  inputs: number,
): { readonly x: number[]; readonly y: number[] } {
  const first = firstAtPlace(x, inputs);
  const torn = first.findIndex((k, j) => y[k] !== y[j]);
  if (torn >= 0) {
    throw new RangeError(
      `got targets ${y[first[torn]]} and ${y[torn]} at one point, expected one value per point: no function interpolates ` +
        'both; smooth instead of interpolating, or merge them first',
    );
  }
  const kept = first.flatMap((k, j) => (k === j ? [j] : []));
  return { x: kept.flatMap((j) => x.slice(j * inputs, (j + 1) * inputs)), y: kept.map((j) => y[j]) };
}
