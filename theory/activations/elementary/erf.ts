import { polynomial, type Arithmetic } from '../arithmetic.js';
import { exp } from './exp.js';

/** erf(x)/x − 1 as a function of x², at the Chebyshev nodes of |x| ≤ 1; error at most .15·2⁻⁵³. */
// prettier-ignore
const NEAR = [0.1283791670955126, -0.3761263890318375, 0.11283791670954879, -0.026866170645076792,
  0.0052239776248180145, -0.000854832698083379, 0.0001205533111164271, -1.4925595266831182e-5,
  1.6461000484121368e-6, -1.6350312701054695e-7, 1.4659775274047436e-8, -1.1372848856791674e-9,
  5.957176147748911e-11];

/**
 * e^{x²} erfc(x) as a function of 1/(x + SHIFT) − CENTRE, at the Chebyshev nodes of 1 ≤ x ≤ 6; the error in erf is at
 * most .12·2⁻⁵³. The shift is one of those at which the error of this degree is small.
 */
// prettier-ignore
const FAR = [0.20484841278937466, 2.4358949678742285, 13.27812090343505, 59.29737678847966, 212.17561316825234,
  578.4151227214696, 1052.8948084518968, 631.5981821528152, -2612.691788058552, -6728.969575628708,
  3137.5616070086044, 35286.02618690118, 7098.883688119147, -174411.7206788132];
const [SHIFT, CENTRE] = [3.3, 0.17];

/** e^{−x²}; its relative error grows as x² ulp. */
export const gaussian = <T, C>(o: Arithmetic<T, C>, x: T): T => exp(o, o.neg(o.mul(x, x)));

/** erf x = 2/√π ∫₀ˣ e^{−t²} dt, with an error of at most 1.69 ulp as measured. */
export function erf<T, C>(o: Arithmetic<T, C>, x: T): T {
  const size = o.abs(x);
  const one = o.constant(1);
  const near = o.add(size, o.mul(size, polynomial(o, NEAR, o.mul(x, x))));
  const scaled = polynomial(o, FAR, o.sub(o.div(one, o.add(size, o.constant(SHIFT))), o.constant(CENTRE)));
  const far = o.sub(one, o.mul(gaussian(o, x), scaled));
  return o.withSign(o.select(o.less(size, one), near, far), x);
}
