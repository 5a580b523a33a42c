import { digits, vanishes } from '../expression/digits.js';
import type { Expr } from '../expression/expression.js';
import { ExpressionError } from '../expression/expression.js';
import { print } from '../expression/print.js';
import type { Box } from '../expression/range.js';
import type { Real } from '../expression/real.js';
import { resolved } from '../expression/resolved.js';
import { Undefined, Unsure } from '../expression/undecidable.js';
import { branch } from './branches.js';
import { openCases } from './cases.js';

type Point = Readonly<Record<string, number>>;

/** Combinations of cases are tried one by one up to this number of cases. */
const MAX_CASES = 6;
/** A branch is tried at this many points: it is one analytic function. */
const TRIES = 3;

/**
 * The case that was seen from one side only, so that zeros at the points mean little (abs(x − 10^6) is 10^6 − x at
 * every small x), as a sentence; undefined if there is none.
 */
export function unseenSide(open: readonly Expr[], points: readonly Point[]): string | undefined {
  const oneSided = open.find((sign) => {
    const row = valuesOf(sign, points);
    return !(row.some((x) => x.gt(0)) && row.some((x) => x.lt(0)));
  });
  return oneSided && `the sign of ${print(oneSided)} is open but was the same at all points`;
}

const valuesOf = (sign: Expr, points: readonly Point[]): Real[] => points.map((at) => digits(sign, at).value);

/**
 * The combination of cases that was not seen at all and in which e would not vanish (it may be impossible, but who
 * knows), as a sentence; undefined if there is none. Expects points that saw both sides of every case.
 */
export function unseenBranch(e: Expr, boxes: readonly Box[], points: readonly Point[]): string | undefined {
  const open = openCases(e, boxes);
  const values = open.map((sign) => valuesOf(sign, points));
  // Each case as the first one that it is a multiple of: x − y and y − x are one.
  const leaders = values.map((row) => values.findIndex((other) => isMultiple(row, other)));
  const cases = [...new Set(leaders)];
  if (cases.length > MAX_CASES) return `there are more than ${MAX_CASES} case distinctions`;
  const seen = points.map((_, k) => cases.map((row) => Math.sign(values[row][k].toNumber())));
  for (let mask = 0; mask < 1 << cases.length; mask++) {
    const combination = cases.map((_, i) => ((mask >> i) & 1 ? -1 : 1));
    const isSeen = (which: readonly number[]): boolean =>
      seen.some((signs) => which.every((i) => i >= 0 && signs[i] === combination[i]));
    if (isSeen(cases.map((_, i) => i))) continue;
    const relative = open.map((_, j) => (values[j][0].times(values[leaders[j]][0]).isNegative() ? -1 : 1));
    const assumed = new Map(
      open.map((sign, j) => [print(sign), relative[j] * combination[cases.indexOf(leaders[j])]] as const),
    );
    const rest = branch(e, assumed);
    // What is still open in the branch (poles, cuts of atan2) has to be seen.
    const names = open.map(print);
    const left = openCases(rest, boxes).map((sign) => cases.indexOf(leaders[names.indexOf(print(sign))]));
    if (!isSeen(left) || !isZeroAt(rest, points)) {
      const text = [...assumed].map(([sign, s]) => `${sign} ${s < 0 ? '<' : '>'} 0`).join(', ');
      return `the case ${text} was not seen, and nothing shows zero there`;
    }
  }
  return undefined;
}

/** Whether the ratio of the rows is the same at all points, to 40 digits. */
function isMultiple(a: readonly Real[], b: readonly Real[]): boolean {
  return a.every((x, k) => {
    const [left, right] = [x.times(b[0]), b[k].times(a[0])];
    return left.minus(right).abs().lte(left.abs().times(1e-40));
  });
}

/** Whether e vanishes at the first points where it has a value. */
function isZeroAt(e: Expr, points: readonly Point[]): boolean {
  let zeros = 0;
  for (const at of points) {
    try {
      if (!vanishes(resolved(e, at))) return false;
      if (++zeros === TRIES) return true;
    } catch (error) {
      const isNone =
        error instanceof Undefined || error instanceof Unsure || error instanceof ExpressionError;
      if (!isNone) throw error;
    }
  }
  return false;
}
