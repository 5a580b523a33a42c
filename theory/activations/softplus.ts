import { defineActivation } from './activation.js';
import { logistic, softplus as softplusOf } from './elementary/softplus.js';

/** φ(z) = log(1 + e^z) */
export const softplus = defineActivation({
  name: 'softplus',
  title: 'softplus',
  formula: { value: softplusOf, derivative: logistic },
});
