import { Matrix } from 'ml-matrix';
import { inputsOf, type Network } from '../network.js';
import type { LearningRates } from '../training.js';

/** A rate for every group of parameters, and sane ones. */
export type AllRates = Required<LearningRates>;

/**
 * The rates with their defaults filled in.
 * @throws RangeError unless each is finite and at least 0
 */
export function allRates(rates: LearningRates): AllRates {
  const { hidden, output, bias = output, skip = output } = rates;
  const all = { hidden, output, bias, skip };
  for (const [group, rate] of Object.entries(all)) {
    if (!(rate >= 0 && rate < Infinity)) {
      throw new RangeError(
        `got a learning rate of ${rate} (${group}), expected a finite number of at least 0`,
      );
    }
  }
  return all;
}

/**
 * The tangent kernel weighted by the rates, ⟨∇f(x_j;θ), D ∇f(x_k;θ)⟩ with D the diagonal of the learning rates
 * (points × points, symmetric to the last bit; no units): gradient descent of the model linearized at θ maps the
 * residuals r to r − G r. O(width · points²) time, O(points²) memory.
 *
 * @param x inputs, points × inputs, row by row
 * @throws RangeError for rates that cannot be, or inputs that are not whole points
 */
export function ratedTangentKernel(network: Network, x: ArrayLike<number>, rates: LearningRates): Matrix {
  const { activation, w, b, a, u } = network;
  const { hidden, output, bias, skip } = allRates(rates);
  const inputs = inputsOf(network);
  const points = x.length / inputs;
  if (!Number.isInteger(points) || points === 0) {
    throw new RangeError(`got ${x.length} input values, expected those of one point or more, ${inputs} each`);
  }
  const values = new Float64Array(points);
  const slopes = new Float64Array(points);
  const products = new Float64Array(points * points); // Σ φφ
  const tangents = new Float64Array(points * points); // Σ a²φ′φ′
  for (let unit = 0; unit < b.length; unit++) {
    for (let j = 0; j < points; j++) {
      let margin = b[unit];
      for (let i = 0; i < inputs; i++) margin += w[unit * inputs + i] * x[j * inputs + i];
      values[j] = activation.value(margin);
      if (hidden > 0) slopes[j] = a[unit] * activation.derivative(margin);
    }
    for (let j = 0; j < points; j++) {
      for (let k = 0; k <= j; k++) {
        products[j * points + k] += values[j] * values[k];
        tangents[j * points + k] += slopes[j] * slopes[k];
      }
    }
  }
  const kernel = new Matrix(points, points);
  for (let j = 0; j < points; j++) {
    for (let k = 0; k <= j; k++) {
      let inner = 0;
      for (let i = 0; i < inputs; i++) inner += x[j * inputs + i] * x[k * inputs + i];
      const at = j * points + k;
      const sum = output * products[at] + hidden * tangents[at] * (1 + inner) + bias + (u ? skip * inner : 0);
      kernel.set(j, k, sum);
      kernel.set(k, j, sum);
    }
  }
  return kernel;
}
