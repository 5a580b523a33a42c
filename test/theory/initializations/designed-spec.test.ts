import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designText, isDesigned, parseDesigned } from '../../../theory/initializations/designed-spec.js';
import { SpecError } from '../../../theory/initializations/spec.js';

describe('parseDesigned', () => {
  it('reads expressions with parentheses and commas of their own', () => {
    const spec = parseDesigned(' designed( penalty = exp(-(x-min(x,1))^2) + 1 , to=pi/2, from = -1e-1 ) ');
    expect(spec).toMatchObject({ kind: 'expression', text: 'exp(-(x-min(x,1))^2)+1', from: -0.1 });
    expect(designText(spec)).toBe('designed(penalty=exp(-(x-min(x,1))^2)+1,from=-0.1,to=1.5707963267948966)');
    expect(parseDesigned(designText(spec))).toEqual(spec);
  });

  it('reads a table', () => {
    expect(parseDesigned('designed(table=some/file name.csv)')).toEqual({
      kind: 'table',
      file: 'some/file name.csv',
    });
  });

  it('is asked for designed laws alone', () => {
    expect(['designed', 'designed(', ' designed (x)'].map(isDesigned)).toEqual([true, true, true]);
    expect(['designer(x=1)', 'gaussian', 'redesigned()'].map(isDesigned)).toEqual([false, false, false]);
  });

  it.each([
    ['designed', /needs a penalty/],
    ['designed(penalty=1', /parentheses are missing/],
    ['designed()', /cannot use ""/],
    ['designed(penalty=1,from=0)', /penalty, from and to together/],
    ['designed(table=a.csv,from=0)', /or table alone/],
    ['designed(penalty=1,penalty=2,from=0,to=1)', /cannot use "penalty=2"/],
    ['designed(penalty=1,from=0,to=1,w0=2)', /cannot use "w0=2"/],
    ['designed(penalty=1+y,from=0,to=1)', /got the symbol y, expected only x/],
    ['designed(penalty=(1,from=0,to=1)', /parentheses are missing/],
    ['designed(penalty=1)+(x,from=0,to=1)', /parentheses are missing or too many/],
    ['designed(penalty=foo(x),from=0,to=1)', /unknown function "foo"/],
    ['designed(penalty=1,from=1,to=1)', /range from 1 to 1 is empty/],
    ['designed(penalty=1,from=2,to=1)', /range from 2 to 1 is empty/],
    ['designed(penalty=1,from=0,to=1/0)', /finite|zero/],
    ['designed(penalty=1,from=x,to=1)', /from="x": got the symbol x/],
    ['designed(penalty=1,from=-1e308,to=1.7e308)', /endless/],
  ])('refuses %j in one line', (text, message) => {
    expect(() => parseDesigned(text)).toThrow(SpecError);
    expect(() => parseDesigned(text)).toThrow(message);
    expect(() => parseDesigned(text)).not.toThrow(/\n/);
  });

  it('throws nothing but SpecError on any text', () => {
    const fragments = fc.constantFrom(
      'penalty=',
      'from=',
      'to=',
      'table=',
      '(',
      ')',
      ',',
      'x',
      '1',
      '/',
      '0',
      '\n',
      'exp',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 14 }), (parts) => {
        try {
          parseDesigned(`designed(${parts.join('')})`);
        } catch (error) {
          expect(error).toBeInstanceOf(SpecError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
