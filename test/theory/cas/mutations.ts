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

const distances = fc.constantFrom(2, 3, 6, 30).map((n) => pow(rational(10), n));
const moderate = fc.constantFrom(x, y, mul(x, y), add(pow(x, 2), y), div(x, y));

/** Two expressions that agree where the first symbol or part is below the distance, and nowhere else. */
const twins: fc.Arbitrary<readonly [Expr, Expr]> = fc
  .tuple(moderate, distances, fc.nat(6))
  .map(([a, c, k]) => {
    const u = sub(c, a);
    const others: readonly (readonly [Expr, Expr])[] = [
      [u, call('abs', sub(a, c))],
      [u, call('max', sub(a, c), u)],
      [u, call('sqrt', pow(sub(a, c), 2))],
      [a, call('min', a, c)],
      [div(y, u), call('sqrt', pow(div(y, sub(a, c)), 2))],
      [pow(u, -1), call('sqrt', pow(sub(a, c), -2))],
      [call('atan2', u, rational(1)), call('atan2', rational(1), pow(u, -1))],
    ];
    return others[k];
  });

/** Injective on ℝ for all x, y > 0, so that what differs inside differs outside. */
const CONTEXTS: readonly ((e: Expr) => Expr)[] = [
  (e) => e,
  (e) => mul(y, e),
  (e) => add(pow(e, 3), call('sqrt', x)),
  (e) => call('exp', mul(rational(1, 50), e)),
  (e) => mul(call('exp', x), call('exp', neg(div(e, add(y, rational(30)))))),
  (e) => add(e, call('erf', x)),
];
const contexts = fc
  .array(fc.constantFrom(...CONTEXTS), { maxLength: 2 })
  .map((list) => (e: Expr) => list.reduce((inner, context) => context(inner), e));

/** Differences that vanish for moderate x and y, but not far out. */
export const distantFalsehoods: fc.Arbitrary<Expr> = fc
  .tuple(twins, contexts)
  .map(([[a, b], context]) => sub(context(a), context(b)));

/** Positive for x, y > 0, and down to 1e-260 for moderate ones. */
export const tiny: fc.Arbitrary<Expr> = fc.constantFrom(
  call('exp', rational(-120)),
  call('exp', sub(rational(-200), x)),
  call('exp', rational(-600)),
  pow(rational(10), -60),
  mul(pow(rational(10), -60), y),
  mul(pow(rational(10), -50), PI),
  sub(rational(1), call('erf', add(x, rational(20)))),
  sub(rational(1), call('gammaP2', add(y, rational(200)))),
  div(x, add(y, call('exp', rational(150)))),
);

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
  (e) => add(e, mul(rational(1, 1000), call('max', sub(x, rational(1)), rational(0)))),
  (e) => add(e, div(x, sub(x, rational(100)))),
];

/** A change of one part that as a rule changes the value. */
export const damaged = (e: Expr, place: number, damage: number): Expr =>
  atPlace(e, place, DAMAGES[damage % DAMAGES.length]);
