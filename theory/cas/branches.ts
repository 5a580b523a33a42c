import { call, mul, neg, pow, rational } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { print } from '../expression/print.js';
import { mapParts } from '../expression/walk.js';
import { decidingSigns, evenRoot } from './cases.js';

/**
 * e with its case distinctions resolved as if the expressions with these printed texts had these signs: for a
 * positive x − y, abs(x − y) becomes x − y, min(x, y) y, √((y − x)²) x − y and log((x − y)²) 2 log(x − y).
 */
export function branch(e: Expr, signs: ReadonlyMap<string, number>): Expr {
  const inner = mapParts(e, (part) => branch(part, signs));
  const deciding = decidingSigns(e);
  const sign = deciding.length === 1 ? signs.get(print(deciding[0])) : undefined;
  if (sign === undefined) return inner;
  const signed = (part: Expr): Expr => (sign < 0 ? neg(branch(part, signs)) : branch(part, signs));
  if (e.kind === 'power') {
    const { root, degree } = evenRoot(e.base);
    return degree === 1n ? inner : pow(signed(root), mul(rational(degree), branch(e.exponent, signs)));
  }
  if (e.kind !== 'call') return inner;
  switch (e.name) {
    case 'abs':
      return signed(e.args[0]);
    case 'min':
    case 'max':
      return branch(e.args[sign < 0 === (e.name === 'min') ? 0 : 1], signs);
    case 'log': {
      const { root, degree } = evenRoot(e.args[0]);
      return degree === 1n ? inner : mul(rational(degree), call('log', signed(root)));
    }
    default:
      return inner;
  }
}
