import { call, mul, pow } from './construct.js';
import type { Expr } from './expression.js';
import { expandDefinitions } from './definitions.js';
import { mapParts } from './walk.js';

/** Rewrites gammaP2 by its definition and x^y, for y other than a half-integer, as e^{y log x}. */
export function elementary(e: Expr): Expr {
  return withoutPowers(expandDefinitions(e));
}

function withoutPowers(e: Expr): Expr {
  if (e.kind !== 'power') return mapParts(e, withoutPowers);
  const [base, exponent] = [withoutPowers(e.base), withoutPowers(e.exponent)];
  if (exponent.kind === 'rational' && exponent.denominator <= 2n) return pow(base, exponent);
  return call('exp', mul(exponent, call('log', base)));
}
