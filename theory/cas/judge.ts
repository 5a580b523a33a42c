import type { Domain } from '../expression/domain.js';
import { boxOf } from '../expression/domain.js';
import type { Expr } from '../expression/expression.js';
import type { Box } from '../expression/range.js';
import { symbolsOf } from '../expression/walk.js';
import type { System } from './answer.js';
import { SYSTEMS } from './answer.js';
import { ask } from './ask.js';
import type { Testimony } from './witness.js';
import { isProof, pointText, testify, testifyInDigits } from './witness.js';
import type { ExactOutcome } from '../expression/exact.js';

export type { Domain } from '../expression/domain.js';

export type Status = 'proved' | 'supported' | 'abstained' | 'rejected';
export type Vote = 'zero' | 'nonzero' | 'abstains';

export interface Judgement extends Testimony {
  readonly status: Status;
  readonly votes: Readonly<Record<System, Vote>>;
  /** One line: what decided. */
  readonly reason: string;
}

/**
 * Decides whether `zero` vanishes identically on the domain.
 * - rejected: exact arithmetic or decimal digits found a point where it does not (named in the reason);
 * - proved: exactly zero at as many random points as the degree bound of Schwartz (1980) and Zippel (1979) asks for
 *   (odds of error 2^-100, see `exactly`), with transcendentals as independent variables, zero to 60 digits, and no system
 *   contradicts;
 * - supported: zero to 240 digits or more (see `resolved`) at all random points, on all sides of every case
 *   distinction, and no system contradicts, but exact arithmetic does not settle it;
 * - abstained: it has no real value somewhere on the domain, a case distinction (abs, min, max, roots, powers,
 *   logarithms, atan2, poles) was seen from one side only, or a system finds a value that is not zero.
 * The systems (nerdamer by expand, Algebrite by simplify) only vote: agreement of both is not proof. The random
 * points depend on the expression alone. Throws ExpressionError when a symbol has no domain.
 */
export async function judge(zero: Expr, domain: Domain): Promise<Judgement> {
  const box = boxOf(domain, symbolsOf(zero));
  const asked = SYSTEMS.map((system) => vote(system, zero, box));
  const testimony = testify(zero, box);
  const [nerdamer, algebrite] = await Promise.all(asked);
  const votes = { nerdamer, algebrite };
  return { ...testimony, votes, ...verdict(testimony, votes) };
}

/** The judgement of exact arithmetic and 60 digits alone. */
export function judgeWithoutVotes(zero: Expr, domain: Domain): Pick<Judgement, 'status' | 'reason'> {
  return verdict(testify(zero, boxOf(domain, symbolsOf(zero))), {
    nerdamer: 'abstains',
    algebrite: 'abstains',
  });
}

/** 'nonzero' is a claim of the system only if its answer differs from 0 in value: failing to simplify is none. */
async function vote(system: System, zero: Expr, box: Box): Promise<Vote> {
  const answer = await ask(system, system === 'nerdamer' ? 'expand' : 'simplify', zero);
  if (answer.kind === 'abstain') return 'abstains';
  const { expr } = answer;
  if (expr.kind === 'rational') return expr.numerator === 0n ? 'zero' : 'nonzero';
  return testifyInDigits(expr, box).kind === 'nonzero' ? 'nonzero' : 'abstains';
}

function verdict(
  { exact, digits, unseen }: Testimony,
  votes: Judgement['votes'],
): Pick<Judgement, 'status' | 'reason'> {
  if (digits.kind === 'nonzero') {
    const value = digits.value === 0 ? 'below 1e-323' : digits.value;
    return { status: 'rejected', reason: `not zero: ${value} at ${pointText(digits.at)}` };
  }
  if (exact.kind === 'nonzero') {
    return { status: 'rejected', reason: `not zero in exact arithmetic at ${pointText(exact.at)}` };
  }
  if (digits.kind === 'undefined') return { status: 'abstained', reason: digits.reason };
  if (unseen !== undefined) return { status: 'abstained', reason: unseen };
  const opponent = SYSTEMS.find((system) => votes[system] === 'nonzero');
  const points = `digits at ${digits.points.length} points`;
  const proof = isProof(exact);
  const numeric = proof ? `60 ${points}` : `240 ${points}`;
  if (opponent !== undefined) return { status: 'abstained', reason: `${numeric}, but ${opponent} disagrees` };
  if (exact.kind === 'zero' && proof) {
    return { status: 'proved', reason: `exact arithmetic at ${exact.points} points, ${numeric}` };
  }
  return { status: 'supported', reason: `${numeric}, no proof: ${doubt(exact)}` };
}

/** Why exact arithmetic is no proof, if it is none. */
function doubt(exact: Exclude<ExactOutcome, { kind: 'nonzero' }>): string | undefined {
  switch (exact.kind) {
    case 'zero':
      return exact.unsettled && `the sign of ${exact.unsettled} changes on the domain`;
    case 'formal':
      return 'it needs a relation between transcendental functions';
    case 'inapplicable':
      return `no exact arithmetic (${exact.reason})`;
  }
}
