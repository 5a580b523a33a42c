import fc from 'fast-check';
import { add, call, div, mul, neg, pow, rational, sub, sym } from '../../../theory/expression/construct.js';
import type { Expr } from '../../../theory/expression/expression.js';
import { mapParts, parts } from '../../../theory/expression/walk.js';

const [x, y] = [sym('x'), sym('y')];
const constants = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .map(([p, q]) => rational(p, q));
const positive = (a: Expr): Expr => add(pow(a, 2), rational(1));

/** Expressions in x, y > 0 of the kind met in derivations: rational, with exponentials and square roots. */
export const derivational: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(fc.constantFrom(x, y, x, y), constants),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => add(a, b)),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => mul(a, b)),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => div(a, positive(b))),
    fc.tuple(tie('e'), fc.integer({ min: 2, max: 3 })).map(([a, n]) => pow(a, n)),
    tie('e').map((a) => mul(x, call('exp', neg(div(pow(a, 2), positive(y)))))),
    fc.constantFrom(x, y).map((a) => call('sqrt', add(pow(a, 2), rational(1)))),
    tie('e').map((a) => call('erf', a)),
    fc.constantFrom(x, y).map((a) => call('abs', mul(rational(-2), a))),
  ),
})).e;

/** Expressions in x > 0 that computer-algebra systems integrate now and then. */
export const integrable: fc.Arbitrary<Expr> = fc
  .tuple(
    fc.constantFrom(x, pow(x, 2), pow(x, 3), rational(1), sub(x, rational(2))),
    fc.constantFrom(
      call('exp', neg(pow(x, 2))),
      call('exp', neg(mul(rational(3), x))),
      div(rational(1), add(x, y)),
      div(rational(1), pow(add(mul(rational(2), x), y), 2)),
      div(rational(1), add(pow(x, 2), pow(y, 2))),
      call('sqrt', add(x, y)),
      call('sqrt', add(pow(x, 2), rational(1))),
      add(x, pow(y, 3)),
      call('exp', neg(mul(y, x))),
      call('exp', neg(mul(y, pow(x, 2)))),
    ),
    constants,
  )
  .map(([a, b, c]) => add(mul(a, b), mul(c, x)));

/** Rewritings that keep the value for all x, y > 0, chosen by a number. */
const RULES: readonly ((e: Expr) => Expr)[] = [
  (e) => sub(add(e, mul(x, y)), mul(y, x)),
  (e) => div(mul(e, add(x, y)), add(y, x)),
  (e) => mul(e, call('exp', x), call('exp', neg(x))),
  (e) => (e.kind === 'sum' ? add(...[...e.terms].reverse()) : e),
  (e) => (e.kind === 'product' ? mul(...[...e.factors].reverse()) : e),
  (e) => (e.kind === 'call' && e.name === 'exp' ? pow(call('exp', div(e.args[0], rational(2))), 2) : e),
  (e) => (e.kind === 'call' && e.name === 'erf' ? neg(call('erf', neg(e.args[0]))) : e),
  (e) => (e.kind === 'call' && e.name === 'abs' ? call('sqrt', pow(e.args[0], 2)) : e),
  (e) => (e.kind === 'symbol' ? pow(call('sqrt', e), 2) : e),
  (e) => (e.kind === 'symbol' ? mul(call('sqrt', mul(e, x)), call('sqrt', div(e, x))) : e),
  (e) => {
    if (e.kind !== 'product' || e.factors.length < 2) return e;
    const [first, ...rest] = e.factors;
    return first.kind === 'sum' ? add(...first.terms.map((term) => mul(term, ...rest))) : e;
  },
];

/** Applies the function to the part that comes at this place of a depth-first walk (modulo their number). */
function atPlace(e: Expr, place: number, change: (part: Expr) => Expr): Expr {
  const size = (part: Expr): number => 1 + parts(part).reduce((total, p) => total + size(p), 0);
  let left = place % size(e);
  const walk = (part: Expr): Expr => {
    if (left-- === 0) return change(part);
    return left < 0 ? part : mapParts(part, walk);
  };
  return walk(e);
}

export const rewritten = (e: Expr, place: number, rule: number): Expr =>
  atPlace(e, place, RULES[rule % RULES.length]);

const DAMAGES: readonly ((e: Expr) => Expr)[] = [
  (e) => neg(e),
  (e) => mul(rational(3, 2), e),
  (e) => add(e, rational(1, 1000)),
  (e) => mul(e, x),
  (e) => (e.kind === 'symbol' ? (e.name === 'x' ? y : x) : pow(e, 2)),
  (e) => (e.kind === 'sum' ? add(...e.terms.slice(1)) : mul(rational(999, 1000), e)),
  (e) => (e.kind === 'call' ? e.args[0] : add(e, mul(rational(1, 100000), y))),
];

/** A change of one part that as a rule changes the value. */
export const damaged = (e: Expr, place: number, damage: number): Expr =>
  atPlace(e, place, DAMAGES[damage % DAMAGES.length]);
