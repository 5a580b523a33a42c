import { erf } from './erf.js';
import type { Expr } from './expression.js';
import { gammaP2 } from './gamma-p2.js';
import { toNumber } from './rational.js';

/** An enclosure of the values of an expression: lo ≤ value ≤ hi, and value ≠ 0 unless `zero`. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
  readonly zero: boolean;
}

/** A range for each symbol. */
export type Box = Readonly<Record<string, Range>>;

export const REAL: Range = { lo: -Infinity, hi: Infinity, zero: true };
export const POSITIVE: Range = { lo: 0, hi: Infinity, zero: false };

// Relative slack of every end, far above the rounding errors that it covers.
const SLACK = 1e-12;

/** An enclosure from rounded ends; an end at 0 stays there, an undefined one goes to infinity. */
function enclosure(lo: number, hi: number, zero: boolean): Range {
  const low = Number.isFinite(lo)
    ? lo - SLACK * Math.abs(lo)
    : lo === Infinity
      ? Number.MAX_VALUE
      : -Infinity;
  const high = Number.isFinite(hi)
    ? hi + SLACK * Math.abs(hi)
    : hi === -Infinity
      ? -Number.MAX_VALUE
      : Infinity;
  return { lo: low, hi: high, zero: zero && low <= 0 && high >= 0 };
}

export const isPositive = (r: Range): boolean => r.lo >= 0 && !r.zero;
export const isNonnegative = (r: Range): boolean => r.lo >= 0;
export const isNonpositive = (r: Range): boolean => r.hi <= 0;

/**
 * The values that e takes on the box where it is defined (interval arithmetic that also follows whether 0 is
 * attained). Symbols missing from the box are real.
 */
export function rangeOf(e: Expr, box: Box): Range {
  const range = (part: Expr): Range => rangeOf(part, box);
  switch (e.kind) {
    case 'rational': {
      const value = toNumber(e);
      return enclosure(value, value, e.numerator === 0n);
    }
    case 'pi':
      return enclosure(Math.PI, Math.PI, false);
    case 'symbol':
      return Object.hasOwn(box, e.name) ? box[e.name] : REAL;
    case 'sum':
      return e.terms.map(range).reduce(sum);
    case 'product':
      return e.factors.map(range).reduce(product);
    case 'power':
      return power(range(e.base), e.exponent);
    case 'call':
      return call(e, range);
  }
}

function sum(a: Range, b: Range): Range {
  const sameSign = (isNonnegative(a) && isNonnegative(b)) || (isNonpositive(a) && isNonpositive(b));
  if (sameSign) return enclosure(a.lo + b.lo, a.hi + b.hi, a.zero && b.zero);
  // Cancellation: the slack belongs to the terms, not to their sum.
  const slack = (x: number, y: number): number => SLACK * (Math.abs(x) + Math.abs(y));
  return enclosure(a.lo + b.lo - slack(a.lo, b.lo), a.hi + b.hi + slack(a.hi, b.hi), true);
}

function product(a: Range, b: Range): Range {
  const ends = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi].map((x) => (Number.isNaN(x) ? 0 : x));
  return enclosure(Math.min(...ends), Math.max(...ends), a.zero || b.zero);
}

function power(base: Range, exponent: Expr): Range {
  if (exponent.kind !== 'rational') return { ...(isNonnegative(base) ? POSITIVE : REAL), zero: base.zero };
  const y = toNumber(exponent);
  if (y < 0) return reciprocal(power(base, { ...exponent, numerator: -exponent.numerator }));
  const isInteger = exponent.denominator === 1n;
  if (isInteger && exponent.numerator % 2n === 1n) {
    return enclosure(oddPower(base.lo, y), oddPower(base.hi, y), base.zero);
  }
  // An even power sees the modulus only; a fractional one is defined for a base ≥ 0 only.
  const size = isInteger ? modulus(base) : { ...base, lo: Math.max(base.lo, 0) };
  return size.hi < 0 ? REAL : enclosure(oddPower(size.lo, y), oddPower(size.hi, y), size.zero);
}

const oddPower = (x: number, y: number): number => Math.sign(x) * Math.exp(y * Math.log(Math.abs(x)));

function modulus(r: Range): Range {
  const size = Math.max(Math.abs(r.lo), Math.abs(r.hi));
  return { lo: Math.max(r.lo, -r.hi, 0), hi: size, zero: r.zero };
}

function reciprocal(r: Range): Range {
  if (isNonnegative(r)) return enclosure(1 / r.hi, r.lo === 0 ? Infinity : 1 / r.lo, false);
  if (isNonpositive(r)) return enclosure(r.hi === 0 ? -Infinity : 1 / r.hi, 1 / r.lo, false);
  return { ...REAL, zero: false };
}

function call(e: Extract<Expr, { kind: 'call' }>, range: (part: Expr) => Range): Range {
  const [a, b] = e.args.map(range);
  switch (e.name) {
    case 'exp':
      return enclosure(Math.exp(a.lo), Math.exp(a.hi), false);
    case 'log':
      return enclosure(Math.log(Math.max(a.lo, 0)), Math.log(a.hi), true);
    case 'sqrt':
      return enclosure(Math.sqrt(Math.max(a.lo, 0)), Math.sqrt(a.hi), a.zero);
    case 'abs':
      return modulus(a);
    case 'sin':
    case 'cos':
      return { lo: -1, hi: 1, zero: true };
    case 'erf':
      return enclosure(erf(a.lo), erf(a.hi), a.zero);
    case 'atan2':
      return enclosure(-Math.PI, Math.PI, true);
    case 'min':
      return enclosure(Math.min(a.lo, b.lo), Math.min(a.hi, b.hi), a.zero || b.zero);
    case 'max':
      return enclosure(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi), a.zero || b.zero);
    case 'gammaP2':
      return isNonnegative(a)
        ? enclosure(gammaP2(a.lo), gammaP2(a.hi), a.zero)
        : { ...POSITIVE, zero: a.zero };
  }
}
