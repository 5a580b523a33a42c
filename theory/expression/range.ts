import { erf } from './erf.js';
import type { Expr } from './expression.js';
import { gammaP2 } from './gamma-p2.js';
import { toNumber } from './rational.js';

/** An enclosure of the values of an expression: lo ≤ value ≤ hi, and value ≠ 0 unless `zero`. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
  readonly zero: boolean;
  /** Whether a denominator inside may vanish, so that the value may change its sign through ∞. */
  readonly pole: boolean;
}

/** A range for each symbol. */
export type Box = Readonly<Record<string, Range>>;

export const REAL: Range = { lo: -Infinity, hi: Infinity, zero: true, pole: false };
export const POSITIVE: Range = { lo: 0, hi: Infinity, zero: false, pole: false };

// Slack of every end, far above the rounding errors (and the underflow) that it covers.
const SLACK = 1e-12;
const slack = (x: number): number => SLACK * Math.abs(x) + 8 * Number.MIN_VALUE;

/** 1 for values ≥ 0, −1 for values ≤ 0, 0 for an open sign. */
type Sign = -1 | 0 | 1;

/** An enclosure from rounded ends that keeps to a sign known without rounding; an undefined end goes to infinity. */
function enclosure(lo: number, hi: number, sign: Sign, zero: boolean, pole: boolean): Range {
  const below = Number.isFinite(lo) ? lo - slack(lo) : lo === Infinity ? Number.MAX_VALUE : -Infinity;
  const above = Number.isFinite(hi) ? hi + slack(hi) : hi === -Infinity ? -Number.MAX_VALUE : Infinity;
  const low = sign > 0 ? Math.max(below, 0) : below;
  const high = sign < 0 ? Math.min(above, 0) : above;
  return { lo: low, hi: high, zero: zero && low <= 0 && high >= 0, pole };
}

export const isPositive = (r: Range): boolean => r.lo >= 0 && !r.zero;
export const isNonnegative = (r: Range): boolean => r.lo >= 0;
export const isNonpositive = (r: Range): boolean => r.hi <= 0;

const signOf = (r: Range): Sign => (isNonnegative(r) ? 1 : isNonpositive(r) ? -1 : 0);
/** Whether the values are positive and continuous, so that any root of them keeps its sign over the box. */
export const keepsSign = (r: Range): boolean => isPositive(r) && !r.pole;

/**
 * The values that e takes on the box where it is defined (interval arithmetic that also follows whether 0 is
 * attained). Symbols missing from the box are real.
 */
export function rangeOf(e: Expr, box: Box): Range {
  const range = (part: Expr): Range => rangeOf(part, box);
  switch (e.kind) {
    case 'rational': {
      const value = toNumber(e);
      const sign = e.numerator < 0n ? -1 : 1;
      return enclosure(value, value, sign, e.numerator === 0n, false);
    }
    case 'pi':
      return enclosure(Math.PI, Math.PI, 1, false, false);
    case 'symbol':
      return Object.hasOwn(box, e.name) ? box[e.name] : REAL;
    case 'sum':
      return e.terms.map(range).reduce(sum);
    case 'product':
      return e.factors.map(range).reduce(product);
    case 'power':
      return power(range(e.base), e.exponent, range);
    case 'call':
      return call(e, range);
  }
}

function sum(a: Range, b: Range): Range {
  const pole = a.pole || b.pole;
  const sign = signOf(a);
  if (sign !== 0 && sign === signOf(b))
    return enclosure(a.lo + b.lo, a.hi + b.hi, sign, a.zero && b.zero, pole);
  // Cancellation: the slack belongs to the terms, not to their sum.
  return enclosure(
    a.lo + b.lo - slack(a.lo) - slack(b.lo),
    a.hi + b.hi + slack(a.hi) + slack(b.hi),
    0,
    true,
    pole,
  );
}

function product(a: Range, b: Range): Range {
  const ends = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi].map((x) => (Number.isNaN(x) ? 0 : x));
  const sign = (signOf(a) * signOf(b)) as Sign;
  return enclosure(Math.min(...ends), Math.max(...ends), sign, a.zero || b.zero, a.pole || b.pole);
}

function power(base: Range, exponent: Expr, range: (part: Expr) => Range): Range {
  if (exponent.kind !== 'rational') {
    const pole = base.zero || base.pole || range(exponent).pole;
    return { ...(isNonnegative(base) ? POSITIVE : REAL), zero: base.zero, pole };
  }
  const y = toNumber(exponent);
  if (exponent.numerator < 0n)
    return reciprocal(power(base, { ...exponent, numerator: -exponent.numerator }, range));
  const isInteger = exponent.denominator === 1n;
  const { zero, pole } = base;
  if (isInteger && exponent.numerator % 2n === 1n) {
    return enclosure(oddPower(base.lo, y), oddPower(base.hi, y), signOf(base), zero, pole);
  }
  // An even power sees the modulus only; a fractional one is defined for a base ≥ 0 only.
  const size = isInteger ? modulus(base) : { ...base, lo: Math.max(base.lo, 0) };
  return size.hi < 0 ? REAL : enclosure(oddPower(size.lo, y), oddPower(size.hi, y), 1, zero, pole);
}

const oddPower = (x: number, y: number): number => Math.sign(x) * Math.exp(y * Math.log(Math.abs(x)));

function modulus(r: Range): Range {
  const size = Math.max(Math.abs(r.lo), Math.abs(r.hi));
  return { ...r, lo: Math.max(r.lo, -r.hi, 0), hi: size };
}

function reciprocal(r: Range): Range {
  const pole = r.zero || r.pole;
  if (isNonnegative(r)) return enclosure(1 / r.hi, r.lo === 0 ? Infinity : 1 / r.lo, 1, false, pole);
  if (isNonpositive(r)) return enclosure(r.hi === 0 ? -Infinity : 1 / r.hi, 1 / r.lo, -1, false, pole);
  return { ...REAL, zero: false, pole };
}

function call(e: Extract<Expr, { kind: 'call' }>, range: (part: Expr) => Range): Range {
  const [a, b] = e.args.map(range);
  const { zero, pole } = a;
  switch (e.name) {
    case 'exp':
      return enclosure(Math.exp(a.lo), Math.exp(a.hi), 1, false, pole);
    case 'log': {
      const sign = a.lo >= 1 ? 1 : a.hi <= 1 ? -1 : 0;
      return enclosure(Math.log(Math.max(a.lo, 0)), Math.log(a.hi), sign, true, zero || pole);
    }
    case 'sqrt':
      return enclosure(Math.sqrt(Math.max(a.lo, 0)), Math.sqrt(a.hi), 1, zero, pole);
    case 'abs':
      return modulus(a);
    case 'sin':
    case 'cos':
      return { lo: -1, hi: 1, zero: true, pole };
    case 'erf':
      return enclosure(erf(a.lo), erf(a.hi), signOf(a), zero, pole);
    case 'atan2':
      return enclosure(-Math.PI, Math.PI, 0, true, pole || b.pole);
    case 'min':
    case 'max': {
      const [lo, hi] = [Math[e.name](a.lo, b.lo), Math[e.name](a.hi, b.hi)];
      return { lo, hi, zero: zero || b.zero, pole: pole || b.pole };
    }
    case 'gammaP2':
      return isNonnegative(a)
        ? enclosure(gammaP2(a.lo), gammaP2(a.hi), 1, zero, pole)
        : { ...POSITIVE, zero, pole };
  }
}
