import { parse } from '../expression/parse.js';
import type { Expr } from '../expression/expression.js';
import { cubicFactor, densityFactor } from './constants.js';
import { parity, slice, type Rule } from './rules.js';
import { rewritten } from './rewrite.js';
import { laplacian, RADON, word, wordLatex, type Word } from './term.js';
import { rational } from '../expression/construct.js';

/** What the theory in several inputs says; a false version of it differs in one entry. */
export interface OperatorTheory {
  /** s of (−Δ)^{s/2} in the density −γ_d R(−Δ)^{s/2}g */
  readonly power: (d: number) => number;
  /** γ_d */
  readonly densityFactor: (d: number) => Expr;
  /** |σ|^s in terms of ∂_c and H */
  readonly parity: Rule;
  /** The radial function whose sums the splines are, in r */
  readonly radial: Expr;
  /** A_d, with R(−Δ)^{(d+1)/2} radial(|x|) = −(A_d/2)|c| up to polynomials of degree one */
  readonly cubicFactor: (d: number) => Expr;
}

export const OPERATOR_THEORY: OperatorTheory = {
  power: (d) => d + 1,
  densityFactor,
  parity,
  radial: parse('r^3'),
  cubicFactor,
};

/** R(−Δ)^{s/2}, as the paper writes it. */
export const filterWord = (theory: OperatorTheory, d: number): Word =>
  word(rational(1), RADON, laplacian(theory.power(d)));

/** The operator on the line that does the same to Rg. */
export function lineWord(theory: OperatorTheory, d: number): Word {
  const { coefficient, operators } = rewritten(filterWord(theory, d), [slice, theory.parity], d);
  return word(coefficient, ...operators.slice(0, -1));
}

/** R(−Δ)^{s/2} as it is printed. */
export const filterLatex = (theory: OperatorTheory, d: number): string => wordLatex(filterWord(theory, d));
