import { factorial } from '../factorial.js';
import { defineActivation, type Activation } from './activation.js';
import type { Arithmetic } from './arithmetic.js';

/** The powers that are offered. */
export const POWERS = [1, 2, 3, 4, 5, 6];

/** max(z, 0)^k for an integer k ≥ 0, where max(z, 0)⁰ is the step function with 0 at 0. */
function power<T, C>(o: Arithmetic<T, C>, z: T, k: number): T {
  const zero = o.constant(0);
  if (k === 0) return o.select(o.less(zero, z), o.constant(1), zero);
  const positive = o.larger(zero, z);
  let product = positive;
  for (let factor = 1; factor < k; factor++) product = o.mul(product, positive);
  return product;
}

/**
 * φ(z) = max(z, 0)^k, homogeneous of degree k. (Divided by k! it is the Green's function of the (k+1)st derivative.)
 * @throws RangeError unless k is one of POWERS
 */
export function reluPower(k: number): Activation {
  if (!POWERS.includes(k)) throw new RangeError(`k must be one of ${POWERS.join(', ')}, not ${k}`);
  return defineActivation({
    name: `relu-power(k=${k})`,
    title: `ReLU to the power ${k}`,
    formula: {
      value: (o, z) => power(o, z, k),
      derivative: (o, z) => o.mul(o.constant(k), power(o, z, k - 1)),
    },
    homogeneity: k,
    greens: { order: k + 1, jump: factorial(k) },
    ...(k === 1 && { slopes: [0, 1] }),
  });
}
