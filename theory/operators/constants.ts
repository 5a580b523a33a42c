import { div, mul, PI, pow, rational, sqrt } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { gammaOfHalf as gammaNumber } from '../pi-rational.js';

/** Γ(n/2) for an integer n ≥ 1, exactly: a rational number, or one times √π. */
export function gammaOfHalf(n: number): Expr {
  const { numerator, denominator, halves } = gammaNumber(n);
  return mul(rational(numerator, denominator), piToHalf(halves));
}

/** A product with its half-integer powers of 2 and of π collected: π·π^{−1/2} is π^{1/2}. */
export function collected(e: Expr): Expr {
  const others: Expr[] = [];
  let [ofTwo, ofPi] = [0, 0];
  for (const factor of factorsOf(e)) {
    const { base, halves } = halfPower(factor);
    if (halves !== undefined && base.kind === 'pi') ofPi += halves;
    else if (halves !== undefined && isTwo(base)) ofTwo += halves;
    else others.push(factor);
  }
  return mul(pow(rational(2), rational(ofTwo, 2)), ...others, piToHalf(ofPi));
}

/** The factors of e, those of an integer power of a product apart. */
function factorsOf(e: Expr): readonly Expr[] {
  if (e.kind === 'product') return e.factors.flatMap(factorsOf);
  if (e.kind !== 'power' || e.base.kind !== 'product' || !isRational(e.exponent, 1n)) return [e];
  const { exponent } = e;
  return e.base.factors.map((factor) => pow(factor, exponent));
}

/** e = base^{halves/2} */
function halfPower(e: Expr): { readonly base: Expr; readonly halves: number | undefined } {
  if (e.kind !== 'power') return { base: e, halves: 2 };
  const { base, exponent } = e;
  return {
    base,
    halves: isRational(exponent, 2n) ? Number((2n * exponent.numerator) / exponent.denominator) : undefined,
  };
}

type Rational = Extract<Expr, { kind: 'rational' }>;
const isRational = (e: Expr, denominator: bigint): e is Rational =>
  e.kind === 'rational' && e.denominator <= denominator;
const isTwo = (e: Expr): boolean => e.kind === 'rational' && e.numerator === 2n && e.denominator === 1n;

/** π^{n/2} */
export const piToHalf = (n: number): Expr => pow(PI, rational(n, 2));
/** (2π)^{n/2}, the power of 2 by itself */
export const twoPiToHalf = (n: number): Expr => mul(pow(rational(2), rational(n, 2)), piToHalf(n));

/** |S^{d−1}| = 2π^{d/2}/Γ(d/2), the area of the unit sphere of ℝ^d (2 for d = 1). */
export const sphereArea = (d: number): Expr => collected(div(mul(rational(2), piToHalf(d)), gammaOfHalf(d)));

/** γ_d = 1/(2(2π)^{d−1}), the factor of the density that represents a function. */
export const densityFactor = (d: number): Expr =>
  mul(rational(1, 2), pow(rational(2), 1 - d), piToHalf(2 - 2 * d));

/** A_d = 3·2^{d+1}π^{(d−1)/2}Γ((d+3)/2): the Fourier transform of |x|³ is A_d|ξ|^{−(d+3)}. */
export const cubicFactor = (d: number): Expr =>
  collected(mul(rational(3), pow(rational(2), d + 1), piToHalf(d - 1), gammaOfHalf(d + 3)));

/** κ_d = E|V₁|³ = Γ(d/2)/(√π Γ((d+3)/2)) for V uniform on the unit sphere. */
export const thirdMoment = (d: number): Expr =>
  collected(div(gammaOfHalf(d), mul(sqrt(PI), gammaOfHalf(d + 3))));
