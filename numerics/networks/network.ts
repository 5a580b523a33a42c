import type { Activation } from '../../theory/activations/activation.js';
import { relu } from '../../theory/activations/relu.js';
import type { BoundLaw } from '../../theory/initializations/law.js';
import type { VectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Streams } from '../random/streams.js';
import { sumOfLines, sumOfLinesApplies } from './sum-of-lines.js';

/** A two-layer network: f(x) = Σᵢ aᵢ φ(⟨wᵢ,x⟩ + bᵢ) + ⟨u,x⟩ + d. */
export interface Network {
  /** φ */
  readonly activation: Activation;
  /** Weights of the hidden units, width × inputs, row by row. */
  readonly w: Float64Array;
  /** Biases of the hidden units; so many units there are. */
  readonly b: Float64Array;
  /** Output weights. */
  readonly a: Float64Array;
  /** Output bias. */
  readonly d: number;
  /** Weights of the skip connection, one per input; no such connection if absent. */
  readonly u?: Float64Array;
}

/** The number of inputs of each hidden unit. */
export const inputsOf = ({ w, b }: Pick<Network, 'w' | 'b'>): number => w.length / b.length;

/** A copy that shares no array with the original. */
export function copyNetwork(network: Network): Network {
  const { w, b, a, u } = network;
  return { ...network, w: w.slice(), b: b.slice(), a: a.slice(), ...(u && { u: u.slice() }) };
}

/**
 * A network of `width` hidden units, with the inputs of the law, in the standard parametrization: (w, b) from the law,
 * a = A/√width with A ~ N(0, 1). Paired (antisymmetric initialization, ASI): width/2 units (w, b, a), each with a
 * twin (w, b, −a), so that f₀ ≡ 0 exactly; else d = D/√width with D ~ N(0, 1).
 * @throws RangeError unless width is a positive integer, even if paired
 */
export function initializeNetwork(
  law: BoundLaw | VectorLaw,
  width: number,
  random: Streams,
  paired = true,
  activation: Activation = relu,
): Network {
  if (!Number.isSafeInteger(width) || width < 1 || (paired && width % 2 === 1)) {
    const expected = paired ? 'a positive even integer (antisymmetric pairs)' : 'a positive integer';
    throw new RangeError(`width must be ${expected}, not ${width}`);
  }
  const hidden = random.stream('hidden');
  const output = random.stream('output');
  const scale = 1 / Math.sqrt(width);
  const inputs = 'inputs' in law ? law.inputs : 1;
  const [w, b, a] = [new Float64Array(width * inputs), new Float64Array(width), new Float64Array(width)];
  for (let i = 0; i < width; i++) {
    if (paired && i % 2 === 1) {
      // Twins stand side by side: then the sum of the outputs cancels exactly, pair by pair.
      w.copyWithin(i * inputs, (i - 1) * inputs, i * inputs);
      b[i] = b[i - 1];
      a[i] = -a[i - 1];
    } else {
      if ('inputs' in law) b[i] = law.draw(hidden, w, i * inputs);
      else [w[i], b[i]] = law.draw(hidden);
      a[i] = scale * output.normal();
    }
  }
  return { activation, w, b, a, d: paired ? 0 : scale * output.normal() };
}

/** f at each of `points` (points × inputs, row by row); in one pass where they ascend on a line and φ is ReLU or its like. */
export function evaluateNetwork(network: Network, points: ArrayLike<number>): Float64Array {
  const { activation, w, b, a, d, u } = network;
  const inputs = inputsOf(network);
  const outputs = new Float64Array(points.length / inputs).fill(d);
  if (inputs === 1 && !u && activation.slopes && sumOfLinesApplies(points)) {
    const [p, q] = [w, b].map((values) => values.map((value, i) => a[i] * value));
    sumOfLines(network, p, q, activation.slopes, points, outputs);
    return outputs;
  }
  for (let i = 0; i < b.length; i++) {
    for (let j = 0; j < outputs.length; j++) {
      let margin = b[i];
      for (let k = 0; k < inputs; k++) margin += w[i * inputs + k] * points[j * inputs + k];
      outputs[j] += a[i] * activation.value(margin);
    }
  }
  if (u) {
    for (let j = 0; j < outputs.length; j++)
      for (let k = 0; k < inputs; k++) outputs[j] += u[k] * points[j * inputs + k];
  }
  return outputs;
}
