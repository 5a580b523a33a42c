import { evaluateNetwork, inputsOf, type Network } from '../network.js';
import { sumOfLines, sumOfLinesApplies } from '../sum-of-lines.js';
import { displacementBetween, type Displacement } from './displacement.js';

/** ⟨∇f(x; θ₀), displacement⟩ at each of `points` (points × inputs, row by row). */
export function linearizedChange(start: Network, by: Displacement, points: ArrayLike<number>): Float64Array {
  const { activation, w, b, a } = start;
  const inputs = inputsOf(start);
  const change = new Float64Array(points.length / inputs).fill(by.d);
  if (inputs === 1 && !by.u && activation.slopes && sumOfLinesApplies(points)) {
    const p = w.map((weight, i) => by.a[i] * weight + a[i] * by.w[i]);
    const q = b.map((bias, i) => by.a[i] * bias + a[i] * by.b[i]);
    sumOfLines(start, p, q, activation.slopes, points, change);
    return change;
  }
  for (let unit = 0; unit < b.length; unit++) {
    const row = unit * inputs;
    for (let j = 0; j < change.length; j++) {
      const at = j * inputs;
      let margin = b[unit];
      let shift = by.b[unit];
      for (let i = 0; i < inputs; i++) {
        margin += w[row + i] * points[at + i];
        shift += by.w[row + i] * points[at + i];
      }
      change[j] += by.a[unit] * activation.value(margin) + a[unit] * activation.derivative(margin) * shift;
    }
  }
  const { u } = by;
  if (u) {
    for (let j = 0; j < change.length; j++)
      for (let i = 0; i < inputs; i++) change[j] += u[i] * points[j * inputs + i];
  }
  return change;
}

/**
 * f_lin(x; θ) = f(x; θ₀) + ⟨∇f(x; θ₀), θ − θ₀⟩ at each of `points` (points × inputs, row by row): the function that
 * the parameters of a linearized training stand for. (`evaluateNetwork` of them is another function, unless only
 * the output layer has moved: of that f is linear.)
 *
 * @param start the network at θ₀, where the gradient is taken
 * @param moved the network at θ
 */
export function evaluateLinearized(start: Network, moved: Network, points: ArrayLike<number>): Float64Array {
  const change = linearizedChange(start, displacementBetween(start, moved), points);
  return evaluateNetwork(start, points).map((f, j) => f + change[j]);
}
