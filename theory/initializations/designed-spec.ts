import { compile } from '../expression/compile.js';
import { ExpressionError, type Expr } from '../expression/expression.js';
import { parse } from '../expression/parse.js';
import { quoted } from '../quoted.js';
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

/** A penalty is evaluated some hundred thousand times. */
const LONGEST_PENALTY = 1000;

const EXPECTED = 'expected designed(penalty=1+x^2,from=-1,to=1) or designed(table=FILE.csv)';

/** Whether a specification names a designed law, well-formed or not. */
export const isDesigned = (text: string): boolean => /^\s*designed\s*(\(|$)/.test(text);

/**
 * Reads `designed(penalty=EXPRESSION,from=a,to=b)` or `designed(table=FILE)`; commas and parentheses inside the
 * expression are its own.
 * @throws SpecError
 */
export function parseDesigned(text: string): DesignSpec {
  const body = text.trim().replace(/^designed\s*/, '');
  if (!body.startsWith('(')) throw new SpecError(`designed needs a penalty; ${EXPECTED}`);
  if (!isBalanced(body)) {
    throw new SpecError(`${quoted(text.trim())}: parentheses are missing or too many; ${EXPECTED}`);
  }
  const given = new Map<string, string>();
  for (const entry of splitOutside(body.slice(1, -1))) {
    const [name, ...rest] = entry.split('=').map((part) => part.trim());
    const value = rest.join('=');
    if (!['penalty', 'from', 'to', 'table'].includes(name) || value === '' || given.has(name)) {
      throw new SpecError(`designed cannot use ${quoted(entry.trim())}; ${EXPECTED}`);
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
  const penalty = readable(`penalty ${quoted(text)}`, () => {
    if (text.length > LONGEST_PENALTY) {
      throw new ExpressionError(`got ${text.length} characters, expected at most ${LONGEST_PENALTY}`);
    }
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
  const value = readable(`${name}=${quoted(text)}`, () => compile(parse(text), [])());
  if (Number.isFinite(value)) return value;
  throw new SpecError(`designed: ${name}=${quoted(text)} is ${value}; expected a finite number`);
}

function readable<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new SpecError(`designed: ${what}: ${error.message}`, { cause: error });
  }
}

/** Whether a text is one pair of parentheses, with matching ones inside. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (let k = 0; k < text.length; k++) {
    if (text[k] === '(') depth++;
    if (text[k] === ')') depth--;
    if (depth <= 0) return depth === 0 && k === text.length - 1;
  }
  return false;
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
