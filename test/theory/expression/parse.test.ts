import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { div, mul, neg, pow, rational, sub, sym } from '../../../theory/expression/construct.js';
import { ExpressionError } from '../../../theory/expression/expression.js';
import { parse } from '../../../theory/expression/parse.js';
import { print } from '../../../theory/expression/print.js';
import { expressions } from './arbitrary.js';

const x = sym('x');
const y = sym('y');

describe('parse and print', () => {
  it('print is read back to the same tree', () => {
    fc.assert(
      fc.property(expressions, (e) => {
        expect(parse(print(e))).toEqual(e);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['-x^2', neg(pow(x, 2))],
    ['x^2^3', pow(x, 8)],
    ['x^-y', pow(x, neg(y))],
    ['2^-1', rational(1, 2)],
    ['x - y - 1', sub(sub(x, y), rational(1))],
    ['x/y/2', mul(rational(1, 2), x, pow(y, -1))],
    ['x/y*y', mul(div(x, y), y)],
    ['0.125', rational(1, 8)],
    ['0.3333333333333333', rational(3333333333333333n, 10000000000000000n)],
    ['.5e-2', rational(1, 200)],
    ['3.e2', rational(300)],
    ['1/x^2', pow(x, -2)],
    ['sqrt(9/4)', rational(3, 2)],
  ])('%s', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it('keeps sqrt(x^2) and huge powers as they are', () => {
    expect(print(parse('sqrt(x^2)'))).toBe('sqrt(x^2)');
    expect(print(parse('9^9^9'))).toBe('9^387420489');
    expect(print(parse('2^(1/2)'))).toBe('sqrt(2)');
  });

  it.each([
    ['', /got the end at position 0, expected a number/],
    ['g(x)', /unknown function "g" at position 0, expected one of exp, log/],
    ['2*integral(x,x)', /unknown function "integral" at position 2/],
    ['pi(x)', /unknown function "pi"/],
    ['2x', /got "x" at position 1, expected the end or an operator/],
    ['2e', /got "e" at position 1/],
    ['x y', /got "y" at position 2/],
    ['x**2', /got "\*" at position 2/],
    ['+x', /got "\+" at position 0/],
    ['exp', /got the end at position 3, expected "\("/],
    ['exp()', /got "\)" at position 4/],
    ['exp(x, y)', /got "," at position 5, expected "\)"/],
    ['atan2(x)', /got "\)" at position 7, expected ","/],
    ['(x', /got the end at position 2, expected "\)"/],
    ['x)', /got "\)" at position 1/],
    ['x; y', /character ";" at position 1/],
    ['Stop: divide', /character ":" at position 4/],
    ['x→y', /character "→" U\+2192 at position 1/],
    ['1/0', /division by zero/],
    ['x/(1-1)', /division by zero/],
    ['_x', /character "_" at position 0/],
    [`${'('.repeat(300)}x${')'.repeat(300)}`, /nested at most 200 deep/],
    [`${'-'.repeat(300)}x`, /nested at most 200 deep/],
    [`x${'^x'.repeat(300)}`, /nested at most 200 deep/],
    [`x${'+x'.repeat(6000)}`, /got 12001 characters/],
  ])('refuses %s', (text, message) => {
    expect(() => parse(text)).toThrow(ExpressionError);
    expect(() => parse(text)).toThrow(message);
  });

  it('never throws anything but ExpressionError', () => {
    const soup = fc.array(
      fc.constantFrom(...'x y 1 0 2.5 + - * / ^ ( ) , exp( sqrt( min( log( pi e1'.split(' ')),
    );
    fc.assert(
      fc.property(soup, fc.constantFrom('', ' '), (words, glue) => {
        try {
          parse(words.join(glue));
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
          expect((error as Error).message).not.toContain('\n');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
