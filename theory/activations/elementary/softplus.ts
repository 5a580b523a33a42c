import { polynomial, type Arithmetic } from '../arithmetic.js';
import { exp } from './exp.js';

/** (2 artanh(s) − 2s)/s³ as a function of s², at the Chebyshev nodes of s ≤ 1/3; error at most .05·2⁻⁵³ in the whole. */
// prettier-ignore
const TAIL = [0.6666666666666666, 0.40000000000014585, 0.2857142856710876, 0.22222222717427864,
  0.18181789436132859, 0.15385570064958623, 0.13314144209654935, 0.12001072809590713, 0.08800738486144674,
  0.1616404561194353];

/**
 * u − log(1 + u) for 0 ≤ u ≤ 1: with s = u/(2 + u), log(1 + u) = 2 artanh(s) = 2s + s·tail and 2s = u − us. What
 * rounding takes from 2 + u is put back.
 */
function shortfall<T, C>(o: Arithmetic<T, C>, u: T): T {
  const two = o.constant(2);
  const denominator = o.add(two, u);
  const lost = o.add(o.sub(two, denominator), u);
  const s = o.div(u, denominator);
  const square = o.mul(s, s);
  const tail = o.mul(square, polynomial(o, TAIL, square));
  return o.mul(s, o.sub(u, o.add(tail, o.mul(lost, s))));
}

/** e^{−|z|} */
const decay = <T, C>(o: Arithmetic<T, C>, z: T): T => exp(o, o.neg(o.abs(z)));

/**
 * log(1 + e^z), with an error of at most 1.93 ulp as measured: max(z, 0) + log(1 + e^{−|z|}), where the largest term
 * is added last near 0, where most is lost.
 */
export function softplus<T, C>(o: Arithmetic<T, C>, z: T): T {
  const u = decay(o, z);
  return o.add(o.sub(o.larger(z, o.constant(0)), shortfall(o, u)), u);
}

/** 1/(1 + e^{−z}), the derivative of softplus. */
export function logistic<T, C>(o: Arithmetic<T, C>, z: T): T {
  const small = decay(o, z);
  const one = o.constant(1);
  return o.div(o.select(o.less(z, o.constant(0)), small, one), o.add(one, small));
}
