import type { Activation } from './activation.js';
import { leakyRelu } from './leaky-relu.js';

/** φ(z) = max(z, 0), with φ′(0) = 0. */
export const relu: Activation = { ...leakyRelu(0), name: 'relu', title: 'ReLU' };
