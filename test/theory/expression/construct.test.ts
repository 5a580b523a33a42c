import { describe, expect, it } from 'vitest';
import {
  add,
  call,
  div,
  mul,
  neg,
  PI,
  pow,
  rational,
  sub,
  sym,
} from '../../../theory/expression/construct.js';
import { ExpressionError } from '../../../theory/expression/expression.js';
import { print } from '../../../theory/expression/print.js';

const [x, y] = [sym('x'), sym('y')];

describe('constructors', () => {
  it.each([
    [add(), '0'],
    [mul(), '1'],
    [add(x, add(y, rational(2)), rational(1, 2)), 'x + y + 5/2'],
    [add(x, rational(0)), 'x'],
    [mul(x, rational(2), mul(y, rational(3, 4))), '3/2*x*y'],
    [mul(x, rational(0)), '0'],
    [mul(rational(2), rational(1, 2), x), 'x'],
    [sub(x, y), 'x - y'],
    [neg(add(x, y)), '-(x + y)'],
    [div(x, mul(y, PI)), 'x/(y*pi)'],
    [pow(pow(x, 2), 3), 'x^6'],
    [pow(pow(x, 2), rational(1, 2)), 'sqrt(x^2)'],
    [pow(pow(x, rational(1, 2)), 2), 'x'],
    [pow(x, 0), '1'],
    [pow(rational(4, 9), rational(-3, 2)), '27/8'],
    [pow(rational(-4), rational(1, 2)), 'sqrt(-4)'],
    [rational(-4n, -6n), '2/3'],
    [call('exp', rational(0)), '1'],
    [call('erf', rational(0)), '0'],
    [call('abs', rational(-2, 3)), '2/3'],
    [call('sqrt', x), 'sqrt(x)'],
  ])('%#: %s', (e, text) => {
    expect(print(e)).toBe(text);
  });

  it('refuses what does not exist', () => {
    expect(() => rational(1, 0)).toThrow(/1\/0, expected integers and a non-zero denominator/);
    expect(() => rational(0.5)).toThrow(ExpressionError);
    expect(() => rational(NaN)).toThrow(ExpressionError);
    expect(() => div(x, sub(rational(1), rational(1)))).toThrow(/division by zero/);
    for (const name of ['pi', 'exp', '2x', 'x y', '', '_a', '__proto__'])
      expect(() => sym(name)).toThrow(/symbol name/);
    expect(() => call('atan2', x)).toThrow(/1 arguments of atan2, expected 2/);
  });
});
