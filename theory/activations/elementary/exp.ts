import { EXPONENT, polynomial, ROUND, type Arithmetic } from '../arithmetic.js';

/** ln 2 in two parts; the first ends in 32 zero bits, so that its product with a whole number is exact. */
const LN2 = [6.9314718036912381649e-1, 1.90821492927058770002e-10] as const;

/** Beyond these e^x is 0 and Infinity. */
const [LOWEST, HIGHEST] = [-746, 710];

/** (e^r − 1 − r)/r² at the Chebyshev nodes of |r| ≤ ½ ln 2; in e^r the error is at most .12·2⁻⁵³. */
// prettier-ignore
const TAIL = [0.5000000000000001, 0.16666666666666669, 0.041666666666624164, 0.008333333333330065,
  0.0013888888917196719, 0.00019841269863040545, 2.4801521322368692e-5, 2.7557268480310024e-6,
  2.7620075879983367e-7, 2.5100375832561234e-8];

/** A whole number k, r and a tail much smaller than r with e^y = 2^k·(1 + r + tail), for LOWEST ≤ y ≤ HIGHEST. */
function reduced<T, C>(o: Arithmetic<T, C>, y: T): { k: T; r: T; tail: T } {
  const round = o.constant(ROUND);
  const k = o.sub(o.add(o.mul(y, o.constant(Math.LOG2E)), round), round);
  const high = o.sub(y, o.mul(k, o.constant(LN2[0])));
  const low = o.mul(k, o.constant(LN2[1]));
  const r = o.sub(high, low);
  const lost = o.sub(o.sub(high, r), low);
  return { k, r, tail: o.add(o.mul(o.mul(r, r), polynomial(o, TAIL, r)), lost) };
}

/** 2^k, for a whole number −1022 ≤ k ≤ 1023. */
const twoTo = <T, C>(o: Arithmetic<T, C>, k: T): T => o.powerOfTwo(o.add(k, o.constant(EXPONENT)));

/** 2^k·x in two factors, each with an exponent that a number can have. */
function scaled<T, C>(o: Arithmetic<T, C>, k: T, x: T): T {
  const round = o.constant(ROUND);
  const half = o.sub(o.add(o.mul(k, o.constant(0.5)), round), round);
  return o.mul(o.mul(x, twoTo(o, half)), twoTo(o, o.sub(k, half)));
}

/** e^x, with an error of at most 1.01 ulp as measured, also where the result is subnormal. */
export function exp<T, C>(o: Arithmetic<T, C>, x: T): T {
  const { k, r, tail } = reduced(o, o.smaller(o.larger(x, o.constant(LOWEST)), o.constant(HIGHEST)));
  return scaled(o, k, o.add(o.constant(1), o.add(r, tail)));
}
