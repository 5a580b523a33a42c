import type { Expr } from './expression.js';

/** 1/e as an expression when e is a power with a negative rational exponent, undefined otherwise. */
export function reciprocal(e: Expr): Expr | undefined {
  if (e.kind !== 'power' || e.exponent.kind !== 'rational' || e.exponent.numerator >= 0n) return undefined;
  const exponent: Expr = { ...e.exponent, numerator: -e.exponent.numerator };
  return exponent.numerator === 1n && exponent.denominator === 1n ? e.base : { ...e, exponent };
}
