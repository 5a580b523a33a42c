import type { Derivation, Step } from '../derivation.js';
import { add, call, div, mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import { identity, stated } from '../penalty/step.js';
import { collected, gammaOfHalf, piToHalf, sphereArea } from './constants.js';
import { applicationSteps, applied, LINE_DOMAIN, type LineFunction } from './line-function.js';
import { plus, polynomialIn, raised, times, type Polynomial } from './polynomial.js';
import { rationalFunction, SQUARE } from './rational-line.js';
import { rewritten } from './rewrite.js';
import { derivative, modulus, word } from './term.js';
import { filterLatex, lineWord, type OperatorTheory } from './theory.js';
import { derivationOf } from './derivation-of.js';

const [C, R, T, P, X, Y] = ['c', 'r', 't', 'p', 'x', 'y'].map(sym);
const ONE = rational(1);

/** C/π = π^{(d−1)/2}/Γ((d+1)/2), the factor of Rg. */
const factorOf = (d: number): Expr => collected(div(piToHalf(d - 1), gammaOfHalf(d + 1)));

/** R of g = (1+|x|²)^{−(d+1)/2}: C/(π(1+c²)). */
export const rationalTransform = (d: number): Expr => rationalFunction(factorOf(d), 0, 1).expr;

/** R(−Δ)^{(d+1)/2}g, rational in c. */
export function rationalFiltered(theory: OperatorTheory, d: number): LineFunction {
  const line = lineWord(theory, d);
  return applied(line, rationalFunction(mul(line.coefficient, factorOf(d)), 0, 1));
}

/** γ_d∂_c^{k+1}R(−Δ)^{(d−1)/2}g: with this density the network of units z₊^k/k! is g, up to a polynomial of degree k. */
export function rationalDensity(theory: OperatorTheory, d: number, k: number): Expr {
  const filter = d === 1 ? [] : [modulus(d - 1)];
  const line = rewritten(word(theory.densityFactor(d), derivative(k + 1), ...filter), [theory.parity], d);
  return applied(line, rationalFunction(collected(mul(line.coefficient, factorOf(d))), 0, 1)).expr;
}

/** Derives R and R(−Δ)^{(d+1)/2} of (1+|x|²)^{−(d+1)/2}, rational in c, for dimensions of one parity in ascending order. */
export function deriveRational(theory: OperatorTheory, dimensions: readonly number[]): Promise<Derivation> {
  const longest = lineWord(theory, dimensions[dimensions.length - 1]);
  const wave = mul(call('exp', neg(T)), call('cos', mul(T, C)));
  const swung = mul(call('exp', neg(T)), call('sin', mul(T, C)));
  return derivationOf(`(b) Rational pair, ${dimensions[0] % 2 === 1 ? 'odd' : 'even'} d`, [
    identity(
      'On the hyperplane, with y = √(1+c²) t',
      '1+c^2+\\lvert y\\rvert^2 = (1+c^2)(1+\\lvert t\\rvert^2)\\ \\Rightarrow\\ (1+c^2+\\lvert y\\rvert^2)^{-(d+1)/2}\\,dy = (1+c^2)^{-1}(1+\\lvert t\\rvert^2)^{-(d+1)/2}\\,dt',
      sub(add(SQUARE, mul(SQUARE, pow(R, 2))), mul(SQUARE, add(ONE, pow(R, 2)))),
      { c: 'real', r: 'positive' },
    ),
    ...dimensions.filter((d) => d > 1).flatMap(transformSteps),
    ...applicationSteps(longest, rationalFunction(ONE, 0, 1)),
    // The same functions as integrals over frequencies, which know no rule and no Hilbert transform.
    stated(
      'As a Fourier integral',
      'y(c) = \\frac C\\pi\\,X_s,\\qquad X_n + iY_n = \\int_0^\\infty t^n e^{-t+itc}\\,dt',
      'slice theorem: the Fourier transform of 1/(π(1+c²)) is e^{−|σ|}',
    ),
    identity(
      'By parts',
      '\\partial_t (e^{-t}e^{itc}) = -(1-ic)\\,e^{-t}e^{itc}\\ \\Rightarrow\\ X_n + cY_n = n X_{n-1},\\qquad Y_n - cX_n = n Y_{n-1}',
      add(
        add(differentiate(wave, 't'), wave, mul(C, swung)),
        mul(P, add(differentiate(swung, 't'), swung, neg(mul(C, wave)))),
      ),
      { c: 'real', t: 'positive', p: 'real' },
    ),
    identity(
      'Solved: each time a division by 1 − ic',
      'X_n = n\\,\\frac{X_{n-1} - c\\,Y_{n-1}}{1+c^2},\\qquad Y_n = n\\,\\frac{Y_{n-1} + c\\,X_{n-1}}{1+c^2}\\ \\Rightarrow\\ X_n + iY_n = n!\\,\\frac{(1+ic)^{n+1}}{(1+c^2)^{n+1}}',
      solvedGap(),
      { c: 'real', p: 'real', x: 'real', y: 'real' },
    ),
    ...dimensions.flatMap((d) => stepsIn(theory, d)),
  ]);
}

/** The radial integral over the hyperplane and what it is times the area of the sphere in it. */
function transformSteps(d: number): Promise<Step>[] {
  const plane = d - 1;
  const radial = mul(pow(R, d - 2), pow(add(ONE, pow(R, 2)), rational(-(d + 1), 2)));
  const primitive = div(mul(pow(R, plane), pow(add(ONE, pow(R, 2)), rational(-plane, 2))), rational(plane));
  return [
    identity(
      `d = ${d}: antiderivative in polar coordinates of the hyperplane`,
      `\\partial_r\\,${toLatex(primitive)} = ${toLatex(radial)},\\qquad \\int_0^\\infty = ${toLatex(rational(1, plane))}`,
      sub(differentiate(primitive, 'r'), radial),
      { r: 'positive' },
    ),
    identity(
      `d = ${d}: Radon transform`,
      `\\frac{\\lvert S^{${d - 2}}\\rvert}{${plane}} = \\frac C\\pi = ${toLatex(factorOf(d))},\\qquad Rg(c) = ${toLatex(rationalTransform(d))}`,
      sub(div(sphereArea(plane), rational(plane)), factorOf(d)),
      {},
    ),
  ];
}

function stepsIn(theory: OperatorTheory, d: number): (Step | Promise<Step>)[] {
  const s = theory.power(d);
  const closed = rationalFiltered(theory, d);
  const numerator = polynomialIn(C, realNumerator(s + 1));
  return [
    stated(`d = ${d}`, `${filterLatex(theory, d)}\\,g = ${toLatex(closed.expr)}`, 'the steps above'),
    identity(
      `d = ${d}: the Fourier integral is the same`,
      `\\frac C\\pi X_{${s}} = ${toLatex(factorOf(d))}\\,\\frac{${s}!\\,\\operatorname{Re}\\,(1+ic)^{${s + 1}}}{(1+c^2)^{${s + 1}}},\\qquad \\operatorname{Re}\\,(1+ic)^{${s + 1}} = ${toLatex(numerator)}`,
      sub(mul(factorOf(d), gammaOfHalf(2 * s + 2), numerator), mul(closed.factor, closed.numerator)),
      LINE_DOMAIN,
    ),
  ];
}

/** Re (1+ic)ⁿ, by (x + iy)(1+ic) = x − cy + i(y + cx). */
function realNumerator(n: number): Polynomial {
  let [x, y]: [Polynomial, Polynomial] = [[1], []];
  for (let k = 0; k < n; k++) [x, y] = [plus(x, times(-1, raised(y))), plus(y, raised(x))];
  return x;
}

/** The solution of x_n + c y_n = x, y_n − c x_n = y inserted, times 1 + c²; p marks the second equation. */
function solvedGap(): Expr {
  const [xn, yn] = [sub(X, mul(C, Y)), add(Y, mul(C, X))];
  return add(sub(add(xn, mul(C, yn)), mul(SQUARE, X)), mul(P, sub(sub(yn, mul(C, xn)), mul(SQUARE, Y))));
}
