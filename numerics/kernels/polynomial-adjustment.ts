import { Matrix, QrDecomposition } from 'ml-matrix';
import { factorSpd, spdCondition } from '../linear-algebra/spd.js';
import { kernelMatrix, kernelSum, type Kernel } from './kernel-matrix.js';

/** Data, kernel, and the polynomials to take off. */
export interface AdjustedInterpolantOptions {
  readonly kernel: Kernel;
  /** Distinct inputs, more of them than `terms`. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Polynomials with so many coefficients are taken off: 0 none, 1 constants, 2 affine ones. */
  readonly terms: number;
}

/** g(t) = p(t) + Σ c_j K(t, x_j), g(x_j) = y_j, p a polynomial. */
export interface AdjustedInterpolant {
  readonly coefficients: Float64Array;
  /** Spectral condition number of the matrix that was solved with. */
  readonly condition: number;
  /** cᵀKc = cᵀ(y − p) */
  readonly squaredNorm: number;
  /** p */
  readonly polynomial: (t: number) => number;
  /** g */
  readonly evaluate: (t: number) => number;
}

/** The powers 1, t − x̄, (t − x̄)², … about the mean of x. */
export function powers(x: readonly number[], terms: number): ((t: number) => number)[] {
  const centre = x.reduce((sum, value) => sum + value, 0) / x.length;
  return Array.from({ length: terms }, (_, degree) => (t: number) => {
    let power = 1;
    for (let k = 0; k < degree; k++) power *= t - centre;
    return power;
  });
}

/**
 * The limit of training the output layer on y − p, with p added back: p by generalized least squares,
 * (PᵀK⁻¹P)⁻¹PᵀK⁻¹y, or by ordinary ones, and Σ c_j K(·, x_j) the kernel interpolant of y − p.
 * @throws Error when the kernel matrix is not positive definite to round-off
 */
export function adjustedInterpolant(
  { kernel, x, y, terms }: AdjustedInterpolantOptions,
  by: 'gls' | 'ols' = 'gls',
): AdjustedInterpolant {
  const matrix = kernelMatrix(kernel, x);
  const factor = factorSpd(matrix);
  const whiten = (z: readonly number[]): number[] => (by === 'gls' ? Array.from(factor.whiten(z)) : [...z]);
  const polynomial = fitPowers(x, y, terms, whiten);
  const rest = y.map((value, j) => value - polynomial(x[j]));
  return assemble(kernel, x, rest, factor.solve(rest), polynomial, spdCondition(matrix));
}

/**
 * The same function, with `gls`, by another route: the c with Pᵀc = 0 that gives the contrasts of y, NᵀKNγ = Nᵀy and
 * c = Nγ; p takes up the rest. It needs K only up to terms p(x) + q(y) with such polynomials, and positive definite
 * on contrasts only.
 * @throws Error when it is not, to round-off
 */
export function contrastInterpolant({
  kernel,
  x,
  y,
  terms,
}: AdjustedInterpolantOptions): AdjustedInterpolant {
  const basis = new Matrix(polynomialContrasts(x, terms));
  const projected = basis.mmul(kernelMatrix(kernel, x)).mmul(basis.transpose());
  // Products round differently on either side of the diagonal.
  const matrix = projected.add(projected.transpose()).mul(0.5);
  const contrasts = basis.mmul(Matrix.columnVector([...y])).to1DArray();
  const solved = Matrix.rowVector(Array.from(factorSpd(matrix).solve(contrasts)));
  const coefficients = Float64Array.from(solved.mmul(basis).to1DArray());
  const left = y.map((value, j) => value - kernelSum(kernel, x, coefficients, x[j]));
  const polynomial = fitPowers(x, left, terms, (z) => [...z]);
  const rest = y.map((value, j) => value - polynomial(x[j]));
  return assemble(kernel, x, rest, coefficients, polynomial, spdCondition(matrix));
}

function assemble(
  kernel: Kernel,
  x: readonly number[],
  rest: readonly number[],
  coefficients: Float64Array,
  polynomial: (t: number) => number,
  condition: number,
): AdjustedInterpolant {
  return {
    coefficients,
    condition,
    squaredNorm: coefficients.reduce((sum, c, j) => sum + c * rest[j], 0),
    polynomial,
    evaluate: (t) => kernelSum(kernel, x, coefficients, t) + polynomial(t),
  };
}

/** An orthonormal basis of the vectors c with Σ c_j x_j^k = 0 for k < terms (rows, M − terms of them). */
export function polynomialContrasts(x: readonly number[], terms: number): number[][] {
  const n = x.length;
  if (n <= terms) {
    throw new RangeError(`got ${n} points and ${terms} polynomial terms, expected more points than terms`);
  }
  const full = Matrix.eye(n, n);
  powers(x, terms).forEach((power, k) => {
    full.setColumn(k, x.map(power));
  });
  return new QrDecomposition(full).orthogonalMatrix.transpose().to2DArray().slice(terms);
}

/** The polynomial nearest to y in the norm ‖L·‖ of a whitening L. */
export function fitPowers(
  x: readonly number[],
  y: readonly number[],
  terms: number,
  whiten: (z: readonly number[]) => number[],
): (t: number) => number {
  if (terms === 0) return () => 0;
  const basis = powers(x, terms);
  const design = new Matrix(basis.map((power) => whiten(x.map(power)))).transpose();
  const coefficients = new QrDecomposition(design).solve(Matrix.columnVector(whiten(y))).to1DArray();
  return (t) => basis.reduce((sum, power, k) => sum + coefficients[k] * power(t), 0);
}
