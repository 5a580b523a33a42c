import { Matrix, QrDecomposition } from 'ml-matrix';
import type { PointKernel } from '../../../theory/initializations/several/vector-law.js';
import { factorSpd, spdCondition } from '../../linear-algebra/spd.js';
import { polynomialBasis } from './monomials.js';
import { distance, pointRows } from './points.js';
import { polynomialFit, type PolynomialFit } from './polynomial-fit.js';

/** Data in d inputs, kernel, and the polynomials that are not penalised. */
export interface PointInterpolantOptions {
  /** Positive definite, at least on coefficients c with Σ c_j q(x_j) = 0 for the polynomials q of `degree`. */
  readonly kernel: PointKernel;
  /** Distinct inputs, points × inputs, row by row. */
  readonly x: ArrayLike<number>;
  readonly inputs: number;
  readonly y: ArrayLike<number>;
  /** Degree of the polynomial part: 1 affine (Theorem 6), −1 none. */
  readonly degree: number;
  /** λ ≥ 0: minimise Σ(g(x_j) − y_j)² + λ‖g − p‖²_K instead of interpolating (default: 0). */
  readonly ridge?: number;
}

/** g = f + p: f(x) = Σ c_j K(x, x_j) and p a polynomial. */
export interface PointInterpolant extends PolynomialFit {
  readonly coefficients: Float64Array;
  /** Spectral condition number of the matrix that was solved with. */
  readonly condition: number;
  /** ‖f‖²_K = cᵀKc */
  readonly squaredNorm: number;
  /** f */
  readonly kernelPart: (point: ArrayLike<number>) => number;
  /** g */
  readonly evaluate: (point: ArrayLike<number>) => number;
}

/** Points that do not determine the polynomial part; the message says what to add. */
export class DegeneratePointsError extends RangeError {}

/**
 * The interpolant f + p of least ‖f‖_K over all polynomials p of the degree, from the saddle system
 * [K P; Pᵀ 0](c, β) = (y, 0): the infinite-width limit of Theorem 6 (Jin and Montúfar 2023) for degree 1, a
 * polyharmonic spline (Theorem 8) for K = ‖x − x′‖³.
 *
 * Solved on the contrasts: c = Nγ with the columns of N an orthonormal basis of {c: Pᵀc = 0}, (NᵀKN + λ)γ = Nᵀy, and p
 * the least-squares fit of the rest; so K may be replaced by K plus any such polynomials in x and in x′.
 * @throws DegeneratePointsError when the points do not determine p (collinear points in the plane, say);
 *   RangeError on unequal lengths and repeated points; Error when K is singular on the contrasts
 */
export function pointInterpolant({
  kernel,
  x,
  inputs,
  y,
  degree,
  ridge = 0,
}: PointInterpolantOptions): PointInterpolant {
  const points = pointRows(x, inputs);
  const n = points.length;
  if (y.length !== n)
    throw new RangeError(`pointInterpolant: got ${n} points and ${y.length} targets, expected equally many`);
  const basis = polynomialBasis(points, degree);
  const design = points.map(basis.at);
  requireDeterminate(design, basis.size, inputs, degree);

  const matrix = symmetricMatrix(points, kernel);
  const coefficients = new Float64Array(n);
  let factored: Matrix | undefined;
  if (basis.size < n) {
    if (ridge === 0) requireDistinct(points);
    // A QR decomposition of [P, I]: the columns after P's span the contrasts.
    const full = Matrix.eye(n, n);
    design.forEach((row, j) => {
      row.forEach((value, k) => full.set(j, k, value));
    });
    const { orthogonalMatrix } = new QrDecomposition(full);
    const contrasts = orthogonalMatrix.transpose().subMatrix(basis.size, n - 1, 0, n - 1);
    const projected = contrasts.mmul(matrix).mmul(contrasts.transpose());
    const symmetric = projected.clone().add(projected.transpose()).mul(0.5);
    for (let k = 0; k < symmetric.rows; k++) symmetric.set(k, k, symmetric.get(k, k) + ridge);
    const target = contrasts.mmul(Matrix.columnVector(Array.from(y))).to1DArray();
    const solved = factorSpd(symmetric).solve(target);
    factored = symmetric;
    for (let j = 0; j < n; j++)
      for (let k = 0; k < solved.length; k++) coefficients[j] += contrasts.get(k, j) * solved[k];
  }

  const rest = Array.from(y, (value, j) => {
    const row = matrix.getRow(j);
    return row.reduce((left, k, i) => left - k * coefficients[i], value) - ridge * coefficients[j];
  });
  const { polynomial, affine } = polynomialFit(points, degree, rest);
  const kernelPart = (point: ArrayLike<number>): number => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += coefficients[j] * kernel(point, points[j]);
    return sum;
  };
  return {
    coefficients,
    get condition() {
      return factored ? spdCondition(factored) : 1;
    },
    squaredNorm: coefficients.reduce(
      (sum, c, i) => matrix.getRow(i).reduce((inner, k, j) => inner + c * coefficients[j] * k, sum),
      0,
    ),
    polynomial,
    affine,
    kernelPart,
    evaluate: (point) => kernelPart(point) + polynomial(point),
  };
}

/** The matrix K(x_i, x_j), symmetric to the last bit. */
export function symmetricMatrix(points: readonly ArrayLike<number>[], kernel: PointKernel): Matrix {
  const matrix = new Matrix(points.length, points.length);
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j <= i; j++) {
      const value = kernel(points[i], points[j]);
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  }
  return matrix;
}

function requireDistinct(points: readonly ArrayLike<number>[]): void {
  for (let j = 0; j < points.length; j++) {
    for (let i = 0; i < j; i++) {
      if (distance(points[i], points[j]) === 0) {
        throw new RangeError(
          `pointInterpolant: points ${i + 1} and ${j + 1} are the same; expected distinct ones: drop one or average ` +
            'their targets',
        );
      }
    }
  }
}

/** Columns of the design that are dependent to this share of the largest are taken to be so. */
const DEPENDENT = 1e-10;

/** @throws DegeneratePointsError unless the design (points × `size`) of the polynomials of the degree has full rank */
export function requireDeterminate(
  design: readonly (readonly number[])[],
  size: number,
  inputs: number,
  degree: number,
): void {
  if (size === 0) return;
  const what = degree === 1 ? 'an affine part' : `a polynomial of degree ${degree}`;
  if (design.length < size) {
    throw new DegeneratePointsError(
      `${design.length} distinct points in ${inputs} inputs do not determine ${what}; expected at least ${size}: add points`,
    );
  }
  const triangle = new QrDecomposition(new Matrix(design.map((row) => [...row]))).upperTriangularMatrix;
  const sizes = triangle.diagonal().map(Math.abs);
  if (Math.min(...sizes) > DEPENDENT * Math.max(...sizes)) return;
  const where =
    degree !== 1
      ? 'on a curve or surface of that degree'
      : inputs === 2
        ? 'on one line'
        : 'in one plane (or hyperplane)';
  throw new DegeneratePointsError(
    `all ${design.length} points lie ${where} to 10 digits, so that they do not determine ${what}: add a point off it, ` +
      'bring the inputs to one scale, leave an input out, or take no such part off',
  );
}
