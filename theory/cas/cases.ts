import { sub } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { print } from '../expression/print.js';
import type { Box, Range } from '../expression/range.js';
import { isNonnegative, isNonpositive, keepsSign, rangeOf } from '../expression/range.js';
import { some } from '../expression/walk.js';

/**
 * The parts of e at whose zeros it may change from one analytic function to another, and which may have zeros on
 * the boxes: where abs, min, max, a root, a logarithm, a power, atan2 or a denominator has its corner, cut or pole.
 * An identity that holds near one point holds as far as the next of these.
 */
export function openCases(e: Expr, boxes: readonly Box[]): Expr[] {
  const open = new Map<string, Expr>();
  some(e, (part) => {
    for (const { sign, isSettled } of distinctions(part)) {
      if (!boxes.every(isSettled)) open.set(print(sign), sign);
    }
    return false;
  });
  return [...open.values()];
}

/** The expressions whose signs decide the case distinction that e itself (not a part of it) makes, if it makes one. */
export const decidingSigns = (e: Expr): Expr[] => distinctions(e).map(({ sign }) => sign);

interface Distinction {
  /** The expression whose sign decides. */
  readonly sign: Expr;
  readonly isSettled: (box: Box) => boolean;
}

function distinctions(e: Expr): Distinction[] {
  if (e.kind === 'power') return powerCases(e.base, e.exponent);
  if (e.kind !== 'call') return [];
  const [a, b] = e.args;
  switch (e.name) {
    case 'abs':
      return [oneSided(a)];
    case 'min':
    case 'max':
      return [oneSided(sub(a, b))];
    case 'log':
      return [unbroken(a)];
    case 'atan2':
      // The cut is where a changes sign with b < 0; at the origin only b need change sign.
      return [
        { sign: a, isSettled: (box) => hasOneSign(rangeOf(a, box)) || keepsSign(rangeOf(b, box)) },
        { sign: b, isSettled: (box) => hasOneSign(rangeOf(b, box)) || isNonzero(rangeOf(a, box)) },
      ];
    default:
      return [];
  }
}

function powerCases(base: Expr, exponent: Expr): Distinction[] {
  if (exponent.kind !== 'rational' || exponent.denominator !== 1n) return [unbroken(base)];
  if (exponent.numerator > 0n) return [];
  return [{ sign: evenRoot(base).root, isSettled: (box) => !rangeOf(base, box).zero }];
}

const hasOneSign = (r: Range): boolean => isNonnegative(r) || isNonpositive(r);
const isNonzero = (r: Range): boolean => hasOneSign(r) && !r.zero && !r.pole;

const oneSided = (sign: Expr): Distinction => ({
  sign,
  isSettled: (box) => hasOneSign(rangeOf(sign, box)),
});

/** √(P²) = |P| and log(P²) = 2 log |P|; of a number not written as a square nothing is known but that it is ≥ 0. */
const unbroken = (e: Expr): Distinction => ({
  sign: evenRoot(e).root,
  isSettled: (box) => keepsSign(rangeOf(e, box)),
});

/** e = root^degree, with an even degree or 1. */
export function evenRoot(e: Expr): { readonly root: Expr; readonly degree: bigint } {
  const isEven =
    e.kind === 'power' &&
    e.exponent.kind === 'rational' &&
    e.exponent.denominator === 1n &&
    e.exponent.numerator % 2n === 0n;
  return isEven ? { root: e.base, degree: e.exponent.numerator } : { root: e, degree: 1n };
}
