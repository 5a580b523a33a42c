import type { Digits } from './digits.js';
import { digits, vanishes } from './digits.js';
import type { Expr } from './expression.js';
import type { Rational } from './rational.js';
import { bitLength } from './rational.js';
import { Real, realOf } from './real.js';
import { Unsure } from './undecidable.js';
import { parts } from './walk.js';

type Point = Readonly<Record<string, number>>;

/** A zero is believed at this many digits beyond those that the sizes of the parts take up. */
const DIGITS = 240;
const MAX_DIGITS = 700;
/** Steps of precision, so that few arithmetics are in use. */
const STEP = 60;

/**
 * e at the point as in `digits`, but a value that vanishes to 60 digits is computed again with enough digits that
 * no part, however small beside the others (e^{−120}, 1 − erf(20), 10^{−50}), is lost in rounding. Throws Unsure
 * where that would take more than 700 digits, otherwise as `digits` does.
 */
export function resolved(e: Expr, point: Point): Digits {
  for (let precision = Real.precision; ;) {
    const values = new Map<Expr, Digits>();
    const result = digits(e, point, realOf(precision), values);
    if (!vanishes(result)) return result;
    // More digits may bring out parts that were zero to fewer.
    const needed = DIGITS + hiddenDigits(e, values);
    if (needed <= precision) return result;
    if (!(needed <= MAX_DIGITS)) throw new Unsure(`parts of too unequal size for ${MAX_DIGITS} digits`);
    precision = STEP * Math.ceil(needed / STEP);
  }
}

/** The decimal places that all parts of e together may shift its value. */
function hiddenDigits(e: Expr, values: ReadonlyMap<Expr, Digits>): number {
  const inside = parts(e).reduce((total, part) => total + hiddenDigits(part, values), 0);
  const places = (part: Expr): number => {
    const known = values.get(part);
    return known === undefined || vanishes(known) ? 0 : Math.abs(known.value.e);
  };
  const own = places(e);
  if (e.kind === 'rational') return Math.LOG10E * Math.LN2 * longest(e);
  if (e.kind !== 'call') return inside + own;
  const x = values.get(e.args[0])?.value.toNumber() ?? 0;
  // 1 − erf x ~ e^{−x²} and 1 − P(2, x) ~ x e^{−x}, and cos x ~ 1 − x²/2 for small x.
  if (e.name === 'erf') return inside + own + (x * x) / Math.LN10;
  if (e.name === 'gammaP2') return inside + own + Math.abs(x) / Math.LN10;
  return inside + own + (e.name === 'cos' ? places(e.args[0]) : 0);
}

const longest = ({ numerator, denominator }: Rational): number =>
  Math.max(bitLength(numerator), bitLength(denominator));
