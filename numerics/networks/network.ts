import type { BoundLaw } from '../../theory/initializations/law.js';
import type { Streams } from '../random/streams.js';

/** A two-layer ReLU network with one input: f(x) = Σᵢ aᵢ relu(wᵢ x + bᵢ) + d. Arrays have one entry per unit. */
export interface Network {
  readonly w: Float64Array;
  readonly b: Float64Array;
  readonly a: Float64Array;
  readonly d: number;
}

/**
 * A network of `width` hidden units in the standard parametrization: (w, b) from the law, a = A/√width with
 * A ~ N(0, 1). Paired (antisymmetric initialization, ASI): width/2 units (w, b, a), each with a twin (w, b, −a),
 * so that f₀ ≡ 0 exactly; else d = D/√width with D ~ N(0, 1).
 * @throws RangeError unless width is a positive integer, even if paired
 */
export function initializeNetwork(law: BoundLaw, width: number, random: Streams, paired = true): Network {
  if (!Number.isSafeInteger(width) || width < 1 || (paired && width % 2 === 1)) {
    const expected = paired ? 'a positive even integer (antisymmetric pairs)' : 'a positive integer';
    throw new RangeError(`width must be ${expected}, not ${width}`);
  }
  const hidden = random.stream('hidden');
  const output = random.stream('output');
  const scale = 1 / Math.sqrt(width);
  const [w, b, a] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  for (let i = 0; i < width; i++) {
    if (paired && i % 2 === 1) {
      // Twins stand side by side: then the sum of the outputs cancels exactly, pair by pair.
      w[i] = w[i - 1];
      b[i] = b[i - 1];
      a[i] = -a[i - 1];
    } else {
      [w[i], b[i]] = law.draw(hidden);
      a[i] = scale * output.normal();
    }
  }
  return { w, b, a, d: paired ? 0 : scale * output.normal() };
}

/** f at each of `inputs`. */
export function evaluateNetwork({ w, b, a, d }: Network, inputs: ArrayLike<number>): Float64Array {
  const outputs = new Float64Array(inputs.length).fill(d);
  for (let i = 0; i < w.length; i++) {
    for (let j = 0; j < inputs.length; j++) {
      const margin = w[i] * inputs[j] + b[i];
      if (margin > 0) outputs[j] += a[i] * margin;
    }
  }
  return outputs;
}
