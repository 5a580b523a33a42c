import type { Activation } from '../../theory/activations/activation.js';
import { gaussLegendre } from '../quadrature/gauss-legendre.js';
import type { Kernel } from './kernel-matrix.js';

/** Width of the panels and nodes on each: to round-off for activations that are smooth on the scale of 1. */
const WIDTH = 2;
const NODES = 20;

/**
 * K(x, y) = E[φ(W(x − C)) φ(W(y − C))] with W = ±1 and the kink C uniform on [−a, a], by Gauss–Legendre quadrature
 * over C; for smooth φ. What it keeps of each input is the vector of its units' outputs.
 * @throws RangeError unless a is a positive number
 */
export function kinkKernel({ value }: Activation, a: number): Kernel {
  if (!(a > 0 && a < Infinity)) {
    throw new RangeError(`kinkKernel: got kinks up to ${a}, expected a positive finite number`);
  }
  const panels = Math.ceil((2 * a) / WIDTH);
  const half = a / panels;
  const { nodes, weights } = gaussLegendre(NODES);
  const units = 2 * panels * NODES;
  const known = new Map<number, Float64Array>();
  const outputsAt = (x: number): Float64Array => {
    const found = known.get(x);
    if (found) return found;
    const outputs = new Float64Array(units);
    for (let k = 0; k < units / 2; k++) {
      const node = k % NODES;
      const panel = (k - node) / NODES;
      const z = x - (-a + half * (2 * panel + 1 + nodes[node]));
      const share = Math.sqrt(weights[node] / (4 * panels));
      outputs[2 * k] = share * value(z);
      outputs[2 * k + 1] = share * value(-z);
    }
    known.set(x, outputs);
    return outputs;
  };
  return (x, y) => {
    const [p, q] = [outputsAt(x), outputsAt(y)];
    let sum = 0;
    for (let k = 0; k < units; k++) sum += p[k] * q[k];
    return sum;
  };
}
