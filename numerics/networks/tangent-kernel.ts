import type { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import { ratedTangentKernel } from './linearized/rated-kernel.js';
import type { Network } from './network.js';
import { OverflowError, type LearningRates } from './training.js';

/** Share of the largest eigenvalue's reciprocal that is taken as step. */
const SHARE = 0.8;

/**
 * The tangent kernel at the inputs, as a sum over units (points × points): gradient descent with output rate η
 * and hidden rate η·`hiddenRatio` (the rates of bias and skip connection being η) moves the outputs by −η·T r to
 * first order.
 */
export const tangentKernel = (network: Network, x: ArrayLike<number>, hiddenRatio = 1): Matrix =>
  ratedTangentKernel(network, x, { output: 1, hidden: hiddenRatio });

/**
 * Step sizes for gradient descent on ½Σr²: .8 over the largest eigenvalue of the tangent kernel at the start,
 * so of order 1/width; the hidden layer's is `hiddenRatio` times the output layer's.
 * @throws OverflowError
 */
export function stableRates(network: Network, x: readonly number[], hiddenRatio = 1): LearningRates {
  const { values } = symmetricEigen(finite(tangentKernel(network, x, hiddenRatio)));
  const output = SHARE / values[values.length - 1];
  return { output, hidden: hiddenRatio * output };
}

/**
 * Step sizes for stochastic gradient descent, safe for every order of the points: .8 over the largest trace of the
 * tangent kernel on a batch of the given size, by the largest diagonal entry. For single points this is the bound of
 * Theorem 24, η ≤ 1/max ‖∇f(x_j, θ₀)‖².
 * @throws OverflowError
 */
export function stochasticRates(network: Network, x: readonly number[], batch: number): LearningRates {
  const output = SHARE / (batch * Math.max(...finite(tangentKernel(network, x)).diagonal()));
  return { output, hidden: output };
}

/** The matrix, whose elements are at most as large as those on its diagonal. */
function finite(kernel: Matrix): Matrix {
  const infinite = kernel.diagonal().find((value) => !Number.isFinite(value));
  if (infinite === undefined) return kernel;
  throw new OverflowError(
    `the tangent kernel at the start is ${infinite} at an input, beyond double precision: rescale the inputs, the ` +
      'parameters of the initialization or the slope of the activation to order one',
  );
}
