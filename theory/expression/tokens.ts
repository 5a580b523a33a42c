import { characterNamed } from '../quoted.js';
import { ExpressionError } from './expression.js';

export interface Token {
  readonly kind: 'number' | 'name' | 'operator' | 'end';
  readonly text: string;
  /** Offset in the text, from 0. */
  readonly position: number;
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3}(?!\w))?/y],
  ['name', /[A-Za-z][A-Za-z0-9_]*/y],
  ['operator', /[-+*/^(),]/y],
];

/** Splits a text into tokens, the last of kind `end`. Throws ExpressionError on any other character. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const skipSpace = (): void => {
    while (/\s/.test(text.charAt(position))) position++;
  };
  for (skipSpace(); position < text.length; skipSpace()) {
    const token = match(text, position);
    if (token === undefined) {
      const got = characterNamed(String.fromCodePoint(text.codePointAt(position)!));
      throw new ExpressionError(
        `got the character ${got} at position ${position}, expected one of + - * / ^ ( ) , a number or a name`,
      );
    }
    tokens.push(token);
    position += token.text.length;
  }
  tokens.push({ kind: 'end', text: '', position: text.length });
  return tokens;
}

function match(text: string, position: number): Token | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found !== null) return { kind, text: found[0], position };
  }
  return undefined;
}
