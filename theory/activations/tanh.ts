import { defineActivation } from './activation.js';
import { tanh as tanhOf } from './elementary/tanh.js';

/** φ(z) = tanh z */
export const tanh = defineActivation({
  name: 'tanh',
  title: 'hyperbolic tangent',
  formula: {
    value: tanhOf,
    derivative: (o, z) => {
      const value = tanhOf(o, z);
      return o.sub(o.constant(1), o.mul(value, value));
    },
  },
});
