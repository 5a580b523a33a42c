import { defineActivation, type Activation } from './activation.js';

/** φ(z) = z for z > 0, `slope`·z else: ReLU for slope 0, |z| for slope −1. Homogeneous of degree 1. */
export const leakyRelu = (slope: number): Activation =>
  defineActivation({
    name: `leaky-relu(slope=${slope})`,
    title: 'leaky ReLU',
    formula: {
      value: (o, z) => {
        const zero = o.constant(0);
        return o.select(o.less(zero, z), z, slope === 0 ? zero : o.mul(o.constant(slope), z));
      },
      derivative: (o, z) => o.select(o.less(o.constant(0), z), o.constant(1), o.constant(slope)),
    },
    homogeneity: 1,
    ...(slope !== 1 && { greens: { order: 2, jump: 1 - slope } }),
    slopes: [slope, 1],
  });
