import type { Domain } from '../cas/judge.js';
import { add, mul, neg, pow, rational, sub, sym } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { substitute } from '../expression/substitute.js';
import { symbolsOf } from '../expression/walk.js';
import { holds, NoDerivation } from './step.js';

/** p = factor · e^{−rate·w^power} with factor and rate free of w; undefined if p itself is free of w (or `variable`). */
export async function splitExponential(
  p: Expr,
  domain: Domain,
  variable = 'w',
): Promise<{ factor: Expr; rate: Expr; power: 1 | 2 } | undefined> {
  if (!symbolsOf(p).has(variable)) return undefined;
  const exponents = exponentsOf(p);
  if (exponents.length === 0)
    throw new NoDerivation(`the density on the ray is neither constant in ${variable} nor an exponential`);
  const exponent = add(...exponents);
  const factor = replaceExponential(p);
  if (symbolsOf(factor).has(variable))
    throw new NoDerivation(`the density on the ray is an exponential times another function of ${variable}`);
  const rate = neg(substitute(exponent, { [variable]: rational(1) }));
  for (const power of [2, 1] as const) {
    // Only a monomial in the variable passes.
    if (await holds(sub(exponent, neg(mul(rate, pow(sym(variable), power)))), domain))
      return { factor, rate, power };
  }
  throw new NoDerivation(
    `the exponent of the density on the ray is not a multiple of ${variable} or ${variable}²`,
  );
}

/** The arguments of the exponentials among the factors. */
function exponentsOf(e: Expr): Expr[] {
  if (e.kind === 'call' && e.name === 'exp') return [e.args[0]];
  return e.kind === 'product' ? e.factors.flatMap(exponentsOf) : [];
}

function replaceExponential(e: Expr): Expr {
  if (e.kind === 'call' && e.name === 'exp') return rational(1);
  return e.kind === 'product' ? mul(...e.factors.map(replaceExponential)) : e;
}
