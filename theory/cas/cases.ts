import { sub } from '../expression/construct.js';
import { digits } from '../expression/digits.js';
import type { Expr } from '../expression/expression.js';
import { print } from '../expression/print.js';
import type { Box } from '../expression/range.js';
import { isNonnegative, isNonpositive, isPositive, rangeOf } from '../expression/range.js';
import { some } from '../expression/walk.js';

/**
 * A part of e whose sign makes a case distinction that the boxes do not settle and that the points saw from one
 * side only, printed: abs(x − 10^6) is 10^6 − x at every small x. Undefined if there is none.
 */
export function unseenCase(
  e: Expr,
  boxes: readonly Box[],
  points: readonly Readonly<Record<string, number>>[],
): string | undefined {
  const open = distinctions(e).filter(({ isSettled }) => !boxes.every((box) => isSettled(box)));
  const unseen = open.find(({ sign }) => {
    const signs = points.map((at) => digits(sign, at).value);
    return !(signs.some((s) => s.isNegative()) && signs.some((s) => s.isPositive()));
  });
  return unseen && print(unseen.sign);
}

interface Distinction {
  /** The expression whose sign decides. */
  readonly sign: Expr;
  readonly isSettled: (box: Box) => boolean;
}

function distinctions(e: Expr): Distinction[] {
  const found: Distinction[] = [];
  const oneSided = (sign: Expr) => (box: Box) => {
    const range = rangeOf(sign, box);
    return isNonnegative(range) || isNonpositive(range);
  };
  some(e, (part) => {
    if (part.kind === 'call' && ['abs', 'min', 'max'].includes(part.name)) {
      const sign = part.name === 'abs' ? part.args[0] : sub(part.args[0], part.args[1]);
      found.push({ sign, isSettled: oneSided(sign) });
    }
    if (part.kind === 'power' && part.exponent.kind === 'rational' && part.exponent.denominator === 2n) {
      const radicand = part.base;
      // √(P²) = |P|; of a radicand that is not written as a square nothing is known but that it is ≥ 0.
      found.push({ sign: evenRoot(radicand), isSettled: (box) => isPositive(rangeOf(radicand, box)) });
    }
    return false;
  });
  return found;
}

function evenRoot(e: Expr): Expr {
  const isEven =
    e.kind === 'power' &&
    e.exponent.kind === 'rational' &&
    e.exponent.denominator === 1n &&
    e.exponent.numerator % 2n === 0n;
  return isEven ? e.base : e;
}
