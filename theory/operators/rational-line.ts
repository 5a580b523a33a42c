import { add, div, mul, pow, rational, sub, sym } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import { identity } from '../penalty/step.js';
import { LINE_DOMAIN, type LineFunction } from './line-function.js';
import { polynomialIn, type Polynomial } from './polynomial.js';

const C = sym('c');
/** 1 + c² */
export const SQUARE = add(rational(1), pow(C, 2));

/**
 * factor·Re[i^turns zⁿ] with z = 1/(1−ic): z is analytic in the upper half-plane, so ∂_c zⁿ = n i z^{n+1} and
 * H zⁿ = −i zⁿ. The steps compare numerators.
 */
export function rationalFunction(factor: Expr, turns: number, n: number): LineFunction {
  const numerator = polynomialIn(C, realOfPower(turns, n, 1));
  const expr = div(mul(factor, numerator), pow(SQUARE, n));
  const derivative = (): LineFunction => rationalFunction(mul(factor, rational(n)), turns + 1, n + 1);
  const hilbert = (): LineFunction => rationalFunction(factor, turns - 1, n);
  return {
    expr,
    factor,
    numerator,
    derivative,
    // (N/qⁿ)′ = (N′q − 2nc N)/q^{n+1}
    derivativeGap: () =>
      sub(
        sub(mul(differentiate(numerator, 'c'), SQUARE), mul(rational(2 * n), C, numerator)),
        mul(rational(n), derivative().numerator),
      ),
    hilbert,
    hilbertStep: () =>
      identity(
        'Hilbert transform: f + iHf is a power of 1/(1−ic), analytic in the upper half-plane',
        `H\\left[${toLatex(expr)}\\right] = ${toLatex(hilbert().expr)}`,
        analyticGap(turns, n),
        { ...LINE_DOMAIN, p: 'real' },
      ),
  };
}

/** Re[i^turns (1 ± ic)ⁿ], a polynomial in c. */
function realOfPower(turns: number, n: number, sign: 1 | -1): Polynomial {
  let binomial = 1;
  return Array.from({ length: n + 1 }, (_, k) => {
    const coefficient = realOfTurns(turns + sign * k) * binomial;
    binomial = (binomial * (n - k)) / (k + 1);
    return coefficient;
  });
}

/** Re i^turns */
const realOfTurns = (turns: number): number => [1, 0, -1, 0][((turns % 4) + 4) % 4];

/**
 * (f + iHf)(1−ic)ⁿ − i^turns over (1+c²)ⁿ, its real part and p times its imaginary part, for f = Re[i^turns zⁿ] and
 * the Hf that is proposed.
 */
function analyticGap(turns: number, n: number): Expr {
  const of = (quarter: number, sign: 1 | -1): Expr => polynomialIn(C, realOfPower(quarter, n, sign));
  const constant = (quarter: number): Expr => mul(rational(realOfTurns(quarter)), pow(SQUARE, n));
  const [f, hf] = [of(turns, 1), of(turns - 1, 1)];
  const [re, im] = [of(0, -1), polynomialIn(C, imaginaryOfPower(n))];
  const real = sub(sub(mul(f, re), mul(hf, im)), constant(turns));
  const imaginary = sub(add(mul(f, im), mul(hf, re)), constant(turns - 1));
  return add(real, mul(sym('p'), imaginary));
}

/** Im (1−ic)ⁿ = Re[−i(1−ic)ⁿ] */
const imaginaryOfPower = (n: number): Polynomial => realOfPower(-1, n, -1);
