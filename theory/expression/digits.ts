import type { Expr } from './expression.js';
import { arithmeticOf, atan2, erf, pi, Real } from './real.js';
import { Undefined, Unsure } from './undecidable.js';

/** A value to p digits and the scale of its rounding error: the error is a small multiple of 10^−p·scale. */
export interface Digits {
  readonly value: Real;
  readonly scale: Real;
}

/** Counts as zero: a value that is this many digits above the rounding error of its scale, or less. */
const SPARE_DIGITS = 15;

export function vanishes({ value, scale }: Digits): boolean {
  const zero = new Real(`1e${SPARE_DIGITS - arithmeticOf(value).precision}`);
  return value.abs().lte(scale.times(zero));
}

/**
 * e at the given point in 60-digit arithmetic (or another), with first-order error propagation: the scale of a sum
 * is the sum of the scales, of f(u) it is |f(u)| + |f′(u)|·scale(u). The values of all parts are added to `parts`.
 * Throws Undefined where e has no real value and Unsure where a denominator or a radicand vanishes to within
 * rounding, or a number is out of range.
 */
export function digits(
  e: Expr,
  point: Readonly<Record<string, number>>,
  arithmetic = Real,
  parts = new Map<Expr, Digits>(),
): Digits {
  const at = (part: Expr): Digits => digits(part, point, arithmetic, parts);
  const result = ((): Digits => {
    switch (e.kind) {
      case 'rational':
        return exact(new arithmetic(e.numerator.toString()).div(e.denominator.toString()));
      case 'pi':
        return exact(pi(arithmetic));
      case 'symbol':
        return exact(new arithmetic(point[e.name]));
      case 'sum':
        return e.terms
          .map(at)
          .reduce((a, b) => ({ value: a.value.plus(b.value), scale: a.scale.plus(b.scale) }));
      case 'product':
        return e.factors.map(at).reduce(times);
      case 'power':
        return power(at(e.base), e.exponent, at);
      case 'call':
        return call(e, e.args.map(at));
    }
  })();
  if (!result.value.isFinite() || !result.scale.isFinite()) throw new Unsure('a number too large');
  parts.set(e, result);
  return result;
}

const exact = (value: Real): Digits => ({ value, scale: value.abs() });

const times = (a: Digits, b: Digits): Digits => ({
  value: a.value.times(b.value),
  scale: a.value.abs().times(b.scale).plus(b.value.abs().times(a.scale)),
});

/** f(u), given its value and its derivative at u. */
const image = (value: Real, derivative: Real, u: Digits): Digits => ({
  value,
  scale: value.abs().plus(derivative.abs().times(u.scale)),
});

function power(base: Digits, exponent: Expr, at: (part: Expr) => Digits): Digits {
  const { value: x } = base;
  if (exponent.kind === 'rational' && exponent.denominator <= 2n) {
    const half = exponent.denominator === 2n;
    if (exponent.numerator < 0n) requireNonzero(base);
    else if (half && vanishes(base)) throw new Unsure('radicand too close to zero');
    if (half && x.isNegative()) throw new Undefined('square root of a negative number');
    const root = half ? x.sqrt() : x;
    const value = root.pow(exponent.numerator.toString());
    const y = new Real(exponent.numerator.toString()).div(exponent.denominator.toString());
    return image(value, x.isZero() ? new Real(y.eq(1) ? 1 : 0) : value.times(y).div(x), base);
  }
  requireNonzero(base);
  if (x.isNegative()) throw new Undefined('power of a negative number');
  return exponential(times(at(exponent), logarithm(base)));
}

function requireNonzero(u: Digits): void {
  if (!vanishes(u)) return;
  if (u.value.isZero()) throw new Undefined('zero denominator or logarithm');
  throw new Unsure('denominator or logarithm too close to zero');
}

function exponential(u: Digits): Digits {
  const value = u.value.exp();
  if (value.isZero()) throw new Unsure('an exponential too small');
  return image(value, value, u);
}

function logarithm(u: Digits): Digits {
  requireNonzero(u);
  if (u.value.isNegative()) throw new Undefined('logarithm of a negative number');
  return image(u.value.ln(), new Real(1).div(u.value), u);
}

function call(e: Extract<Expr, { kind: 'call' }>, [a, b]: readonly Digits[]): Digits {
  const x = a.value;
  switch (e.name) {
    case 'exp':
      return exponential(a);
    case 'log':
      return logarithm(a);
    case 'sqrt':
      return power(a, { kind: 'rational', numerator: 1n, denominator: 2n }, () => a);
    case 'abs':
      return { value: x.abs(), scale: a.scale };
    case 'sin':
      return image(x.sin(), new Real(1), a);
    case 'cos':
      return image(x.cos(), new Real(1), a);
    case 'erf':
      return image(erf(x), x.times(x).neg().exp().times(2), a);
    case 'atan2': {
      const radius = x.times(x).plus(b.value.times(b.value));
      if (radius.isZero()) throw new Undefined('atan2(0, 0)');
      const error = a.scale.times(b.value.abs()).plus(b.scale.times(x.abs())).div(radius);
      const value = atan2(x, b.value);
      return { value, scale: value.abs().plus(error) };
    }
    case 'min':
    case 'max':
      return { value: arithmeticOf(x)[e.name](x, b.value), scale: Real.max(a.scale, b.scale) };
    case 'gammaP2': {
      const decay = x.neg().exp();
      const value = x.plus(1).times(decay).neg().plus(1);
      // The subtraction of numbers near 1 sets the scale when x is small.
      return {
        value,
        scale: new Real(1).plus(x.abs().plus(1).times(decay)).plus(x.times(decay).abs().times(a.scale)),
      };
    }
  }
}
