import type { Step } from '../derivation.js';
import { add, mul, sym } from '../expression/construct.js';
import { print } from '../expression/print.js';
import { identity } from '../penalty/step.js';
import { collected } from './constants.js';
import type { Rule } from './rules.js';
import { multiplierGaps, wordLatex } from './term.js';
import type { Word } from './term.js';

/** One application of a rule. */
export interface Rewriting {
  readonly title: string;
  readonly from: Word;
  readonly to: Word;
}

/** More than any product of operators here needs. */
const MAX_REWRITINGS = 20;

/**
 * Applies the rules in d inputs, the first that fits at the leftmost place, until none does.
 * @throws RangeError when the rules go in circles
 */
export function rewritings(start: Word, rules: readonly Rule[], d: number): Rewriting[] {
  const found: Rewriting[] = [];
  for (let from = start; ;) {
    const next = firstRewriting(from, rules, d);
    if (!next) return found;
    if (found.length === MAX_REWRITINGS)
      throw new RangeError(`got more than ${MAX_REWRITINGS} rewritings, expected rules that come to an end`);
    found.push(next);
    from = next.to;
  }
}

/** What is left when no rule fits any more. */
export const rewritten = (start: Word, rules: readonly Rule[], d: number): Word =>
  rewritings(start, rules, d).at(-1)?.to ?? start;

/**
 * The chain of rewritings as one step, which ends in `expected` if that is given. It holds if the multipliers agree
 * at every link: a false rule, or a false expectation, yields a rejected step.
 */
export function rewritingStep(
  title: string,
  start: Word,
  rules: readonly Rule[],
  d: number,
  expected?: Word,
): Promise<Step> {
  const found = rewritings(start, rules, d);
  const words = [start, ...found.map(({ to }) => to)];
  if (expected && wordLatex(expected) !== wordLatex(words[words.length - 1])) words.push(expected);
  const gaps = words.slice(1).flatMap((to, k) => multiplierGaps(words[k], to, d));
  const distinct = [...new Map(gaps.map((gap) => [print(gap), gap])).values()];
  const by = [...new Set(found.map((rewriting) => rewriting.title))].join('; ');
  // All vanish if and only if their sum does with free factors.
  const factors = distinct.map((_, k) => `m${k}`);
  return identity(
    `${title} (${by})`,
    words.map(wordLatex).join(' = '),
    add(...distinct.map((gap, k) => mul(sym(factors[k]), gap))),
    { t: 'positive', ...Object.fromEntries(factors.map((name) => [name, 'real'])) },
  );
}

function firstRewriting(from: Word, rules: readonly Rule[], d: number): Rewriting | undefined {
  const { coefficient, operators } = from;
  for (const { title, length, rewrite } of rules) {
    for (let at = 0; at + length <= operators.length; at++) {
      const replacement = rewrite(operators.slice(at, at + length), d);
      if (!replacement) continue;
      const to = {
        coefficient: collected(mul(coefficient, replacement.coefficient)),
        operators: [...operators.slice(0, at), ...replacement.operators, ...operators.slice(at + length)],
      };
      return { title, from, to };
    }
  }
  return undefined;
}
