import { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import type { Network } from './network.js';
import type { LearningRates } from './training.js';

/** Share of the largest eigenvalue's reciprocal that is taken as step. */
const SHARE = 0.8;

/**
 * The tangent kernel at the inputs, as a sum over units (points × points): gradient descent with output rate η
 * and hidden rate η·`hiddenRatio` moves the outputs by −η·T r to first order.
 */
export function tangentKernel({ w, b, a }: Network, x: readonly number[], hiddenRatio = 1): Matrix {
  const kernel = Matrix.ones(x.length, x.length); // the output bias
  for (let i = 0; i < w.length; i++) {
    const margins = x.map((xj) => w[i] * xj + b[i]);
    const hidden = hiddenRatio * a[i] * a[i];
    for (let j = 0; j < x.length; j++) {
      if (margins[j] <= 0) continue;
      for (let k = 0; k <= j; k++) {
        if (margins[k] <= 0) continue;
        kernel.set(j, k, kernel.get(j, k) + margins[j] * margins[k] + hidden * (x[j] * x[k] + 1));
      }
    }
  }
  for (let j = 0; j < x.length; j++) for (let k = 0; k < j; k++) kernel.set(k, j, kernel.get(j, k));
  return kernel;
}

/**
 * Step sizes for gradient descent on ½Σr²: .8 over the largest eigenvalue of the tangent kernel at the start,
 * so of order 1/width; the hidden layer's is `hiddenRatio` times the output layer's.
 */
export function stableRates(network: Network, x: readonly number[], hiddenRatio = 1): LearningRates {
  const { values } = symmetricEigen(tangentKernel(network, x, hiddenRatio));
  const output = SHARE / values[values.length - 1];
  return { output, hidden: hiddenRatio * output };
}
