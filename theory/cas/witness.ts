import { digits, vanishes } from '../expression/digits.js';
import { orthants } from '../expression/domain.js';
import { drawsFor } from '../expression/draws.js';
import type { Draws } from '../expression/draws.js';
import type { ExactOutcome } from '../expression/exact.js';
import { exactly } from '../expression/exact.js';
import type { Expr } from '../expression/expression.js';
import { print } from '../expression/print.js';
import type { Box } from '../expression/range.js';
import { sampleDouble } from '../expression/sample.js';
import { Undefined, Unsure } from '../expression/undecidable.js';
import { some, symbolsOf } from '../expression/walk.js';
import { unseenCase } from './cases.js';

/** What 60-digit arithmetic at random points says of e = 0 on a box. */
export type DigitsOutcome =
  | { readonly kind: 'zero'; readonly points: readonly Readonly<Record<string, number>>[] }
  | { readonly kind: 'nonzero'; readonly at: Readonly<Record<string, number>>; readonly value: number }
  | { readonly kind: 'undefined'; readonly reason: string };

export interface Testimony {
  readonly exact: ExactOutcome;
  readonly digits: DigitsOutcome;
  /** A case distinction that the points saw from one side only, so that their zeros mean little. */
  readonly unseen: string | undefined;
}

const POINTS = 12;
const MAX_ORTHANTS = 8;

/**
 * The two judges of e = 0 on a box: exact arithmetic and 60 digits, both at random points that depend on e only.
 * Where abs, min, max or a square root may see a change of sign, the box is cut at 0 along the symbols inside
 * them, and each part is tried.
 */
export function testify(e: Expr, box: Box): Testimony {
  const draws = drawsFor(print(e));
  const boxes = partsOf(e, box);
  const exact = combined(boxes.map((part) => exactly(e, part, draws)));
  const numeric = inDigits(e, boxes, draws);
  const isProof = exact.kind === 'zero' && exact.unsettled === undefined;
  const unseen = numeric.kind === 'zero' && !isProof ? unseenCase(e, boxes, numeric.points) : undefined;
  return { exact, digits: numeric, unseen };
}

/** The judgement of 60 digits alone. */
export function testifyInDigits(e: Expr, box: Box): DigitsOutcome {
  return inDigits(e, partsOf(e, box), drawsFor(print(e)));
}

function partsOf(e: Expr, box: Box): Box[] {
  const parts = orthants(box, symbolsInCases(e));
  return parts.length <= MAX_ORTHANTS ? parts : orthants(box, []);
}

/** The symbols on which a case distinction may depend. */
function symbolsInCases(e: Expr): Set<string> {
  const names = new Set<string>();
  some(e, (part) => {
    const isRoot =
      part.kind === 'power' && part.exponent.kind === 'rational' && part.exponent.denominator !== 1n;
    const isCase = part.kind === 'call' && ['abs', 'min', 'max', 'sqrt'].includes(part.name);
    if (isRoot || isCase) symbolsOf(part).forEach((name) => names.add(name));
    return false;
  });
  return names;
}

/** The outcome for a union of boxes: the first that is not zero decides. */
function combined(outcomes: readonly ExactOutcome[]): ExactOutcome {
  const isZero = (o: ExactOutcome): o is Extract<ExactOutcome, { kind: 'zero' }> => o.kind === 'zero';
  const zeros = outcomes.filter(isZero);
  const worst = outcomes.find((o) => o.kind === 'nonzero') ?? outcomes.find((o) => !isZero(o));
  const points = zeros.reduce((total, o) => total + o.points, 0);
  return worst ?? { ...(zeros.find((o) => o.unsettled !== undefined) ?? zeros[0]), points };
}

function inDigits(e: Expr, boxes: readonly Box[], draws: Draws): DigitsOutcome {
  const count = Math.max(POINTS, 4 * boxes.length);
  const points: Readonly<Record<string, number>>[] = [];
  let unsure = 0;
  while (points.length < count) {
    const ranges = Object.entries(boxes[points.length % boxes.length]);
    const at = Object.fromEntries(ranges.map(([name, range]) => [name, sampleDouble(range, draws)] as const));
    try {
      const result = digits(e, at);
      if (!vanishes(result)) return { kind: 'nonzero', at, value: result.value.toNumber() };
      points.push(at);
    } catch (error) {
      if (error instanceof Unsure && ++unsure <= count) continue;
      if (!(error instanceof Unsure) && !(error instanceof Undefined)) throw error;
      return { kind: 'undefined', reason: `${error.message} at ${pointText(at)}` };
    }
  }
  return { kind: 'zero', points };
}

/** A point in one line: `x = 1.5, s = 0.25`. */
export function pointText(at: Readonly<Record<string, number>>): string {
  return (
    Object.entries(at)
      .map(([name, value]) => `${name} = ${value}`)
      .join(', ') || 'every point'
  );
}
