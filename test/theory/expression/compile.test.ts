import { describe, expect, it } from 'vitest';
import { compile } from '../../../theory/expression/compile.js';
import { parse } from '../../../theory/expression/parse.js';

const at = (text: string, ...values: number[]): number =>
  compile(parse(text), ['x', 'y'].slice(0, values.length))(...values);

describe('compile', () => {
  it.each([
    ['x^2', [-3], 9],
    ['x^-2', [-2], 0.25],
    ['x^3', [-2], -8],
    ['x^(3/2)', [4], 8],
    ['x^(-1/2)', [4], 0.5],
    ['x^(1/2)', [-4], NaN],
    ['x^y', [-2, 3], -8],
    ['x^y', [-2, -3], -0.125],
    ['x^y', [-2, 0.5], NaN],
    ['x^y', [0, 0.3], 0],
    ['atan2(x, y)', [1, -1], (3 * Math.PI) / 4],
    ['min(x, y) + 10*max(x, y)', [2, 3], 32],
    ['abs(x)', [-2], 2],
    ['gammaP2(1/x)', [0], 1],
    ['1/x', [0], Infinity],
    ['log(x)', [0], -Infinity],
    ['x^100', [2], 1267650600228229401496703205376],
    ['pi', [], Math.PI],
    ['1/10', [], 0.1],
    ['x/3/y', [1, 2], 1 / 3 / 2],
  ] as const)('%s at %j', (text, values, expected) => {
    expect(at(text, ...values)).toBe(expected);
  });

  it('names the symbol or the count that is wrong', () => {
    expect(() => compile(parse('x + z'), ['x'])).toThrow(/got the symbol z, expected only x/);
    expect(() => compile(parse('x'), ['x'])(1, 2)).toThrow(/got 2 values, expected one each for x/);
  });
});
