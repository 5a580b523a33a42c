import { z } from 'zod';
import { relu } from '../theory/activations/relu.js';
import { DataError } from '../numerics/data/data-error.js';
import { listed } from '../numerics/data/listed.js';
import type { Network } from '../numerics/networks/network.js';

const numbers = z.array(z.number()).min(1);
const weights = z.array(numbers).min(1);
const rest = { b: numbers, a: numbers, d: z.number() };
const oneInput = z.strictObject({ w: numbers.transform((w) => w.map((wi) => [wi])), ...rest });
const severalInputs = z.strictObject({ w: weights, ...rest });

/**
 * A network of the named inputs from JSON `{"w": […], "b": […], "a": […], "d": …}` for f(x) = Σ aᵢ relu(⟨wᵢ, x⟩ + bᵢ) + d;
 * each wᵢ is a number for one input, an array for several.
 * @throws DataError naming file and field
 */
export function parseParameters(text: string, file: string, inputs: readonly string[]): Network {
  const several = inputs.length > 1;
  const unit = several ? `[${inputs.map((_, i) => (i === 0 ? 1 : 0)).join(', ')}]` : '1';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DataError(
      `${file}: ${(error as Error).message}; expected JSON like {"w": [${unit}], "b": [0], "a": [1], "d": 0}`,
    );
  }
  const parsed = (several ? severalInputs : oneInput).safeParse(json);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    const field = path.length > 0 ? `field ${path.join('.')}` : 'the whole';
    const each = several ? `, in w an array of ${inputs.length} for each unit (${listed(inputs)})` : '';
    throw new DataError(
      `${file}: ${field}: ${message}; expected finite numbers {"w": […], "b": […], "a": […], "d": …}${each}`,
    );
  }
  const { w, b, a, d } = parsed.data;
  if (b.length !== w.length || a.length !== w.length) {
    throw new DataError(
      `${file}: fields w, b, a have ${w.length}, ${b.length}, ${a.length} ${several ? 'units' : 'numbers'}; expected equally many, one per unit`,
    );
  }
  const uneven = w.findIndex((row) => row.length !== inputs.length);
  if (uneven >= 0) {
    throw new DataError(
      `${file}: field w.${uneven}: ${w[uneven].length} weights, but the data have ${inputs.length} inputs ` +
        `(${listed(inputs)}); expected one weight for each`,
    );
  }
  return {
    activation: relu,
    w: Float64Array.from(w.flat()),
    b: Float64Array.from(b),
    a: Float64Array.from(a),
    d,
  };
}
