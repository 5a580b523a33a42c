import { quoted } from '../quoted.js';
import { add, call, div, mul, neg, PI, pow, rational, sym } from './construct.js';
import type { Expr } from './expression.js';
import { arity, ExpressionError, FUNCTIONS, isFunctionName } from './expression.js';
import { integerPower, times } from './rational.js';
import type { Token } from './tokens.js';
import { tokenize } from './tokens.js';

const MAX_LENGTH = 10_000;
const MAX_DEPTH = 200;

/**
 * Reads an expression: numbers (decimals are exact), symbols, + - * / ^ (right associative, unary minus below
 * it), parentheses, `pi` and the functions of FUNCTIONS. There is no implicit multiplication: `g(x)` is an
 * unknown function. Throws ExpressionError, with the position, on anything else.
 */
export function parse(text: string): Expr {
  if (text.length > MAX_LENGTH) {
    throw new ExpressionError(
      `got ${text.length} characters, expected an expression of at most ${MAX_LENGTH}`,
    );
  }
  const tokens = tokenize(text);
  let next = 0;
  let depth = 0;
  const peek = (): Token => tokens[next];
  const fail = (expected: string): never => {
    const { text: got, position } = peek();
    throw new ExpressionError(
      `got ${got === '' ? 'the end' : quoted(got)} at position ${position}, expected ${expected}`,
    );
  };
  const accept = (symbol: string): boolean => {
    if (peek().kind !== 'operator' || peek().text !== symbol) return false;
    next++;
    return true;
  };
  const expect = (symbol: string): void => {
    if (!accept(symbol)) fail(`"${symbol}"`);
  };
  const nested = (read: () => Expr): Expr => {
    if (++depth > MAX_DEPTH) fail(`an expression nested at most ${MAX_DEPTH} deep`);
    const result = read();
    depth--;
    return result;
  };

  const sum = (): Expr => {
    const terms = [product()];
    for (;;) {
      if (accept('+')) terms.push(product());
      else if (accept('-')) terms.push(neg(product()));
      else return add(...terms);
    }
  };
  const product = (): Expr => {
    const factors = [unary()];
    for (;;) {
      if (accept('*')) factors.push(unary());
      else if (accept('/')) factors.push(div(rational(1), unary()));
      else return mul(...factors);
    }
  };
  const unary = (): Expr => (accept('-') ? neg(nested(unary)) : power());
  const power = (): Expr => {
    const base = atom();
    return accept('^') ? pow(base, nested(unary)) : base;
  };
  const atom = (): Expr => {
    const token = peek();
    if (accept('(')) {
      const inner = nested(sum);
      expect(')');
      return inner;
    }
    if (token.kind === 'end' || token.kind === 'operator')
      return fail('a number, a symbol, a function or "("');
    next++;
    return token.kind === 'number' ? decimal(token.text) : name(token);
  };
  const name = ({ text: identifier, position }: Token): Expr => {
    const isCall = peek().kind === 'operator' && peek().text === '(';
    if (isFunctionName(identifier)) {
      expect('(');
      const args = [nested(sum)];
      while (args.length < arity(identifier)) {
        expect(',');
        args.push(nested(sum));
      }
      expect(')');
      return call(identifier, ...args);
    }
    if (isCall) {
      throw new ExpressionError(
        `got the unknown function ${quoted(identifier)} at position ${position}, expected one of ${FUNCTIONS.join(', ')}`,
      );
    }
    return identifier === 'pi' ? PI : sym(identifier);
  };

  const result = nested(sum);
  if (peek().kind !== 'end') fail('the end or an operator');
  return result;
}

const TEN = { numerator: 10n, denominator: 1n };

/** An unsigned decimal number as an exact rational, however many digits it has. */
function decimal(text: string): Expr {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = { numerator: BigInt(`0${whole}${fraction}`), denominator: 1n };
  const { numerator, denominator } = times(
    digits,
    integerPower(TEN, BigInt(Number(exponent) - fraction.length)),
  );
  return rational(numerator, denominator);
}
