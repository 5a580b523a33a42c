import type { Step } from '../derivation.js';
import { add, call, div, mul, neg, PI, pow, rational, sqrt, sub, sym } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import { collected } from './constants.js';
import { identity } from '../penalty/step.js';
import { LINE_DOMAIN, lineDerivative, type LineFunction } from './line-function.js';
import { derivativeOf, plus, polynomialIn, raised, times, ZERO, type Polynomial } from './polynomial.js';

const [C, F] = ['c', 'F'].map(sym);

/** e^{−c²/2} */
export const GAUSS: Expr = call('exp', div(neg(pow(C, 2)), rational(2)));
/** √(2/π): H e^{−c²/2} = √(2/π) F, F = √2 Dawson(c/√2) */
const DAWSON_UNIT: Expr = div(sqrt(rational(2)), sqrt(PI));

/** factor·P(c)e^{−c²/2}, with P ↦ P′ − cP for ∂_c. */
export function hermiteFunction(factor: Expr, p: Polynomial = [1]): LineFunction {
  const derivative = (): LineFunction => hermiteFunction(factor, minusRaised(derivativeOf(p), p));
  const numerator = polynomialIn(C, p);
  return {
    expr: mul(factor, numerator, GAUSS),
    factor,
    numerator,
    derivative,
    derivativeGap: () => sub(sub(differentiate(numerator, 'c'), mul(C, numerator)), derivative().numerator),
    hilbert: () => hilbertOf(factor, p),
    hilbertStep: (): Promise<Step> =>
      identity(
        'Hilbert transform, by $H(tf)=cHf-\\tfrac1\\pi\\int f$ from $H e^{-t^2/2}=\\sqrt{2/\\pi}\\,F$; it commutes with the derivative',
        `H\\left[${toLatex(polynomialIn(C, p))}\\right]e^{-c^2/2} = ${toLatex(hilbertOf(rational(1), p).expr)},\\qquad \\partial_c H = H\\,\\partial_c`,
        sub(
          lineDerivative(hilbertOf(rational(1), p).numerator),
          hilbertOf(rational(1), minusRaised(derivativeOf(p), p)).numerator,
        ),
        LINE_DOMAIN,
      ),
  };
}

/** factor·√(2/π)(P F + Q), with (P, Q) ↦ (P′ − cP, Q′ + P) for ∂_c. */
function dawsonFunction(factor: Expr, p: Polynomial, q: Polynomial): LineFunction {
  const unit = collected(mul(factor, DAWSON_UNIT));
  const numerator = add(mul(polynomialIn(C, p), F), polynomialIn(C, q));
  const derivative = (): LineFunction =>
    dawsonFunction(factor, minusRaised(derivativeOf(p), p), plus(derivativeOf(q), p));
  return {
    expr: mul(unit, numerator),
    factor: unit,
    numerator,
    derivative,
    derivativeGap: () => sub(lineDerivative(numerator), derivative().numerator),
  };
}

/**
 * H of P e^{−c²/2}, power by power: H(tf)(c) = c(Hf)(c) − (1/π)∫f, as t/(c−t) = c/(c−t) − 1, and
 * (1/π)∫tⁿe^{−t²/2}dt = √(2/π)(n−1)!! for an even n, 0 for an odd one.
 */
function hilbertOf(factor: Expr, p: Polynomial): LineFunction {
  let [ofPower, rest]: [Polynomial, Polynomial] = [[1], ZERO];
  let [sumP, sumQ]: [Polynomial, Polynomial] = [ZERO, ZERO];
  let moment = 1;
  p.forEach((coefficient, n) => {
    sumP = plus(sumP, times(coefficient, ofPower));
    sumQ = plus(sumQ, times(coefficient, rest));
    ofPower = raised(ofPower);
    rest = n % 2 === 0 ? plus(raised(rest), [-moment]) : raised(rest);
    if (n % 2 === 0) moment *= n + 1;
  });
  return dawsonFunction(factor, sumP, sumQ);
}

/** p − c·q */
const minusRaised = (p: Polynomial, q: Polynomial): Polynomial => plus(p, times(-1, raised(q)));
