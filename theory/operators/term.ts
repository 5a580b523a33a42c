import { twoPiToHalf } from './constants.js';
import { mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { toLatex } from '../expression/latex.js';

/**
 * Operators between functions g(x) on ℝ^d and functions of hyperplanes {x : ⟨V,x⟩ = c}, |V| = 1. Those of one
 * variable act on c.
 */
export type Operator =
  /** (Rg)(V,c) = ∫_{⟨V,x⟩=c} g, the Radon transform */
  | { readonly kind: 'radon' }
  /** (R*ψ)(x) = ∫ψ(V,⟨V,x⟩) dV over the whole sphere, its adjoint */
  | { readonly kind: 'backprojection' }
  /** (−Δ)^{power/2}, with multiplier |ξ|^power */
  | { readonly kind: 'laplacian'; readonly power: number }
  /** |σ|^power on the line */
  | { readonly kind: 'modulus'; readonly power: number }
  /** ∂_c^order; of a negative order the convolution with c₊^{k}/k!, k = −order − 1, up to polynomials of degree ≤ k */
  | { readonly kind: 'derivative'; readonly order: number }
  /** (Hf)(c) = (1/π) p.v.∫ f(t)/(c−t) dt, with multiplier −i sgn σ */
  | { readonly kind: 'hilbert' };

/** A product of operators with a real coefficient; the last one is applied first, as it is written. */
export interface Word {
  readonly coefficient: Expr;
  readonly operators: readonly Operator[];
}

export const RADON: Operator = { kind: 'radon' };
export const BACKPROJECTION: Operator = { kind: 'backprojection' };
export const HILBERT: Operator = { kind: 'hilbert' };
export const laplacian = (power: number): Operator => ({ kind: 'laplacian', power });
export const modulus = (power: number): Operator => ({ kind: 'modulus', power });
export const derivative = (order: number): Operator => ({ kind: 'derivative', order });
export const word = (coefficient: Expr, ...operators: readonly Operator[]): Word => ({
  coefficient,
  operators,
});

/** What R* adds in frequency space, by polar coordinates: R*m(|σ|)R has the multiplier 2(2π)^{d−1}|ξ|^{1−d}m(|ξ|). */
export const backprojectionFactor = (d: number): Expr => mul(rational(2), twoPiToHalf(2 * (d - 1)));

/** i^quarterTurns·size at σ = ±t, t > 0. */
interface Phasor {
  readonly quarterTurns: number;
  readonly size: Expr;
}

const T = sym('t');

/** The multiplier of a word at σ = ±t: what it does to the frequencies ξ = σV of g, or of a function of c. */
function multiplier({ coefficient, operators }: Word, d: number, sign: 1 | -1): Phasor {
  const factors = operators.map((operator): Phasor => {
    switch (operator.kind) {
      case 'radon':
        return { quarterTurns: 0, size: rational(1) };
      case 'backprojection':
        return { quarterTurns: 0, size: mul(backprojectionFactor(d), pow(T, 1 - d)) };
      case 'laplacian':
      case 'modulus':
        return { quarterTurns: 0, size: pow(T, operator.power) };
      case 'derivative':
        return { quarterTurns: operator.order * sign, size: pow(T, operator.order) };
      case 'hilbert':
        return { quarterTurns: -sign, size: rational(1) };
    }
  });
  return {
    quarterTurns: factors.reduce((sum, { quarterTurns }) => sum + quarterTurns, 0),
    size: mul(coefficient, ...factors.map(({ size }) => size)),
  };
}

/**
 * The multipliers of two words in d inputs agree if and only if all of these vanish for t > 0: the differences of
 * their real and of their imaginary parts at σ = ±t.
 */
export function multiplierGaps(left: Word, right: Word, d: number): Expr[] {
  const parts = (of: Word): Expr[] =>
    ([1, -1] as const).flatMap((sign) => {
      const { quarterTurns, size } = multiplier(of, d, sign);
      const turned = (turns: number): Expr =>
        [size, rational(0), neg(size), rational(0)][(((quarterTurns + turns) % 4) + 4) % 4];
      return [turned(0), turned(3)];
    });
  const others = parts(right);
  return parts(left).map((part, k) => sub(part, others[k]));
}

export function wordLatex({ coefficient, operators }: Word): string {
  const letters = operators.map(operatorLatex).join('\\,');
  const factor = toLatex(coefficient);
  if (operators.length === 0) return factor;
  if (factor === '1') return letters;
  if (factor === '-1') return `-${letters}`;
  return `${factor}\\,${letters}`;
}

function operatorLatex(operator: Operator): string {
  switch (operator.kind) {
    case 'radon':
      return 'R';
    case 'backprojection':
      return 'R^{*}';
    case 'laplacian':
      return operator.power === 2 ? '(-\\Delta)' : `(-\\Delta)^{${half(operator.power)}}`;
    case 'modulus':
      return `\\lvert\\sigma\\rvert^{${operator.power}}`;
    case 'derivative':
      return operator.order === 1 ? '\\partial_c' : `\\partial_c^{${operator.order}}`;
    case 'hilbert':
      return 'H';
  }
}

const half = (power: number): string => (power % 2 === 0 ? `${power / 2}` : `${power}/2`);
