import { digits, vanishes } from '../expression/digits.js';
import { orthants } from '../expression/domain.js';
import { drawsFor } from '../expression/draws.js';
import type { Draws } from '../expression/draws.js';
import type { ExactOutcome } from '../expression/exact.js';
import { exactly } from '../expression/exact.js';
import type { Expr } from '../expression/expression.js';
import { print } from '../expression/print.js';
import type { Box } from '../expression/range.js';
import { resolved } from '../expression/resolved.js';
import { sampleDouble, sampleFar } from '../expression/sample.js';
import { Undefined, Unsure } from '../expression/undecidable.js';
import { some, symbolsOf } from '../expression/walk.js';
import { openCases } from './cases.js';
import { unseenBranch, unseenSide } from './unseen.js';

type Point = Readonly<Record<string, number>>;

/** What arithmetic of 60 or more digits at random points says of e = 0 on a box. */
export type DigitsOutcome =
  | { readonly kind: 'zero'; readonly points: readonly Point[] }
  | { readonly kind: 'nonzero'; readonly at: Point; readonly value: number }
  | { readonly kind: 'undefined'; readonly reason: string };

export interface Testimony {
  readonly exact: ExactOutcome;
  readonly digits: DigitsOutcome;
  /** Why the zeros at the points mean little: case distinctions that they have not exhausted. */
  readonly unseen: string | undefined;
}

/** As many points at moderate values and, where they have a value, as many again at values of any size. */
const POINTS = 12;
/** The same where two or more case distinctions combine. */
const POINTS_IN_CASES = 32;
/** Zeros to 240 digits at fewer points than this support nothing. */
const ENOUGH = 6;
const MAX_ORTHANTS = 8;

/** Whether exact arithmetic settles that e = 0. */
export const isProof = (exact: ExactOutcome): boolean =>
  exact.kind === 'zero' && exact.unsettled === undefined;

/**
 * The two judges of e = 0 on a box: exact arithmetic and decimal digits, both at random points that depend on e
 * only. Where a case distinction may see a change of sign the box is cut at 0 along the symbols inside it, and each
 * part is tried. Where exact arithmetic is no proof, a zero has to hold to 240 digits.
 */
export function testify(e: Expr, box: Box): Testimony {
  const draws = drawsFor(print(e));
  const boxes = partsOf(e, box);
  const exact = combined(boxes.map((part) => exactly(e, part, draws)));
  if (isProof(exact)) return { exact, digits: inDigits(e, boxes, draws, POINTS), unseen: undefined };
  const open = openCases(e, boxes);
  const coarse = inDigits(e, boxes, draws, open.length > 1 ? POINTS_IN_CASES : POINTS);
  if (coarse.kind !== 'zero') return { exact, digits: coarse, unseen: undefined };
  const oneSided = unseenSide(open, coarse.points);
  if (oneSided !== undefined) return { exact, digits: coarse, unseen: oneSided };
  // Without cases e is one analytic function: the moderate points, which come first, decide for all.
  const enough = open.length > 0 ? coarse.points : coarse.points.slice(0, Math.max(POINTS, boxes.length));
  const fine = inDepth(e, enough);
  const missed =
    fine.kind === 'zero' ? (unseenSide(open, fine.points) ?? unseenBranch(e, boxes, fine.points)) : undefined;
  return { exact, digits: fine, unseen: missed };
}

/** The judgement of 60 digits alone. */
export function testifyInDigits(e: Expr, box: Box): DigitsOutcome {
  return inDigits(e, partsOf(e, box), drawsFor(print(e)), POINTS);
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
      part.kind === 'power' && !(part.exponent.kind === 'rational' && part.exponent.denominator === 1n);
    const isCase = part.kind === 'call' && ['abs', 'min', 'max', 'log', 'atan2'].includes(part.name);
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

function inDigits(e: Expr, boxes: readonly Box[], draws: Draws, atLeast: number): DigitsOutcome {
  const count = Math.max(atLeast, 4 * boxes.length);
  const points: Point[] = [];
  let unsure = 0;
  for (let k = 0; k < 2 * count + unsure; k++) {
    // First the moderate points, which all count; what is too large or too close to call far out is left out.
    const isFar = k >= count + unsure;
    const at = drawn(boxes[k % boxes.length], draws, isFar);
    try {
      const result = digits(e, at);
      if (!vanishes(result)) return { kind: 'nonzero', at, value: result.value.toNumber() };
      points.push(at);
    } catch (error) {
      if (error instanceof Unsure && (isFar || ++unsure <= count)) continue;
      if (!(error instanceof Unsure) && !(error instanceof Undefined)) throw error;
      return { kind: 'undefined', reason: `${error.message} at ${pointText(at)}` };
    }
  }
  return { kind: 'zero', points };
}

/** The points at which e = 0 to 240 digits or more; those that would take too many are left out. */
function inDepth(e: Expr, points: readonly Point[]): DigitsOutcome {
  const settled: Point[] = [];
  let reason = 'no points';
  for (const at of points) {
    try {
      const result = resolved(e, at);
      if (!vanishes(result)) return { kind: 'nonzero', at, value: result.value.toNumber() };
      settled.push(at);
    } catch (error) {
      if (!(error instanceof Unsure) && !(error instanceof Undefined)) throw error;
      reason = `${error.message} at ${pointText(at)}`;
    }
  }
  return settled.length >= ENOUGH ? { kind: 'zero', points: settled } : { kind: 'undefined', reason };
}

/** A point of the box; a far one has each coordinate far out with odds of one half. */
function drawn(box: Box, draws: Draws, isFar: boolean): Point {
  return Object.fromEntries(
    Object.entries(box).map(([name, range]) => {
      const sample = isFar && draws.bits(1) === 0 ? sampleFar : sampleDouble;
      return [name, sample(range, draws)] as const;
    }),
  );
}

/** A point in one line: `x = 1.5, s = 0.25`. */
export function pointText(at: Readonly<Record<string, number>>): string {
  return (
    Object.entries(at)
      .map(([name, value]) => `${name} = ${value}`)
      .join(', ') || 'every point'
  );
}
