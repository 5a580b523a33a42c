import { add, call, mul, neg, rational, sub } from './construct.js';
import type { Expr } from './expression.js';
import { mapParts } from './walk.js';

/** Rewrites gammaP2(z) as 1 − (1 + z)e^{−z}, for systems that do not know it. */
export function expandDefinitions(e: Expr): Expr {
  const expanded = mapParts(e, expandDefinitions);
  if (expanded.kind !== 'call' || expanded.name !== 'gammaP2') return expanded;
  const z = expanded.args[0];
  return sub(rational(1), mul(add(rational(1), z), call('exp', neg(z))));
}
