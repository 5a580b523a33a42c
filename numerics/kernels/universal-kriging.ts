import { Matrix, QrDecomposition } from 'ml-matrix';
import { factorSpd, spdCondition } from '../linear-algebra/spd.js';
import { kernelMatrix, kernelSum } from './kernel-matrix.js';
import type { Kernel } from './kernel-matrix.js';

/** Data, kernel and the polynomials that are not penalised. */
export interface UniversalKrigingOptions {
  readonly kernel: Kernel;
  /** Distinct inputs, more than `degree` of them, in any order. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Degree ≥ 0 of the polynomial part. */
  readonly degree: number;
}

/** f + p: f(x) = Σ c_j K(x, x_j), fitted to y − p(x), p the polynomial part. */
export interface UniversalKriging {
  /** c = K⁻¹(y − p) */
  readonly coefficients: Float64Array;
  /** Spectral condition number of K. */
  readonly condition: number;
  /** ‖f‖²_K = cᵀKc, the least over all polynomial parts of that degree. */
  readonly squaredNorm: number;
  readonly polynomial: (t: number) => number;
  /** f + p */
  readonly evaluate: (t: number) => number;
}

/**
 * The interpolant f + p of least ‖f‖_K, p any polynomial of the given degree: p by generalized least squares,
 * β = (PᵀK⁻¹P)⁻¹PᵀK⁻¹y (universal kriging; degree 1 is `kernelInterpolant` with adjust 'gls').
 *
 * With k the degree of a positively homogeneous activation and K its kernel this is the infinite-width limit of
 * training on data adjusted by the null space of L (Jin and Montúfar 2023, Corollary 4).
 * @throws RangeError on bad data; Error when K is singular to round-off
 */
export function universalKriging({ kernel, x, y, degree }: UniversalKrigingOptions): UniversalKriging {
  const n = x.length;
  if (y.length !== n || !(n > degree && degree >= 0)) {
    throw new RangeError(
      `universalKriging: got ${n} x and ${y.length} y with degree ${degree}, expected equally many and more than the degree`,
    );
  }
  const matrix = kernelMatrix(kernel, x);
  const factor = factorSpd(matrix);
  // Powers of an argument that the data bring to [−1, 1].
  const [low, high] = [Math.min(...Array.from(x)), Math.max(...Array.from(x))];
  const [centre, half] = [0.5 * (low + high), 0.5 * (high - low) || 1];
  const scaled = Float64Array.from(x, (value) => (value - centre) / half);
  const columns: number[][] = [];
  for (let power = new Float64Array(n).fill(1); columns.length <= degree;) {
    columns.push(Array.from(factor.whiten(power)));
    power = power.map((value, j) => value * scaled[j]);
  }
  const target = Matrix.columnVector(Array.from(factor.whiten(y)));
  const beta = new QrDecomposition(new Matrix(columns).transpose()).solve(target).to1DArray();
  const polynomial = (t: number): number =>
    beta.reduceRight((sum, coefficient) => sum * ((t - centre) / half) + coefficient, 0);

  const rest = Float64Array.from(y, (value, j) => value - polynomial(x[j]));
  const coefficients = factor.solve(rest);
  return {
    coefficients,
    condition: spdCondition(matrix),
    squaredNorm: coefficients.reduce((sum, c, j) => sum + c * rest[j], 0),
    polynomial,
    evaluate: (t) => kernelSum(kernel, x, coefficients, t) + polynomial(t),
  };
}
