import type { Expr, FunctionName } from './expression.js';
import { arity, ExpressionError, isFunctionName } from './expression.js';
import type { Rational } from './rational.js';
import {
  bitLength,
  integerPower,
  isOne,
  isZero,
  ONE,
  plus,
  ratio,
  squareRoot,
  times,
  ZERO,
} from './rational.js';

/** Constructors with light canonicalisation: sums and products are flat, rationals folded, 0 and 1 dropped. */

export const PI: Expr = { kind: 'pi' };

const literal = (value: Rational): Expr => ({ kind: 'rational', ...value });

/** p/q for integers p and q ≠ 0; throws ExpressionError otherwise. */
export function rational(p: bigint | number, q: bigint | number = 1): Expr {
  if (![p, q].every((x) => typeof x === 'bigint' || Number.isSafeInteger(x)) || BigInt(q) === 0n) {
    throw new ExpressionError(`got the rational ${p}/${q}, expected integers and a non-zero denominator`);
  }
  return literal(ratio(BigInt(p), BigInt(q)));
}

/** A symbol; throws ExpressionError unless the name is [A-Za-z][A-Za-z0-9_]* and not a function or pi. */
export function sym(name: string): Expr {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || name === 'pi' || isFunctionName(name)) {
    throw new ExpressionError(
      `got the symbol name "${name}", expected letters, digits and _ and no reserved name`,
    );
  }
  return { kind: 'symbol', name };
}

/** The sum, flat, with its rational part (if any) last. */
export function add(...parts: readonly Expr[]): Expr {
  let constant = ZERO;
  const terms: Expr[] = [];
  for (const part of parts) {
    for (const term of part.kind === 'sum' ? part.terms : [part]) {
      if (term.kind === 'rational') constant = plus(constant, term);
      else terms.push(term);
    }
  }
  if (!isZero(constant)) terms.push(literal(constant));
  return terms.length === 0 ? literal(ZERO) : terms.length === 1 ? terms[0] : { kind: 'sum', terms };
}

/** The product, flat, with its rational coefficient (if any) first; −(−a − b) becomes a + b. */
export function mul(...parts: readonly Expr[]): Expr {
  let coefficient = ONE;
  const factors: Expr[] = [];
  for (const part of parts) {
    for (const factor of part.kind === 'product' ? part.factors : [part]) {
      if (factor.kind === 'rational') coefficient = times(coefficient, factor);
      else factors.push(factor);
    }
  }
  if (isZero(coefficient)) return literal(ZERO);
  if (isMinusOne(coefficient)) {
    const flipped = factors.findIndex((factor) => factor.kind === 'sum' && factor.terms.every(isNegative));
    if (flipped >= 0)
      return mul(...factors.map((factor, k) => (k === flipped ? negatedTerms(factor) : factor)));
  }
  if (!isOne(coefficient)) factors.unshift(literal(coefficient));
  return factors.length === 0
    ? literal(ONE)
    : factors.length === 1
      ? factors[0]
      : { kind: 'product', factors };
}

export const neg = (a: Expr): Expr => mul(literal({ numerator: -1n, denominator: 1n }), a);
export const sub = (a: Expr, b: Expr): Expr => add(a, neg(b));
/** a/b; throws ExpressionError when b is the rational 0. */
export const div = (a: Expr, b: Expr): Expr => mul(a, pow(b, -1));

// Larger exact powers stay unevaluated, so that 9^9^9 costs nothing.
const MAX_POWER_BITS = 20_000;

/** Whether the rational coefficient is negative. */
const isNegative = (e: Expr): boolean => {
  const first = e.kind === 'product' ? e.factors[0] : e;
  return first.kind === 'rational' && first.numerator < 0n;
};

const negatedTerms = (e: Expr): Expr => (e.kind === 'sum' ? add(...e.terms.map(neg)) : e);

const isMinusOne = ({ numerator, denominator }: Rational): boolean => numerator === -1n && denominator === 1n;

/**
 * base^exponent, the principal real value; (−a)^n for an integer n loses its sign or passes it on. x^0 = 1,
 * (b^m)^n = b^(mn) only for an integer n (so that sqrt(x^2) stays), rational powers of rationals are folded where
 * they are rational. All of these hold wherever the left side is defined, and points where it is not are excluded:
 * sqrt(x)^2 is x, for x < 0 too.
 */
export function pow(base: Expr, exponent: Expr | number): Expr {
  const e = typeof exponent === 'number' ? rational(exponent) : exponent;
  if (e.kind !== 'rational') return isLiteral(base, 1n) ? base : { kind: 'power', base, exponent: e };
  if (isZero(e)) return literal(ONE);
  if (isOne(e)) return base;
  if (base.kind === 'rational') return rationalPower(base, e);
  if (base.kind === 'product' && e.denominator === 1n) {
    const [first, ...rest] = base.factors;
    if (first.kind === 'rational' && isMinusOne(first)) {
      const positive = pow(mul(...rest), e);
      return e.numerator % 2n === 0n ? positive : neg(positive);
    }
  }
  if (base.kind === 'power' && e.denominator === 1n) return pow(base.base, mul(base.exponent, e));
  return { kind: 'power', base, exponent: e };
}

function rationalPower(base: Rational, exponent: Rational): Expr {
  if (isZero(base) && exponent.numerator < 0n) {
    throw new ExpressionError('got a division by zero, expected a non-zero denominator');
  }
  if (isZero(base) || isOne(base)) return literal(base);
  const root =
    exponent.denominator === 1n ? base : exponent.denominator === 2n ? squareRoot(base) : undefined;
  const bits = bitLength(base.numerator) + bitLength(base.denominator);
  const tooLarge =
    bitLength(exponent.numerator) > 32 || bits * Math.abs(Number(exponent.numerator)) > MAX_POWER_BITS;
  return root === undefined || tooLarge
    ? { kind: 'power', base: literal(base), exponent: literal(exponent) }
    : literal(integerPower(root, exponent.numerator));
}

export const sqrt = (a: Expr): Expr => pow(a, rational(1, 2));

const isLiteral = (e: Expr, value: bigint): boolean =>
  e.kind === 'rational' && e.numerator === value && e.denominator === 1n;

/** name(args); sqrt becomes the power 1/2, values at 0 that are rational are folded. Throws on a wrong arity. */
export function call(name: FunctionName, ...args: readonly Expr[]): Expr {
  if (args.length !== arity(name)) {
    throw new ExpressionError(`got ${args.length} arguments of ${name}, expected ${arity(name)}`);
  }
  const first = args[0];
  if (name === 'sqrt') return sqrt(first);
  if (name === 'abs' && first.kind === 'rational') return first.numerator < 0n ? neg(first) : first;
  if ((name === 'exp' || name === 'cos') && isLiteral(first, 0n)) return literal(ONE);
  if ((name === 'sin' || name === 'erf' || name === 'gammaP2') && isLiteral(first, 0n)) return literal(ZERO);
  if (name === 'log' && isLiteral(first, 1n)) return literal(ZERO);
  return { kind: 'call', name, args };
}
