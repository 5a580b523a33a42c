import type { Domain } from '../cas/judge.js';
import { mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { substitute } from '../expression/substitute.js';
import { parts, symbolsOf } from '../expression/walk.js';
import { holds, NoDerivation } from './step.js';

const W = sym('w');

/** p = factor · e^{−rate·w^power} with factor and rate free of w; undefined if p itself is free of w. */
export async function splitExponential(
  p: Expr,
  domain: Domain,
): Promise<{ factor: Expr; rate: Expr; power: 1 | 2 } | undefined> {
  if (!symbolsOf(p).has('w')) return undefined;
  const exponent = exponentOf(p);
  if (!exponent)
    throw new NoDerivation('the density on the line b = −wx is neither constant in w nor an exponential');
  const factor = replaceExponential(p);
  const rate = neg(substitute(exponent, { w: rational(1) }));
  for (const power of [2, 1] as const) {
    // Only a monomial in w passes.
    if (await holds(sub(exponent, neg(mul(rate, pow(W, power)))), domain)) return { factor, rate, power };
  }
  throw new NoDerivation('the exponent of the density on the line b = −wx is not a multiple of w or w²');
}

function exponentOf(e: Expr): Expr | undefined {
  if (e.kind === 'call' && e.name === 'exp') return e.args[0];
  return parts(e)
    .map(exponentOf)
    .find((found) => found !== undefined);
}

function replaceExponential(e: Expr): Expr {
  if (e.kind === 'call' && e.name === 'exp') return rational(1);
  return e.kind === 'product' ? mul(...e.factors.map(replaceExponential)) : e;
}
