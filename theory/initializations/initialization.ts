import type { Expr } from '../expression/expression.js';

/** Independent standard variates, supplied by numerics/random: theory itself holds no randomness. */
export interface Variates {
  /** N(0, 1) */
  normal(): number;
  /** U(0, 1) */
  uniform(): number;
  /** ±1 with probability 1/2 each */
  sign(): number;
}

export interface Parameter {
  readonly name: string;
  readonly latex: string;
  readonly meaning: string;
  readonly default: number;
  /** Open interval of allowed values. */
  readonly domain: readonly [number, number];
}

/** Parameter values by name. */
export type Values = Readonly<Record<string, number>>;

/**
 * The joint law of (W, B), in one of two forms:
 * - `density`: p(w, b) as an expression in w, b and the parameters, on |w| < w, |b| < b, |(w,b)| < radius
 *   (each bound an expression in the parameters, absent where unbounded);
 * - `atoms`: W = ±w with probability 1/2 each (w an expression in the parameters), and the density of B given W.
 */
export type Law =
  | {
      readonly form: 'density';
      readonly density: Expr;
      readonly bounds: { readonly w?: Expr; readonly b?: Expr; readonly radius?: Expr };
      /** E[W² + B²] of a rotation-invariant law, for which the derivation needs nothing else. */
      readonly secondMoment?: Expr;
    }
  | {
      readonly form: 'atoms';
      readonly w: Expr;
      readonly density: Expr;
      readonly bounds: { readonly b?: Expr };
    };

/** One piece of a closed form in x: `zeta` holds where `from` ≤ |x| < `to` (expressions in the parameters). */
export interface ZetaPiece {
  readonly from?: Expr;
  readonly to?: Expr;
  readonly zeta: Expr;
  /** The value at x = 0, where `zeta` reads 0/0 there. */
  readonly atZero?: Expr;
}

/** One law of a hidden unit's (W, B), symmetric under (w, b) → (−w, −b). One file per law. */
export interface Initialization {
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly law: Law;
  /** ζ(x) in closed form, pieces in order of |x|; ζ = 0 beyond the last piece's `to`. */
  readonly zeta: readonly ZetaPiece[];
  /** ∫|w|^(2k+1) p(w, −wx) dw in the same form for an integer k ≥ 0, if it has one: p_C for k = 0, ζ for k = 1. */
  readonly zetaOfDegree?: (k: number) => readonly ZetaPiece[];
  /** One draw of (W, B). */
  draw(values: Values, variates: Variates): [w: number, b: number];
  /** K(x, y) = E[relu(Wx+B) relu(Wy+B)] in closed form, valid for |x|, |y| ≤ `within` (everywhere if absent). */
  readonly kernel?: { readonly expression: Expr; readonly within?: Expr };
  /** Why the law is outside the hypotheses of Theorem 1, if it is. */
  readonly outsideHypothesis?: string;
  readonly source: string;
}

/** A parameter that may take any positive value. */
export function positive(name: string, latex: string, meaning: string, value: number): Parameter {
  return { name, latex, meaning, default: value, domain: [0, Infinity] };
}

/** One draw of U(from, to). */
export function between(from: number, to: number, variates: Variates): number {
  return from + (to - from) * variates.uniform();
}
