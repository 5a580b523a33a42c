import type { Expr } from './expression.js';
import { mapParts } from './walk.js';

export { symbolsOf } from './walk.js';

/** Replaces the symbols named in `values`, all at once; other symbols stay. */
export function substitute(e: Expr, values: Readonly<Record<string, Expr>>): Expr {
  if (e.kind === 'symbol') return Object.hasOwn(values, e.name) ? values[e.name] : e;
  return mapParts(e, (part) => substitute(part, values));
}
