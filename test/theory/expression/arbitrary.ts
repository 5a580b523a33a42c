import fc from 'fast-check';
import {
  add,
  call,
  div,
  mul,
  neg,
  PI,
  pow,
  rational,
  sub,
  sym,
} from '../../../theory/expression/construct.js';
import type { Expr } from '../../../theory/expression/expression.js';
import { ExpressionError } from '../../../theory/expression/expression.js';

/** Falls back to the first operand where an operation does not exist (a division by the literal 0). */
function orFirst(build: () => Expr, first: Expr): Expr {
  try {
    return build();
  } catch (error) {
    if (error instanceof ExpressionError) return first;
    throw error;
  }
}

export const rationals = fc
  .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 12 }))
  .map(([p, q]) => rational(p, q));

const leaves = fc.oneof(
  { weight: 2, arbitrary: rationals },
  { weight: 4, arbitrary: fc.constantFrom('x', 'y', 's1', 'sigma').map(sym) },
  { weight: 1, arbitrary: fc.constant(PI) },
);

const exponents = fc.constantFrom(-2, -1, 2, 3).map((n) => rational(n));
const fractions = fc.constantFrom(
  rational(1, 2),
  rational(-1, 2),
  rational(3, 2),
  rational(-1, 3),
  rational(2, 5),
);

/** Every kind of expression over x, y, s1, sigma, valid or not at any given point. */
export const expressions: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    leaves,
    fc.array(tie('e'), { minLength: 2, maxLength: 4 }).map((terms) => add(...terms)),
    fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map((factors) => mul(...factors)),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => sub(a, b)),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => orFirst(() => div(a, b), a)),
    tie('e').map(neg),
    fc.tuple(tie('e'), fc.oneof(exponents, fractions, tie('e'))).map(([a, b]) => orFirst(() => pow(a, b), a)),
    fc
      .tuple(fc.constantFrom('exp', 'log', 'sqrt', 'abs', 'sin', 'cos', 'erf', 'gammaP2'), tie('e'))
      .map(([name, a]) => call(name, a)),
    fc
      .tuple(fc.constantFrom('atan2', 'min', 'max'), tie('e'), tie('e'))
      .map(([name, a, b]) => call(name, a, b)),
  ),
})).e;

/** Smooth expressions in x and y that are defined and moderate for x, y in [1/2, 2]. */
export const smooth: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(fc.constantFrom('x', 'y').map(sym), rationals),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => add(a, b)),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => mul(a, b)),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => div(a, add(pow(b, 2), rational(1)))),
    tie('e').map((a) => call('sqrt', add(pow(a, 2), rational(1, 3)))),
    fc.constantFrom('x', 'y').map((name) => pow(sym(name), rational(3, 2))),
    tie('e').map((a) => call('exp', neg(pow(call('sin', a), 2)))),
    tie('e').map((a) => call('log', add(pow(a, 2), rational(2)))),
    fc
      .tuple(fc.constantFrom('sin', 'cos', 'erf', 'gammaP2'), tie('e'))
      .map(([name, a]) => call(name, div(a, add(pow(a, 2), rational(1))))),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => call('atan2', a, add(pow(b, 2), rational(1)))),
  ),
})).e;
