import { add, call, mul, pow } from './construct.js';
import type { Expr } from './expression.js';

/** The direct parts of an expression. */
export function parts(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'sum':
      return e.terms;
    case 'product':
      return e.factors;
    case 'power':
      return [e.base, e.exponent];
    case 'call':
      return e.args;
    default:
      return [];
  }
}

/** The expression rebuilt (and recanonicalised) from the images of its direct parts. */
export function mapParts(e: Expr, image: (part: Expr) => Expr): Expr {
  switch (e.kind) {
    case 'sum':
      return add(...e.terms.map(image));
    case 'product':
      return mul(...e.factors.map(image));
    case 'power':
      return pow(image(e.base), image(e.exponent));
    case 'call':
      return call(e.name, ...e.args.map(image));
    default:
      return e;
  }
}

/** Whether the expression or any part of it satisfies the predicate. */
export function some(e: Expr, predicate: (part: Expr) => boolean): boolean {
  return predicate(e) || parts(e).some((part) => some(part, predicate));
}

/** The names of the symbols in the expression. */
export function symbolsOf(e: Expr): Set<string> {
  const names = new Set<string>();
  some(e, (part) => {
    if (part.kind === 'symbol') names.add(part.name);
    return false;
  });
  return names;
}
