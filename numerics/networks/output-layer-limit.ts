import { Matrix } from 'ml-matrix';
import type { Activation } from '../../theory/activations/activation.js';
import type { BoundLaw } from '../../theory/initializations/law.js';
import type { VectorLaw } from '../../theory/initializations/several/vector-law.js';
import { factorSpd } from '../linear-algebra/spd.js';
import type { RandomStream } from '../random/streams.js';

/** What to draw, and where to look. */
export interface OutputLayerLimitOptions {
  readonly activation: Activation;
  /** Of (w, b), w ∈ ℝ^d; d = 1 unless it says. */
  readonly law: Pick<BoundLaw, 'draw'> | Pick<VectorLaw, 'inputs' | 'draw'>;
  /** Hidden units drawn. Twins of an antisymmetric pair have one kernel: a paired network of width n has n/2. */
  readonly units: number;
  /** Distinct inputs of the data, points × d, row by row. */
  readonly x: readonly number[];
  /** Where the function is wanted, places × d, row by row. */
  readonly places: readonly number[];
  readonly hidden: RandomStream;
}

/**
 * Where training of the output layer alone ends, from f₀ = 0, as a map from targets to f_n at the places:
 * f_n(t) = k_n(t)ᵀK_n⁻¹y, K_n(x, x′) = Σ φ(⟨w_i, x⟩ + b_i) φ(⟨w_i, x′⟩ + b_i) (the closed form of `linearizedTrajectory` for these rates).
 *
 * One pass over the units, none of which is kept: for widths at which training or a network in memory costs too much.
 * @throws Error when K_n is singular to round-off
 */
export function outputLayerLimit({
  activation: { value },
  law,
  units,
  x,
  places,
  hidden,
}: OutputLayerLimitOptions): (y: readonly number[]) => Float64Array {
  const inputs = 'inputs' in law ? law.inputs : 1;
  const points = x.length / inputs;
  const all = Float64Array.from([...x, ...places]);
  const outputs = new Float64Array(all.length / inputs);
  const products = new Float64Array(outputs.length * points);
  const w = new Float64Array(inputs);
  for (let unit = 0; unit < units; unit++) {
    let b: number;
    if ('inputs' in law) b = law.draw(hidden, w, 0);
    else [w[0], b] = law.draw(hidden);
    for (let i = 0; i < outputs.length; i++) {
      let margin = b;
      for (let k = 0; k < inputs; k++) margin += w[k] * all[i * inputs + k];
      outputs[i] = value(margin);
    }
    for (let i = 0; i < outputs.length; i++) {
      if (outputs[i] === 0) continue;
      for (let j = 0; j < points; j++) products[i * points + j] += outputs[i] * outputs[j];
    }
  }
  const kernel = Array.from({ length: points }, (_, j) => products.subarray(j * points, (j + 1) * points));
  const { solve } = factorSpd(new Matrix(kernel.map((row) => [...row])));
  return (y) => {
    const coefficients = solve(y);
    return Float64Array.from({ length: places.length / inputs }, (_, i) =>
      coefficients.reduce((sum, c, j) => sum + c * products[(points + i) * points + j], 0),
    );
  };
}
