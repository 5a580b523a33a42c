import type { Derivation, Step } from '../derivation.js';
import { add, call, div, mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import { substitute } from '../expression/substitute.js';
import { identity, stated } from '../penalty/step.js';
import { collected, gammaOfHalf, piToHalf, twoPiToHalf } from './constants.js';
import { hermiteFunction } from './gaussian-line.js';
import { applicationSteps, applied, LINE_DOMAIN, type LineFunction } from './line-function.js';
import { plus, polynomialIn, raised, times, type Polynomial } from './polynomial.js';
import { filterLatex, lineWord, type OperatorTheory } from './theory.js';
import { derivationOf } from './derivation-of.js';

const [C, T, P, Q] = ['c', 't', 'p', 'q'].map(sym);
const HALF = rational(1, 2);

/** R of g = e^{−|x|²/2}: (2π)^{(d−1)/2}e^{−c²/2}. */
export const gaussianTransform = (d: number): Expr => hermiteFunction(twoPiToHalf(d - 1)).expr;

/** R(−Δ)^{(d+1)/2}g, in c and F. */
export function gaussianFiltered(theory: OperatorTheory, d: number): LineFunction {
  const word = lineWord(theory, d);
  return applied(word, hermiteFunction(collected(mul(word.coefficient, twoPiToHalf(d - 1)))));
}

/**
 * Derives R and R(−Δ)^{(d+1)/2} of the Gaussian for dimensions of one parity, in ascending order: Hermite functions
 * for odd d, combinations with Dawson's function for even d.
 */
export function deriveGaussian(theory: OperatorTheory, dimensions: readonly number[]): Promise<Derivation> {
  const odd = dimensions[0] % 2 === 1;
  const longest = lineWord(theory, dimensions[dimensions.length - 1]);
  const wave = mul(call('exp', neg(mul(HALF, pow(T, 2)))), call('cos', mul(T, C)));
  return derivationOf(
    `(a) Gaussian, ${odd ? 'odd' : 'even'} d: ${odd ? 'Hermite functions' : 'with Dawson’s function F′ = 1 − cF'}`,
    [
      identity(
        'On the hyperplane, |x|² = c² + |y|²',
        'e^{-(c^2+y^2)/2} = e^{-c^2/2}\\,e^{-y^2/2}',
        sub(call('exp', neg(mul(HALF, add(pow(C, 2), pow(T, 2))))), mul(gauss(C), gauss(T))),
        { c: 'real', t: 'real' },
      ),
      stated(
        'Radon transform',
        'Rg(c) = e^{-c^2/2}\\Big(\\int_{-\\infty}^{\\infty} e^{-y^2/2}\\,dy\\Big)^{d-1} = (2\\pi)^{(d-1)/2}\\,e^{-c^2/2}',
        'lemma: the Gaussian integral is √(2π)',
      ),
      ...applicationSteps(longest, hermiteFunction(rational(1))),
      // The same functions as integrals over frequencies, which know no rule and no Hilbert transform.
      stated(
        'As a Fourier integral',
        'y(c) = \\frac{(2\\pi)^{d/2}}{\\pi}\\int_0^\\infty t^{s}\\,u\\,dt,\\qquad u = e^{-t^2/2}\\cos(tc)',
        'slice theorem, with ĝ(ξ) = (2π)^{d/2}e^{−|ξ|²/2}',
      ),
      identity(
        'Its equation, by parts',
        "u'' + c\\,u' = t\\,\\partial_t u\\ \\Rightarrow\\ y'' + c\\,y' + (s+1)\\,y = \\frac{(2\\pi)^{d/2}}{\\pi}\\int_0^\\infty\\partial_t(t^{s+1}u)\\,dt = 0",
        sub(
          add(differentiate(differentiate(wave, 'c'), 'c'), mul(C, differentiate(wave, 'c'))),
          mul(T, differentiate(wave, 't')),
        ),
        { c: 'real', t: 'positive' },
      ),
      ...dimensions.flatMap((d) => stepsIn(theory, d)),
    ],
  );
}

function stepsIn(theory: OperatorTheory, d: number): (Step | Promise<Step>)[] {
  const closed = gaussianFiltered(theory, d);
  const prime = closed.derivative();
  const s = theory.power(d);
  const atZero = collected(
    mul(piToHalf(-2), twoPiToHalf(d), pow(rational(2), rational(s - 1, 2)), gammaOfHalf(s + 1)),
  );
  return [
    stated(`d = ${d}`, `${filterLatex(theory, d)}\\,g = ${toLatex(closed.expr)}`, 'the steps above'),
    ...(s % 2 === 0
      ? [
          identity(
            `d = ${d}: a Hermite polynomial, by the three-term recursion`,
            `He_{${s}}(c) = ${toLatex(polynomialIn(C, hermite(s)))}`,
            sub(
              mul(closed.factor, closed.numerator),
              mul(lineWord(theory, d).coefficient, twoPiToHalf(d - 1), polynomialIn(C, hermite(s))),
            ),
            LINE_DOMAIN,
          ),
        ]
      : []),
    identity(
      `d = ${d}: it satisfies the equation`,
      `y'' + c\\,y' + ${s + 1}\\,y = 0`,
      add(
        add(prime.derivative().numerator, mul(C, prime.numerator), mul(rational(s + 1), closed.numerator)),
        mul(P, closed.derivativeGap()),
        mul(Q, prime.derivativeGap()),
      ),
      { ...LINE_DOMAIN, p: 'real', q: 'real' },
    ),
    identity(
      `d = ${d}: and has value and slope of the integral at c = 0, so the two are one function`,
      `y(0) = \\frac{(2\\pi)^{${d}/2}}{\\pi}\\,2^{${s - 1}/2}\\,\\Gamma\\!\\left(\\tfrac{${s + 1}}2\\right) = ${toLatex(atZero)},\\quad y'(0) = 0,\\qquad y = y(0)\\,{}_1F_1\\!\\left(\\tfrac{${s + 1}}2;\\tfrac12;-\\tfrac{c^2}2\\right)`,
      add(sub(mul(closed.factor, atOrigin(closed.numerator)), atZero), mul(P, atOrigin(prime.numerator))),
      { p: 'real' },
    ),
  ];
}

const gauss = (x: Expr): Expr => call('exp', neg(div(pow(x, 2), rational(2))));

const atOrigin = (e: Expr): Expr => substitute(e, { c: rational(0), F: rational(0) });

/** He_n by He_{n+1} = c He_n − n He_{n−1}. */
function hermite(n: number): Polynomial {
  let [previous, current]: [Polynomial, Polynomial] = [[], [1]];
  for (let k = 0; k < n; k++) [previous, current] = [current, plus(raised(current), times(-k, previous))];
  return current;
}
