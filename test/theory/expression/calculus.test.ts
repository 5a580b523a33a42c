import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../theory/expression/compile.js';
import { rational } from '../../../theory/expression/construct.js';
import { expandDefinitions } from '../../../theory/expression/definitions.js';
import { differentiate } from '../../../theory/expression/differentiate.js';
import { digits } from '../../../theory/expression/digits.js';
import { parse } from '../../../theory/expression/parse.js';
import { print } from '../../../theory/expression/print.js';
import { resolveSigns } from '../../../theory/expression/signs.js';
import { substitute, symbolsOf } from '../../../theory/expression/substitute.js';
import { expressions, smooth } from './arbitrary.js';

const unit = fc.double({ min: 0.5, max: 2, noNaN: true });

describe('differentiate', () => {
  it('agrees with the central difference in 60 digits', () => {
    fc.assert(
      fc.property(smooth, unit, unit, (e, x, y) => {
        const h = Math.fround(1e-10);
        const [up, down] = [x + h, x - h].map((x1) => digits(e, { x: x1, y }).value);
        const [slope, third] = [1, 3].map((n) => {
          let d = e;
          for (let k = 0; k < n; k++) d = differentiate(d, 'x');
          return digits(d, { x, y });
        });
        const difference = up.minus(down).div(x + h - (x - h));
        // Truncation h²|e‴|/6 and the rounding of x ± h to doubles (1e-16/1e-10) on |e″|-sized terms.
        const tolerance = 1e-5 * (1 + slope.scale.toNumber() + third.scale.toNumber());
        expect(Math.abs(difference.minus(slope.value).toNumber())).toBeLessThanOrEqual(tolerance);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['x^y', 'x', 'y*x^(y - 1)'],
    ['2^x', 'x', '2^x*log(2)'],
    ['abs(x)', 'x', 'x/abs(x)'],
    ['x^2*y', 'y', 'x^2'],
    ['max(y, 1)*x', 'x', 'max(y, 1)'],
    ['y', 'x', '0'],
  ])('d(%s)/d%s = %s', (text, variable, derivative) => {
    expect(print(differentiate(parse(text), variable))).toBe(derivative);
  });

  it('refuses min and max of the variable', () => {
    expect(() => differentiate(parse('min(x, 1)'), 'x')).toThrow(
      /derivative of min, expected a smooth function/,
    );
  });
});

describe('substitute', () => {
  it('replaces all at once, and evaluation sees the same value', () => {
    expect(print(substitute(parse('x*y + x'), { x: parse('y'), y: parse('x^2') }))).toBe('y*x^2 + y');
    fc.assert(
      fc.property(smooth, unit, unit, (e, x, y) => {
        const swapped = substitute(e, { x: parse('y'), y: parse('x') });
        expect(compile(swapped, ['x', 'y'])(y, x)).toBe(compile(e, ['x', 'y'])(x, y));
      }),
      { numRuns: 200 },
    );
  });

  it('ignores inherited names and finds all symbols', () => {
    expect(print(substitute(parse('constructor + x'), { x: rational(1) }))).toBe('constructor + 1');
    expect([...symbolsOf(parse('exp(x)*atan2(y, 2)^z + pi'))]).toEqual(['x', 'y', 'z']);
    fc.assert(
      fc.property(expressions, (e) => {
        const all = Object.fromEntries([...symbolsOf(e)].map((name) => [name, parse('t')]));
        expect([...symbolsOf(substitute(e, all))].every((name) => name === 't')).toBe(true);
      }),
    );
  });

  it('expandDefinitions leaves the value alone', () => {
    expect(print(expandDefinitions(parse('gammaP2(gammaP2(x))')))).not.toContain('gammaP2');
    const [a, b] = [parse('gammaP2(x^2)'), expandDefinitions(parse('gammaP2(x^2)'))].map((e) =>
      compile(e, ['x'])(1.3),
    );
    expect(Math.abs(a - b)).toBeLessThan(8 * Number.EPSILON);
  });
});

describe('resolveSigns', () => {
  it.each([
    ['abs(-w*x)', ['w', 'x'], 'w*x'],
    ['abs(-w*x)', ['w'], 'w*abs(x)'],
    ['abs(w/x^2)', ['w'], 'w/x^2'],
    ['abs(-x^3/sqrt(w))', ['w', 'x'], 'x^3/sqrt(w)'],
    ['abs(w - x)', ['w', 'x'], 'abs(w - x)'],
    ['abs(w + x^2)', ['w'], 'w + x^2'],
    ['abs(-exp(x)*y)', [], 'exp(x)*abs(y)'],
    ['exp(-abs(w*abs(x)))', ['w'], 'exp(-w*abs(x))'],
    ['abs(x)^2', [], 'abs(x)^2'],
  ] as const)('%s with %j positive is %s', (text, positive, expected) => {
    expect(print(resolveSigns(parse(text), positive))).toBe(expected);
  });
});
