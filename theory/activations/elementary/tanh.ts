import { EXPONENT, polynomial, ROUND, type Arithmetic } from '../arithmetic.js';

/** From |z| = 20 on, tanh is ±1 to the last bit. */
const ONE_FROM = 20;

/** What is taken off before m is rounded: with it h is never so far below 0 that much cancels at m = 1. */
const LATER = 0.25;

/** (h coth h − 1)/h² as a function of h², at the Chebyshev nodes of |h| ≤ ⅜ ln 2; error in h coth h at most .02·2⁻⁵³. */
// prettier-ignore
const COTH = [0.3333333333333333, -0.022222222222211537, 0.002116402114557746, -0.00021164009516550357,
  2.137447129379139e-5, -2.120483578754036e-6];

/**
 * tanh z, with an error of at most 1.52 ulp as measured. By the addition theorem: |z| = ½ m ln 2 + h with tanh(½ m ln 2) = (1 − E)/(1 + E), E = 2^{−m}, and
 * tanh h = h/q, q = h coth h. So tanh |z| = ((1 − E)q + (1 + E)h) / ((1 + E)q + (1 − E)h); (1 − E)(1 − E/2) is taken
 * off that, which leaves little to be rounded: E ((7 − 4E + E²)h − (1 − E)²q)/2 over the same denominator.
 */
export function tanh<T, C>(o: Arithmetic<T, C>, z: T): T {
  const [one, round] = [o.constant(1), o.constant(ROUND)];
  const size = o.smaller(o.abs(z), o.constant(ONE_FROM));
  const doublings = o.sub(o.mul(size, o.constant(2 * Math.LOG2E)), o.constant(LATER));
  const m = o.sub(o.add(doublings, round), round);
  const scale = o.powerOfTwo(o.sub(o.constant(EXPONENT), m));
  // One ln 2 will do: by the time that m·½ ln 2 is rounded, tanh is flat.
  const h = o.sub(size, o.mul(m, o.constant(Math.LN2 / 2)));
  const square = o.mul(h, h);
  const q = o.add(one, o.mul(square, polynomial(o, COTH, square)));

  const [less, more] = [o.sub(one, scale), o.add(one, scale)];
  const denominator = o.add(o.mul(more, q), o.mul(less, h));
  const half = o.mul(scale, o.constant(0.5));
  const slope = o.sub(o.constant(3.5), o.mul(scale, o.sub(o.constant(2), half)));
  const rest = o.sub(o.mul(slope, h), o.mul(o.mul(less, o.mul(less, o.constant(0.5))), q));
  const leading = o.mul(less, o.sub(one, half));
  return o.withSign(o.add(leading, o.div(o.mul(scale, rest), denominator)), z);
}
