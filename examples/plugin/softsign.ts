import { defineActivation, definePlugin, type Arithmetic } from 'theorem-check';

/** 1 + |z| */
const size = <T, C>(o: Arithmetic<T, C>, z: T): T => o.add(o.constant(1), o.abs(z));

/** φ(z) = z/(1 + |z|), written once for every arithmetic. */
const softsign = defineActivation({
  name: 'softsign',
  title: 'softsign',
  formula: {
    value: (o, z) => o.div(z, size(o, z)),
    derivative: (o, z) => o.div(o.constant(1), o.mul(size(o, z), size(o, z))),
  },
});

export default definePlugin({ activations: [softsign] });
