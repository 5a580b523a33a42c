import { factorSpd, spdCondition } from '../linear-algebra/spd.js';
import type { SpdFactor } from '../linear-algebra/spd.js';
import { fitAffine } from './affine-part.js';
import type { AffinePart } from './affine-part.js';
import { kernelMatrix, kernelSum } from './kernel-matrix.js';
import type { Kernel } from './kernel-matrix.js';

/** Data, kernel and the affine part to take off. */
export interface KernelInterpolantOptions {
  readonly kernel: Kernel;
  /** Distinct inputs, in any order. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Take off the affine part by generalized least squares, by ordinary least squares, or not at all. */
  readonly adjust: 'gls' | 'ols' | 'none';
  /** λ ≥ 0: solve with K + λW⁻¹ in place of K; default 0. */
  readonly ridge?: number;
  /** Positive weights W of the data, which matter for the ridge and for 'ols'; default 1. */
  readonly weights?: ArrayLike<number>;
}

/** f∞(x) = Σ c_j K(x, x_j), fitted to y − (ux + v). */
export interface KernelInterpolant extends AffinePart {
  /** c = (K + λW⁻¹)⁻¹(y − ux − v). */
  readonly coefficients: Float64Array;
  /** Spectral condition number of the matrix that was solved with. */
  readonly condition: number;
  /** f∞, without the affine part. */
  readonly evaluate: (t: number) => number;
  /** f∞ + ux + v: with 'gls' the ζ-weighted natural spline of the data. */
  readonly evaluateWithAffine: (t: number) => number;
}

/**
 * The infinite-width limit of training on affinely adjusted data: kernel interpolation, or ridge regression.
 *
 * With 'gls' this is universal kriging, and minimises Σw(f+ux+v−y)² + λ‖f‖²_K over f, u and v together.
 * @throws RangeError on bad data; Error when the matrix is singular to round-off.
 */
export function kernelInterpolant(options: KernelInterpolantOptions): KernelInterpolant {
  const { kernel, x, y, adjust, ridge = 0 } = options;
  const n = x.length;
  const weights = options.weights ?? new Float64Array(n).fill(1);
  if (n === 0 || y.length !== n || weights.length !== n) {
    throw new RangeError(
      `kernelInterpolant: got ${n} x, ${y.length} y and ${weights.length} weights, expected equally many, at least one`,
    );
  }
  if (!(ridge >= 0 && ridge < Infinity)) {
    throw new RangeError(`kernelInterpolant: got ridge = ${ridge}, expected a finite number of at least 0`);
  }
  const matrix = kernelMatrix(kernel, x);
  for (let j = 0; j < n; j++) matrix.set(j, j, matrix.get(j, j) + ridge / weights[j]);
  const factor = factorKernel(() => factorSpd(matrix), n);
  const { u, v } = affinePart(adjust, x, y, weights, factor);
  const rest = Float64Array.from(y, (value, j) => value - (u * x[j] + v));
  const coefficients = factor.solve(rest);
  const evaluate = (t: number): number => kernelSum(kernel, x, coefficients, t);
  return {
    u,
    v,
    coefficients,
    condition: spdCondition(matrix),
    evaluate,
    evaluateWithAffine: (t) => evaluate(t) + (u * t + v),
  };
}

function affinePart(
  adjust: KernelInterpolantOptions['adjust'],
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  factor: SpdFactor,
): AffinePart {
  if (adjust === 'none') return { u: 0, v: 0 };
  if (adjust === 'gls') return fitAffine(x, y, (z) => factor.whiten(z));
  return fitAffine(x, y, (z) => Float64Array.from(z, (value, j) => value * Math.sqrt(weights[j])));
}

function factorKernel(factor: () => SpdFactor, n: number): SpdFactor {
  try {
    return factor();
  } catch (error) {
    throw new Error(
      `the kernel matrix of the ${n} inputs cannot be solved with in double precision; expected distinct inputs of order one about 0, with at ` +
        'most two on either side outside the support of ζ, and biases that are not all zero: rescale the inputs, drop data, or add a ridge (smoothing)',
      { cause: error },
    );
  }
}
