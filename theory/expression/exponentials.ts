import type { Draws } from './draws.js';
import { ExactPoint } from './exact-point.js';
import type { Expr } from './expression.js';
import { print } from './print.js';
import type { Box } from './range.js';
import type { Rational } from './rational.js';
import { gcd, inverse, isZero, negate, plus, ratio, times, ZERO } from './rational.js';
import { Inapplicable, Unsure } from './undecidable.js';
import { some } from './walk.js';

/** e^{power·basis/denominator}, with an integer power. */
export interface Factor {
  readonly basis: Expr;
  readonly denominator: bigint;
  readonly power: bigint;
}

/** The exponentials of an expression as monomials in independent ones: e^{u} = Π e^{power·basis/denominator}. */
export interface Exponentials {
  monomial(argument: Expr): readonly Factor[];
  /** The largest total of |power| over the arguments. */
  readonly degree: number;
  /** A part of an argument whose sign the box does not settle but the relations found depend on. */
  readonly unsettled: Expr | undefined;
}

const MAX_POWER = 256n;
/** Points beyond the number of unknowns; a relation that is not an identity survives each with odds below 2^-15. */
const SPARE_POINTS = 3;

/**
 * Finds the ℚ-linear relations among the arguments of all exponentials in e, by exact elimination on their
 * values at more random points than there are arguments: so that e^a e^b = e^{a+b} is respected.
 */
export function exponentialsOf(e: Expr, box: Box, draws: Draws): Exponentials {
  const args = new Map<string, Expr>();
  some(e, (part) => {
    if (part.kind === 'call' && part.name === 'exp') args.set(print(part.args[0]), part.args[0]);
    return false;
  });
  const list = [...args.values()];
  const { values, unsettled } = valuesOf(list, box, draws);
  const rows = combinations(values);
  const denominators = list.map((_, k) =>
    rows.reduce((d, row) => leastCommonMultiple(d, row.get(k)?.denominator ?? 1n), 1n),
  );
  const monomials = rows.map((row) =>
    [...row].map(([k, c]) => factor(list[k], denominators[k], c)).filter(({ power }) => power !== 0n),
  );
  const table = new Map([...args.keys()].map((text, j) => [text, monomials[j]]));
  const degrees = monomials.map((m) => m.reduce((total, { power }) => total + Math.abs(Number(power)), 0));
  const degree = Math.max(0, ...degrees);
  return { monomial: (argument) => table.get(print(argument)) ?? [], degree, unsettled };
}

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

function factor(basis: Expr, denominator: bigint, coefficient: Rational): Factor {
  const power = (coefficient.numerator * denominator) / coefficient.denominator;
  if (power > MAX_POWER || power < -MAX_POWER) throw new Inapplicable('exponents of too unequal size');
  return { basis, denominator, power };
}

/** Row j: the exact values of argument j at the points, each as its coefficients over the square roots there. */
function valuesOf(
  args: readonly Expr[],
  box: Box,
  draws: Draws,
): { values: Rational[][]; unsettled: Expr | undefined } {
  const rows: Rational[][] = args.map(() => []);
  let unsettled: Expr | undefined;
  let unsure = 0;
  for (let point = 0; args.length > 0 && point < args.length + SPARE_POINTS; point++) {
    const at = new ExactPoint(box, draws);
    try {
      const elements = args.map((arg) => at.evaluate(arg));
      unsettled ??= at.unsettled;
      const width = 1 << at.field.radicands;
      elements.forEach((element, j) => {
        rows[j].push(...Array.from({ length: width }, (_, k) => element[k] ?? ZERO));
      });
    } catch (error) {
      if (!(error instanceof Unsure) || ++unsure > 10) throw error;
      point--;
    }
  }
  return { values: rows, unsettled };
}

/** Each row as a combination of those rows that are independent of their predecessors: index → coefficient. */
function combinations(rows: readonly (readonly Rational[])[]): Map<number, Rational>[] {
  const echelon: { pivot: number; vector: readonly Rational[]; combination: Map<number, Rational> }[] = [];
  return rows.map((row, j) => {
    let rest = row;
    const combination = new Map<number, Rational>();
    for (const reduced of echelon) {
      const c = rest[reduced.pivot];
      if (isZero(c)) continue;
      rest = rest.map((x, k) => plus(x, negate(times(c, reduced.vector[k]))));
      reduced.combination.forEach((d, k) =>
        combination.set(k, plus(combination.get(k) ?? ZERO, times(c, d))),
      );
    }
    const pivot = rest.findIndex((x) => !isZero(x));
    if (pivot === -1) return combination;
    const scale = inverse(rest[pivot]);
    const own = new Map([...combination].map(([k, d]) => [k, negate(times(d, scale))] as const)).set(
      j,
      scale,
    );
    echelon.push({ pivot, vector: rest.map((x) => times(x, scale)), combination: own });
    return new Map([[j, ratio(1n)]]);
  });
}
