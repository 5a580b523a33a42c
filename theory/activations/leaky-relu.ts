import type { Activation } from './activation.js';

/** φ(z) = z for z > 0, `slope`·z else: ReLU for slope 0, |z| for slope −1. Homogeneous of degree 1. */
export function leakyRelu(slope: number): Activation {
  return {
    name: `leaky-relu(slope=${slope})`,
    title: 'leaky ReLU',
    value: (z) => (z > 0 ? z : slope * z),
    derivative: (z) => (z > 0 ? 1 : slope),
    homogeneity: 1,
    slopes: [slope, 1],
  };
}
