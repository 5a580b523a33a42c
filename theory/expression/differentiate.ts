import { add, call, div, mul, neg, PI, pow, rational, sqrt, sub } from './construct.js';
import type { Expr } from './expression.js';
import { ExpressionError } from './expression.js';
import { symbolsOf } from './walk.js';

/**
 * ∂e/∂variable, exact, valid where e is differentiable (so not at the zeros of an abs). Throws ExpressionError
 * for min and max of the variable, which have no derivative among expressions.
 */
export function differentiate(e: Expr, variable: string): Expr {
  if (!symbolsOf(e).has(variable)) return rational(0);
  const d = (part: Expr): Expr => differentiate(part, variable);
  switch (e.kind) {
    case 'sum':
      return add(...e.terms.map(d));
    case 'product':
      return add(
        ...e.factors.map((factor, k) => mul(...e.factors.slice(0, k), d(factor), ...e.factors.slice(k + 1))),
      );
    case 'power': {
      const fromBase = mul(e.exponent, pow(e.base, sub(e.exponent, rational(1))), d(e.base));
      const exponentRate = d(e.exponent);
      if (exponentRate.kind === 'rational' && exponentRate.numerator === 0n) return fromBase;
      return add(fromBase, mul(e, call('log', e.base), exponentRate));
    }
    case 'call':
      return callDerivative(e, d);
    default:
      return rational(1);
  }
}

function callDerivative(e: Extract<Expr, { kind: 'call' }>, d: (part: Expr) => Expr): Expr {
  const u = e.args[0];
  const chain = (outer: Expr): Expr => mul(outer, d(u));
  switch (e.name) {
    case 'exp':
      return chain(e);
    case 'log':
      return chain(div(rational(1), u));
    case 'sqrt':
      return chain(div(rational(1, 2), sqrt(u)));
    case 'abs':
      return chain(div(u, e));
    case 'sin':
      return chain(call('cos', u));
    case 'cos':
      return chain(neg(call('sin', u)));
    case 'erf':
      return chain(div(mul(rational(2), call('exp', neg(pow(u, 2)))), sqrt(PI)));
    case 'gammaP2':
      return chain(mul(u, call('exp', neg(u))));
    case 'atan2': {
      const [y, x] = [u, e.args[1]];
      return div(sub(mul(x, d(y)), mul(y, d(x))), add(pow(x, 2), pow(y, 2)));
    }
    case 'min':
    case 'max':
      throw new ExpressionError(
        `got the derivative of ${e.name}, expected a smooth function: work piece by piece`,
      );
  }
}
