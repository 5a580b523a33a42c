import { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import { inputsOf, type Network } from './network.js';
import type { LearningRates } from './training.js';

/** Share of the largest eigenvalue's reciprocal that is taken as step. */
const SHARE = 0.8;

/**
 * The tangent kernel at the inputs, as a sum over units (points × points): gradient descent with output rate η
 * and hidden rate η·`hiddenRatio` (the rates of bias and skip connection being η) moves the outputs by −η·T r to
 * first order.
 */
export function tangentKernel(network: Network, x: readonly number[], hiddenRatio = 1): Matrix {
  const { activation, w, b, a, u } = network;
  const inputs = inputsOf(network);
  const points = x.length / inputs;
  const inner = Matrix.ones(points, points); // ⟨(x_j, 1), (x_k, 1)⟩
  for (let j = 0; j < points; j++)
    for (let k = 0; k < points; k++)
      for (let i = 0; i < inputs; i++)
        inner.set(j, k, inner.get(j, k) + x[j * inputs + i] * x[k * inputs + i]);

  const kernel = u ? inner.clone() : Matrix.ones(points, points);
  const values = new Float64Array(points);
  const slopes = new Float64Array(points);
  const products = new Float64Array(points * points);
  const tangents = new Float64Array(points * points);
  for (let unit = 0; unit < b.length; unit++) {
    for (let j = 0; j < points; j++) {
      let margin = b[unit];
      for (let i = 0; i < inputs; i++) margin += w[unit * inputs + i] * x[j * inputs + i];
      values[j] = activation.value(margin);
      slopes[j] = activation.derivative(margin);
    }
    const hidden = hiddenRatio * a[unit] * a[unit];
    for (let j = 0; j < points; j++) {
      for (let k = 0; k <= j; k++) {
        products[j * points + k] += values[j] * values[k];
        tangents[j * points + k] += hidden * slopes[j] * slopes[k];
      }
    }
  }
  for (let j = 0; j < points; j++) {
    for (let k = 0; k <= j; k++) {
      const at = j * points + k;
      const sum = kernel.get(j, k) + products[at] + tangents[at] * inner.get(j, k);
      kernel.set(j, k, sum);
      kernel.set(k, j, sum);
    }
  }
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

/**
 * Step sizes for stochastic gradient descent, safe for every order of the points: .8 over the largest trace of the
 * tangent kernel on a batch of the given size, by the largest diagonal entry. For single points this is the bound of
 * Theorem 24, η ≤ 1/max ‖∇f(x_j, θ₀)‖².
 */
export function stochasticRates(network: Network, x: readonly number[], batch: number): LearningRates {
  const output = SHARE / (batch * Math.max(...tangentKernel(network, x).diagonal()));
  return { output, hidden: output };
}
