import { call } from '../expression/construct.js';
import type { Expr } from '../expression/expression.js';
import { ExpressionError } from '../expression/expression.js';
import { parse } from '../expression/parse.js';
import { print } from '../expression/print.js';
import { expandDefinitions } from '../expression/definitions.js';
import { substitute } from '../expression/substitute.js';
import { mapParts, some, symbolsOf } from '../expression/walk.js';

/** An expression in the words of the systems: safe symbol names, no function that one of them lacks. */
export interface Translation {
  readonly text: string;
  /** The safe name of a symbol. */
  readonly safe: ReadonlyMap<string, string>;
}

const UNSPEAKABLE: readonly string[] = ['atan2', 'min', 'max'];

/**
 * Renames the symbols to qa, qb, … (e, i, d, gamma and others mean something to a system) and writes out
 * definitions. Throws ExpressionError for functions that the systems do not know.
 */
export function toSystem(e: Expr, variable?: string): Translation {
  const names = [...symbolsOf(e).add(variable ?? '')].filter((name) => name !== '');
  if (names.length > 26) throw new ExpressionError(`got ${names.length} symbols, expected at most 26`);
  const safe = new Map(names.map((name, k) => [name, `q${String.fromCharCode(97 + k)}`]));
  if (some(e, (part) => part.kind === 'call' && UNSPEAKABLE.includes(part.name))) {
    throw new ExpressionError(`got one of ${UNSPEAKABLE.join(', ')}, which the systems do not know`);
  }
  return { text: print(renamed(expandDefinitions(e), safe)), safe };
}

/** Reads a system's answer. Throws ExpressionError on error messages, foreign functions and foreign symbols. */
export function fromSystem(text: string, { safe }: Translation): Expr {
  const answer = withoutE(parse(text));
  const back = new Map([...safe].map(([name, short]) => [short, name]));
  const foreign = [...symbolsOf(answer)].filter((name) => !back.has(name));
  if (foreign.length > 0)
    throw new ExpressionError(`got the foreign symbol ${foreign.join(', ')} in an answer`);
  return renamed(answer, back);
}

const renamed = (e: Expr, names: ReadonlyMap<string, string>): Expr =>
  substitute(
    e,
    Object.fromEntries([...names].map(([from, to]) => [from, { kind: 'symbol', name: to } as const])),
  );

/** Euler's number, which nerdamer prints as the symbol e. */
function withoutE(e: Expr): Expr {
  const isE = (part: Expr): boolean => part.kind === 'symbol' && part.name === 'e';
  if (isE(e)) return call('exp', { kind: 'rational', numerator: 1n, denominator: 1n });
  if (e.kind === 'power' && isE(e.base)) return call('exp', withoutE(e.exponent));
  return mapParts(e, withoutE);
}
