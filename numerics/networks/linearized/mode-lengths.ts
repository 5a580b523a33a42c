import type { Matrix } from 'ml-matrix';
import { inputsOf, type Network } from '../network.js';
import type { LearningRates } from '../training.js';
import { allRates } from './rated-kernel.js';

/**
 * ‖D^½ Σ_j v_jk ∇f(x_j; θ)‖² for each column k of `modes` (points × modes), D the diagonal of the learning rates: the
 * `squaredLength` of the displacement with coefficients v_k, for all modes in one pass over the units.
 */
export function modeLengths(
  network: Network,
  x: ArrayLike<number>,
  rates: LearningRates,
  modes: Matrix,
): Float64Array {
  const { activation, w, b, a, u } = network;
  const { hidden, output, bias, skip } = allRates(rates);
  const inputs = inputsOf(network);
  const points = modes.rows;
  const columns = Array.from({ length: modes.columns }, (_, k) => Float64Array.from(modes.getColumn(k)));
  const lengths = new Float64Array(modes.columns);
  const values = new Float64Array(points);
  const slopes = new Float64Array(points);
  for (let unit = 0; unit < b.length; unit++) {
    for (let j = 0; j < points; j++) {
      let margin = b[unit];
      for (let i = 0; i < inputs; i++) margin += w[unit * inputs + i] * x[j * inputs + i];
      values[j] = activation.value(margin);
      if (hidden > 0) slopes[j] = a[unit] * activation.derivative(margin);
    }
    for (let k = 0; k < columns.length; k++) {
      const mode = columns[k];
      let [value, slope] = [0, 0];
      for (let j = 0; j < points; j++) {
        value += mode[j] * values[j];
        slope += mode[j] * slopes[j];
      }
      let moved = slope * slope;
      for (let i = 0; i < inputs; i++) {
        let weight = 0;
        for (let j = 0; j < points; j++) weight += mode[j] * slopes[j] * x[j * inputs + i];
        moved += weight * weight;
      }
      lengths[k] += output * value * value + hidden * moved;
    }
  }
  columns.forEach((mode, k) => {
    const sum = mode.reduce((total, v) => total + v, 0);
    lengths[k] += bias * sum * sum;
    if (!u) return;
    for (let i = 0; i < inputs; i++) {
      const weight = mode.reduce((total, v, j) => total + v * x[j * inputs + i], 0);
      lengths[k] += skip * weight * weight;
    }
  });
  return lengths;
}
