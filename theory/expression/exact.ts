import { degreeBound } from './degree.js';
import type { Draws } from './draws.js';
import { elementary } from './elementary.js';
import { ExactPoint } from './exact-point.js';
import type { Exponentials } from './exponentials.js';
import { exponentialsOf } from './exponentials.js';
import type { Expr } from './expression.js';
import { ExpressionError } from './expression.js';
import { print } from './print.js';
import { isZeroElement } from './quadratic.js';
import type { Box } from './range.js';
import { toNumber } from './rational.js';
import { SAMPLE_BITS } from './sample.js';
import { Inapplicable, Undefined, Unsure } from './undecidable.js';

/** What exact arithmetic at random points says of e = 0 on a box. */
export type ExactOutcome =
  /** Zero at all points; `unsettled` names a part whose sign changes on the box, which points cannot exhaust. */
  | { readonly kind: 'zero'; readonly points: number; readonly degree: number; readonly unsettled?: string }
  /** A counterexample: an algebraic expression with a non-zero value. */
  | { readonly kind: 'nonzero'; readonly at: Readonly<Record<string, number>> }
  /** Not zero as a formal expression of independent transcendentals; zero only if they are related. */
  | { readonly kind: 'formal' }
  | { readonly kind: 'inapplicable'; readonly reason: string };

/** The odds of error that the number of points is chosen for: 2^-100. */
const ERROR_BITS = 100;
const MAX_POINTS = 40;

/**
 * Evaluates e exactly at as many random points of the box as the Schwartz–Zippel bound asks for: a non-zero
 * polynomial of degree d vanishes at a random point of S^n with probability at most d/|S|, here |S| = 2^22, so
 * k points with k·log₂(|S|/d) ≥ 100 leave odds of 2^-100. The polynomial is the norm over the square roots of
 * the numerator of e, in the symbols and in the transcendental numbers, which stand for independent variables.
 */
export function exactly(e: Expr, box: Box, draws: Draws): ExactOutcome {
  try {
    const expression = elementary(e);
    return atPoints(expression, box, draws, exponentialsOf(expression, box, draws));
  } catch (error) {
    // An ExpressionError is a literal division by zero that rewriting has brought to light.
    if (error instanceof Inapplicable || error instanceof ExpressionError)
      return { kind: 'inapplicable', reason: error.message };
    if (error instanceof Undefined || error instanceof Unsure) {
      return { kind: 'inapplicable', reason: `${error.message} at a point of the domain` };
    }
    throw error;
  }
}

function atPoints(e: Expr, box: Box, draws: Draws, exponentials: Exponentials): ExactOutcome {
  const base = degreeBound(e, exponentials.degree);
  let [points, needed, degree, unsure] = [0, 1, base, 0];
  let { unsettled } = exponentials;
  while (points < needed) {
    const at = new ExactPoint(box, draws, exponentials);
    try {
      if (!isZeroElement(at.evaluate(e))) {
        const symbols = Object.entries(at.symbols).map(([name, value]) => [name, toNumber(value)] as const);
        return at.isFormal ? { kind: 'formal' } : { kind: 'nonzero', at: Object.fromEntries(symbols) };
      }
    } catch (error) {
      if (!(error instanceof Unsure) || ++unsure > MAX_POINTS) throw error;
      continue;
    }
    unsettled ??= at.unsettled;
    points++;
    degree = Math.max(degree, base * (1 << at.field.radicands));
    needed = Math.ceil(ERROR_BITS / (SAMPLE_BITS - Math.log2(degree)));
    if (!(needed >= 1 && needed <= MAX_POINTS)) throw new Inapplicable(`the degree ${degree} is too large`);
  }
  return {
    kind: 'zero',
    points,
    degree,
    ...(unsettled === undefined ? {} : { unsettled: print(unsettled) }),
  };
}
