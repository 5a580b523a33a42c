import { Matrix, QrDecomposition } from 'ml-matrix';
import { polynomialBasis } from './monomials.js';

/** A polynomial in d variables. */
export interface PolynomialFit {
  readonly polynomial: (point: ArrayLike<number>) => number;
  /** u and v of p(x) = ⟨u, x⟩ + v, the affine part of p about 0 for degree 0 and 1. */
  readonly affine: { readonly u: Float64Array; readonly v: number };
}

/** The polynomial of least squares, 0 for degree −1; the points must determine it (`requireDeterminate`). */
export function polynomialFit(
  points: readonly ArrayLike<number>[],
  degree: number,
  y: ArrayLike<number>,
): PolynomialFit {
  const { size, at, centre, scale } = polynomialBasis(points, degree);
  const beta =
    size === 0
      ? []
      : new QrDecomposition(new Matrix(points.map(at))).solve(Matrix.columnVector(Array.from(y))).to1DArray();
  const u = centre.map((_, i) => (beta[1 + i] ?? 0) / scale);
  return {
    polynomial: (point) => (size === 0 ? 0 : at(point).reduce((sum, value, k) => sum + beta[k] * value, 0)),
    affine: { u, v: u.reduce((v, ui, i) => v - ui * centre[i], beta[0] ?? 0) },
  };
}
