import { call, mul, neg } from './construct.js';
import type { Expr } from './expression.js';
import type { Box } from './range.js';
import { isNonnegative, isNonpositive, POSITIVE, rangeOf } from './range.js';
import { mapParts } from './walk.js';

/**
 * Removes abs() where the signs of the factors follow from `positive`, symbols that are > 0 (all others are
 * real): abs(−w·x·y) → w·x·abs(y).
 */
export function resolveSigns(e: Expr, positive: Iterable<string>): Expr {
  const box: Box = Object.fromEntries([...positive].map((name) => [name, POSITIVE]));
  const resolve = (part: Expr): Expr => {
    const inner = mapParts(part, resolve);
    return inner.kind === 'call' && inner.name === 'abs' ? modulus(inner.args[0], box) : inner;
  };
  return resolve(e);
}

function modulus(e: Expr, box: Box): Expr {
  const range = rangeOf(e, box);
  if (isNonnegative(range)) return e;
  if (isNonpositive(range)) return neg(e);
  return e.kind === 'product' ? mul(...e.factors.map((factor) => modulus(factor, box))) : call('abs', e);
}
