import { compile } from '../expression/compile.js';
import { ExpressionError, type Expr } from '../expression/expression.js';
import { parse } from '../expression/parse.js';
import { SpecError } from './spec.js';

/** A wanted penalty function: an expression in x on a range, or the name of a table. */
export type DesignSpec =
  | {
      readonly kind: 'expression';
      readonly penalty: Expr;
      /** As it was written. */
      readonly text: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'table'; readonly file: string };

const EXPECTED = 'expected designed(penalty=1+x^2,from=-1,to=1) or designed(table=FILE.csv)';

/** Whether a specification names a designed law, well-formed or not. */
export const isDesigned = (text: string): boolean => /^\s*designed\s*(\(|$)/.test(text);

/**
 * Reads `designed(penalty=EXPRESSION,from=a,to=b)` or `designed(table=FILE)`; commas and parentheses inside the
 * expression are its own.
 * @throws SpecError
 */
export function parseDesigned(text: string): DesignSpec {
  const body = /^\s*designed\s*\((.*)\)\s*$/s.exec(text)?.at(1);
  if (body === undefined) throw new SpecError(`designed needs a penalty; ${EXPECTED}`);
  const given = new Map<string, string>();
  for (const entry of splitOutside(body)) {
    const [, name = '', value = ''] = /^\s*([a-z]+)\s*=\s*(.*?)\s*$/s.exec(entry) ?? [];
    if (!['penalty', 'from', 'to', 'table'].includes(name) || value === '' || given.has(name)) {
      throw new SpecError(`designed cannot use ${JSON.stringify(entry.trim())}; ${EXPECTED}`);
    }
    given.set(name, value);
  }
  const [penalty, from, to, table] = ['penalty', 'from', 'to', 'table'].map((name) => given.get(name));
  if (table !== undefined && given.size === 1) return { kind: 'table', file: table };
  if (penalty === undefined || from === undefined || to === undefined || table !== undefined) {
    throw new SpecError(`designed takes penalty, from and to together, or table alone; ${EXPECTED}`);
  }
  return designSpec(penalty, finite('from', from), finite('to', to));
}

/**
 * A penalty as an expression in x, on [from, to].
 * @throws SpecError
 */
export function designSpec(text: string, from: number, to: number): DesignSpec {
  if (!(from < to && to - from < Infinity)) {
    throw new SpecError(
      `the range from ${from} to ${to} is empty or endless; expected finite ends, from < to`,
    );
  }
  const penalty = readable(`penalty ${JSON.stringify(text)}`, () => {
    const read = parse(text);
    compile(read, ['x']);
    return read;
  });
  return { kind: 'expression', penalty, text: text.replaceAll(/\s+/g, ''), from, to };
}

/** The specification of a designed law in full. */
export function designText(spec: DesignSpec): string {
  if (spec.kind === 'table') return `designed(table=${spec.file})`;
  return `designed(penalty=${spec.text},from=${spec.from},to=${spec.to})`;
}

/** A constant expression such as -1, 1e-3 or pi/2. */
function finite(name: string, text: string): number {
  const value = readable(`${name}=${text}`, () => compile(parse(text), [])());
  if (Number.isFinite(value)) return value;
  throw new SpecError(`designed: ${name}=${text} is ${value}; expected a finite number`);
}

function readable<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new SpecError(`designed: ${what}: ${error.message}`, { cause: error });
  }
}

/** Splits at the commas outside of all parentheses. */
function splitOutside(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
