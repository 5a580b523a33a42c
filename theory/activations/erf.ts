import { defineActivation } from './activation.js';
import { erf as erfOf, gaussian } from './elementary/erf.js';

/** φ(z) = erf z = 2/√π ∫₀ᶻ e^{−t²} dt */
export const erf = defineActivation({
  name: 'erf',
  title: 'error function',
  formula: {
    value: erfOf,
    derivative: (o, z) => o.mul(o.constant(2 / Math.sqrt(Math.PI)), gaussian(o, z)),
  },
});
