import type { Derivation } from '../derivation.js';
import { div, mul, neg, PI, pow, rational, sub } from '../expression/construct.js';
import { toLatex } from '../expression/latex.js';
import { identity, stated } from '../penalty/step.js';
import { collected, twoPiToHalf } from './constants.js';
import { rewritingStep } from './rewrite.js';
import { evenDerivative, merge, normal, slice, sliceBack } from './rules.js';
import {
  BACKPROJECTION,
  backprojectionFactor,
  derivative,
  laplacian,
  RADON,
  word,
  type Word,
} from './term.js';
import { filterWord, type OperatorTheory } from './theory.js';
import { derivationOf } from './derivation-of.js';

const ONE = rational(1);
/** An activation z₊^k/k! beyond ReLU. */
const DEGREE = 2;

/**
 * Derives in d inputs: R(−Δ)^{(d+1)/2} as an operator on the line, R*R, that the network with density
 * −γ_d R(−Δ)^{(d+1)/2}g is g, the density of a ridge, its norm, and the density for activations of higher degree.
 */
export function deriveOperators(theory: OperatorTheory, d: number): Promise<Derivation> {
  const gamma = theory.densityFactor(d);
  const filter = filterWord(theory, d).operators;
  const chain = (
    title: string,
    start: Word,
    rules: Parameters<typeof rewritingStep>[2],
    expected?: Word,
  ): ReturnType<typeof rewritingStep> => rewritingStep(title, start, rules, d, expected);
  return derivationOf(`The operators in d = ${d}`, [
    stated(
      'Slice theorem: on the hyperplane ⟨V,x⟩ is c',
      '\\int_{-\\infty}^{\\infty} Rg(V,c)\\,e^{-i\\sigma c}\\,dc = \\int g(x)\\,e^{-i\\sigma\\langle V,x\\rangle}\\,dx = \\hat g(\\sigma V)',
      'lemma (Fubini)',
    ),
    chain('On the line', filterWord(theory, d), [slice, theory.parity]),
    identity(
      'R*R = 2(2π)^{d−1}(−Δ)^{−(d−1)/2}, by polar coordinates ξ = σV: each ξ from two pairs (σ, V)',
      `R^{*}m(\\lvert\\sigma\\rvert)Rg(x) = \\int_{S^{${d - 1}}}\\!\\int m\\,\\hat g(\\sigma V)\\,e^{i\\sigma\\langle V,x\\rangle}\\,\\frac{d\\sigma\\,dV}{2\\pi} = \\frac{(2\\pi)^{${d}}}{\\pi}\\int \\lvert\\xi\\rvert^{${1 - d}} m\\,\\hat g(\\xi)\\,e^{i\\langle\\xi,x\\rangle}\\,\\frac{d\\xi}{(2\\pi)^{${d}}},\\qquad \\frac{(2\\pi)^{${d}}}{\\pi} = ${toLatex(backprojectionFactor(d))}`,
      sub(div(twoPiToHalf(2 * d), PI), backprojectionFactor(d)),
      {},
    ),
    chain(
      'The ReLU network with the density −γR(−Δ)^{(d+1)/2}g is g, up to an affine function',
      word(neg(gamma), BACKPROJECTION, derivative(-2), ...filter),
      [evenDerivative, sliceBack, normal, merge],
      word(ONE),
    ),
    chain(
      'In the weak sense, ⟨density of g, Rφ⟩ = ⟨g, Δφ⟩: a ridge [⟨w,x⟩−t]₊ has the density (δ_(w,t) + δ_(−w,−t))/2',
      word(neg(gamma), laplacian(theory.power(d)), BACKPROJECTION, RADON),
      [normal, merge],
      word(neg(ONE), laplacian(2)),
    ),
    chain(
      'Squared norm of the density of g, constant penalty',
      word(collected(pow(gamma, 2)), laplacian(theory.power(d)), BACKPROJECTION, ...filter),
      [normal, merge],
      word(gammaTimesHalf(d), laplacian(d + 3)),
    ),
    chain(
      `Activation z₊^k/k!, here k = ${DEGREE}: the density γ∂^(k+1)R(−Δ)^{(d−1)/2}g, of multiplier ±|σ|^(d+k) or its odd twin, gives g up to a polynomial of degree k`,
      word(
        gamma,
        BACKPROJECTION,
        derivative(-DEGREE - 1),
        derivative(DEGREE + 1),
        RADON,
        ...(d === 1 ? [] : [laplacian(d - 1)]),
      ),
      [merge, normal],
      word(ONE),
    ),
  ]);
}

/** 1/(2(2π)^{d−1}) = γ²·2(2π)^{d−1}, written out so that a false γ does not enter. */
const gammaTimesHalf = (d: number): Word['coefficient'] =>
  collected(mul(rational(1, 2), pow(twoPiToHalf(2 * d - 2), -1)));
