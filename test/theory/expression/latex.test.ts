import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLatex } from '../../../theory/expression/latex.js';
import { parse } from '../../../theory/expression/parse.js';
import { expressions } from './arbitrary.js';

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('toLatex', () => {
  it.each([
    ['1/3', '\\frac{1}{3}'],
    ['-2/3*x', '-\\frac{2 x}{3}'],
    [
      '2*s^3*t^3/(pi*(t^2+s^2*x^2)^2)',
      '\\frac{2 {s}^{3} {t}^{3}}{\\pi \\left({t}^{2} + {s}^{2} {x}^{2}\\right)^{2}}',
    ],
    ['x^(1/3)', '\\sqrt[3]{x}'],
    ['x^(3/2)', '{x}^{3/2}'],
    ['1/sqrt(2*pi)', '\\frac{1}{\\sqrt{2 \\pi}}'],
    ['exp(-x^2/2)', 'e^{-\\frac{{x}^{2}}{2}}'],
    ['erf(x)*2^y', '\\operatorname{erf}\\left(x\\right) \\cdot {2}^{y}'],
    ['abs(x)', '\\left\\lvert x\\right\\rvert'],
    ['min(x, y)', '\\min\\left(x, y\\right)'],
    ['gammaP2(x)', 'P\\left(2, x\\right)'],
    ['x*(y - 1)', 'x \\left(y - 1\\right)'],
    ['-(x + y)', '-\\left(x + y\\right)'],
    ['y - (x + 1)', 'y - \\left(x + 1\\right)'],
    ['s1 + sigma_w + beta2', 's_{1} + \\sigma_{w} + \\beta_{2}'],
    ['(-x)^y', '\\left(-x\\right)^{y}'],
  ])('%s', (text, latex) => {
    expect(toLatex(parse(text))).toBe(latex);
  });

  it('takes the names given, and only own properties of them', () => {
    expect(toLatex(parse('sigmaW^2 + toString'), { sigmaW: '\\sigma_W' })).toBe(
      '{\\sigma_W}^{2} + \\mathrm{toString}',
    );
  });

  it('braces and delimiters balance, and no sign follows a sign', () => {
    fc.assert(
      fc.property(expressions, (e) => {
        const latex = toLatex(e);
        let depth = 0;
        for (const character of latex) {
          depth += character === '{' ? 1 : character === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(count(latex, /\\left\b/g)).toBe(count(latex, /\\right\b/g));
        expect(latex).not.toMatch(/[-+] *[-+]|undefined/);
      }),
      { numRuns: 1000 },
    );
  });
});
