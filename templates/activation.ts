import { defineActivation, definePlugin, toBeWritten } from 'theorem-check';

/** To be written: φ(z) in one line. */
export const newActivation = defineActivation({
  name: 'new-activation',
  title: 'To be written: its name in words',
  formula: {
    // φ(z) by the operations of o, as in o.mul(o.constant(2), z)
    value: () => toBeWritten('value of new-activation'),
    // φ′(z); at a kink the limit from the left
    derivative: () => toBeWritten('derivative of new-activation'),
  },
  // homogeneity: k, if φ(cz) = c^k φ(z) for c > 0
});

export default definePlugin({ activations: [newActivation] });
