import type { Activation } from '../../../theory/activations/activation.js';

/** The name of the module that trains networks of an activation, if there is one. */
export function kernelName({ name, slopes, formula }: Activation): string | undefined {
  if (slopes) return slopes[1] !== 1 ? undefined : slopes[0] === 0 ? 'relu' : 'leaky-relu';
  return formula && name.replaceAll(/[^a-z0-9]+/g, '-').replace(/-$/, '');
}
