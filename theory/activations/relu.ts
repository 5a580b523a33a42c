import type { Activation } from './activation.js';

/** φ(z) = max(z, 0), with φ′(0) = 0. */
export const relu: Activation = {
  name: 'relu',
  title: 'ReLU',
  value: (z) => (z > 0 ? z : 0),
  derivative: (z) => (z > 0 ? 1 : 0),
  homogeneity: 1,
  slopes: [0, 1],
};
