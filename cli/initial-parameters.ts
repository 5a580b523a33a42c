import { z } from 'zod';
import { relu } from '../theory/activations/relu.js';
import { DataError } from '../numerics/data/data-error.js';
import type { Network } from '../numerics/networks/network.js';

const numbers = z.array(z.number()).min(1);
const parameters = z.strictObject({ w: numbers, b: numbers, a: numbers, d: z.number() });

/**
 * A network from JSON `{"w": […], "b": […], "a": […], "d": …}` for f(x) = Σ aᵢ relu(wᵢx + bᵢ) + d.
 * @throws DataError naming file and field
 */
export function parseParameters(text: string, file: string): Network {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DataError(
      `${file}: ${(error as Error).message}; expected JSON like {"w": [1], "b": [0], "a": [1], "d": 0}`,
    );
  }
  const parsed = parameters.safeParse(json);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    const field = path.length > 0 ? `field ${path.join('.')}` : 'the whole';
    throw new DataError(
      `${file}: ${field}: ${message}; expected finite numbers {"w": […], "b": […], "a": […], "d": …}`,
    );
  }
  const { w, b, a, d } = parsed.data;
  if (b.length !== w.length || a.length !== w.length) {
    throw new DataError(
      `${file}: fields w, b, a have ${w.length}, ${b.length}, ${a.length} numbers; expected equally many, one per unit`,
    );
  }
  return { activation: relu, w: Float64Array.from(w), b: Float64Array.from(b), a: Float64Array.from(a), d };
}
