import type { Derivation, Step } from '../derivation.js';
import { add, div, mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import { differentiate } from '../expression/differentiate.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';
import { parse } from '../expression/parse.js';
import { identity, stated } from '../penalty/step.js';
import { collected, sphereArea, thirdMoment } from './constants.js';
import { rewritingStep } from './rewrite.js';
import { slice } from './rules.js';
import { laplacian, RADON, word } from './term.js';
import type { OperatorTheory } from './theory.js';
import { derivationOf } from './derivation-of.js';

const R = sym('r');

/** Δ of a radial function f(r) in d inputs, d an expression. */
export const radialLaplacian = (f: Expr, d: Expr): Expr => {
  const slope = differentiate(f, 'r');
  return add(differentiate(slope, 'r'), div(mul(sub(d, rational(1)), slope), R));
};

/**
 * Derives R(−Δ)^{(d+1)/2}|x|³ = −(A_d/2)|c| up to polynomials of degree one, for all d by the Fourier transform and
 * for odd d by Laplacians alone, and γ_d A_d κ_d|S^{d−1}| = 12, which says that the network with that density is |x|³.
 */
export function deriveCubic(theory: OperatorTheory, dimensions: readonly number[]): Promise<Derivation> {
  return derivationOf('(d) The cubic spline |x|³, all d', [
    rewritingStep(
      'Laplacian on the line',
      word(neg(rational(1)), RADON, laplacian(2)),
      [slice, theory.parity],
      1,
    ),
    identity(
      'Laplacian, d a symbol',
      `\\Delta\\,${toLatex(theory.radial)} = f'' + \\frac{d-1}r f' = 3(d+1)\\,r`,
      sub(radialLaplacian(theory.radial, sym('d')), parse('3*(d + 1)*r')),
      { d: 'positive', r: 'positive' },
    ),
    stated(
      'Fourier transform of |x|³',
      '\\int\\lvert x\\rvert^3\\hat\\varphi\\,dx = A_d\\int\\lvert\\xi\\rvert^{-d-3}\\varphi\\,d\\xi\\ \\text{ in the sense of Hadamard},\\qquad \\varphi = e^{-\\lvert\\xi\\rvert^2/2},\\quad \\hat\\varphi = (2\\pi)^{d/2}e^{-\\lvert x\\rvert^2/2}',
      'homogeneity and invariance leave a constant, which one test function gives',
    ),
    // G = Γ((d+3)/2), T = 2^{d/2}, P = π^{d/2}; Γ(−3/2) = (4/3)√π
    identity(
      'Its constant for all d, with 2^{d/2}, π^{d/2} and G = Γ((d+3)/2) as symbols',
      'A_d = \\frac{(2\\pi)^{d/2}\\,2^{(d+1)/2}\\,G}{2^{-5/2}\\,\\Gamma(-\\frac32)} = 3\\cdot 2^{d+1}\\pi^{(d-1)/2}\\,G,\\qquad \\Gamma(-\\tfrac32) = \\tfrac43\\sqrt\\pi',
      parse('T*P*T*sqrt(2)*G/(1/sqrt(32)*4/3*sqrt(pi)) - 3*T^2*2*P/sqrt(pi)*G'),
      { T: 'positive', P: 'positive', G: 'positive' },
    ),
    stated(
      'On the line, as the Fourier transform of |c| is −2/σ²',
      '\\lvert\\sigma\\rvert^{d+1}A_d\\lvert\\sigma\\rvert^{-d-3} = A_d\\,\\sigma^{-2}\\ \\Rightarrow\\ R(-\\Delta)^{(d+1)/2}\\lvert x\\rvert^3 = -\\frac{A_d}2\\lvert c\\rvert',
      'slice theorem; sums with Σλ = 0 and Σλx = 0 leave no polynomial',
    ),
    ...dimensions.filter((d) => d % 2 === 1).map((d) => byLaplacians(theory, d)),
    // E|N|³ = 2√(2/π), E|X|³ = 2√2 Γ((d+3)/2)/Γ(d/2) for standard normal N and X; G = Γ((d+3)/2), g = Γ(d/2)
    identity(
      'Third moment of a coordinate of the sphere, as X = |X|V for a normal X: E|N|³ = E|X|³ κ',
      '\\kappa_d = \\frac{2\\sqrt{2/\\pi}}{2\\sqrt2\\,\\Gamma(\\frac{d+3}2)/\\Gamma(\\frac d2)} = \\frac{\\Gamma(\\frac d2)}{\\sqrt\\pi\\,\\Gamma(\\frac{d+3}2)}',
      parse('2*sqrt(2/pi)/(2*sqrt(2)*G/g) - g/(sqrt(pi)*G)'),
      { G: 'positive', g: 'positive' },
    ),
    identity(
      'Kinks against kinks, q < p',
      '\\int_{-a}^{a}\\lvert c-p\\rvert\\lvert c-q\\rvert\\,dc = \\tfrac13\\lvert p-q\\rvert^3 + \\tfrac23a^3 + 2apq',
      overlapGap(),
      { a: 'positive', p: 'real', q: 'real' },
    ),
    identity(
      'So the network of density γ(A/2)|c| is (γAκ|S|/12)|x|³ up to such polynomials, and |x|³ itself for all d: 2^d, π^{d/2}, G = Γ((d+3)/2) and g = Γ(d/2) cancel as symbols',
      '\\gamma_d A_d\\kappa_d\\lvert S^{d-1}\\rvert = \\frac{1}{2(2\\pi)^{d-1}}\\cdot 3\\cdot 2^{d+1}\\pi^{(d-1)/2}G\\cdot\\frac{g}{\\sqrt\\pi\\,G}\\cdot\\frac{2\\pi^{d/2}}{g} = 12',
      parse('pi/(T*P^2)*3*2*T*P/sqrt(pi)*G*g/(sqrt(pi)*G)*2*P/g - 12'),
      { T: 'positive', P: 'positive', G: 'positive', g: 'positive' },
    ),
    identity(
      `With numbers, d = ${dimensions.join(', ')}`,
      dimensions.map((d) => `${factors(theory, d).map(bracketed).join('')} = 12`).join(',\\quad '),
      add(...dimensions.map((d) => mul(sym(`m${d}`), sub(mul(...factors(theory, d)), rational(12))))),
      Object.fromEntries(dimensions.map((d) => [`m${d}`, 'real'])),
    ),
  ]);
}

const factors = (theory: OperatorTheory, d: number): Expr[] => [
  theory.densityFactor(d),
  theory.cubicFactor(d),
  thirdMoment(d),
  sphereArea(d),
];

const bracketed = (e: Expr): string => `\\left(${toLatex(e)}\\right)`;

/**
 * For odd d: (−Δ)^{(d+1)/2} r³ is a multiple of r^{2−d}, and Δ r^{2−d} = −(d−2)|S^{d−1}|δ; with RΔ = ∂²R its Radon
 * transform is −(d−2)|S^{d−1}||c|/2 of that multiple.
 */
function byLaplacians(theory: OperatorTheory, d: number): Promise<Step> {
  let f = theory.radial;
  for (let n = 0; n < (d + 1) / 2; n++) f = neg(radialLaplacian(f, rational(d)));
  const multiple = mul(div(theory.cubicFactor(d), mul(rational(d - 2), sphereArea(d))), pow(R, 2 - d));
  return identity(
    `The same by Laplacians, d = ${d}`,
    `(-\\Delta)^{${(d + 1) / 2}}r^3 = ${toLatex(collected(multiple))},\\qquad \\Delta r^{${2 - d}} = ${2 - d}\\,\\lvert S^{${d - 1}}\\rvert\\,\\delta\\ \\Rightarrow\\ \\partial_c^2 R\\,r^{${2 - d}} = ${2 - d}\\,\\lvert S^{${d - 1}}\\rvert\\,\\delta(c)`,
    sub(f, multiple),
    { r: 'positive' },
  );
}

/** ∫_{−a}^{a}|c−p||c−q| dc for −a < q < p < a from the antiderivative c³/3 − (p+q)c²/2 + pqc, minus its closed form. */
function overlapGap(): Expr {
  const primitive = (at: string): string => `((${at})^3/3 - (p + q)*(${at})^2/2 + p*q*(${at}))`;
  const over = `${primitive('q')} - ${primitive('-a')} - (${primitive('p')} - ${primitive('q')}) + ${primitive('a')} - ${primitive('p')}`;
  return parse(`${over} - ((p - q)^3/3 + 2*a^3/3 + 2*a*p*q)`);
}
