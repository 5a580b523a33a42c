import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayMath, portableLatex } from '../../../reports/markdown/math.js';

describe('portableLatex', () => {
  it.each([
    ['\\{x\\}', '\\lbrace x\\rbrace'],
    ['\\|f\\|_2', '\\Vert f\\Vert _2'],
    ['|x|', '\\vert x\\vert'],
    ['\\left|x\\right|', '\\left\\vert x\\right\\vert'],
    ['a\\,b\\;c\\!d', 'a\\mkern3mu b\\mkern5mu c\\negthinspace d'],
    ['a\\\\b', 'a\\cr b'],
    ['a\\\\[2pt]b', 'a\\cr b'],
    ['a\\\\|b|', 'a\\cr \\vert b\\vert'],
    ['\\begin{align*}x\\end{align*}', '\\begin{align*}x\\end{align*}'],
    ['\\operatorname*{argmin} g^*', '\\operatorname*{argmin} g^\\ast'],
    ['a < b > c', 'a \\lt b \\gt c'],
    ['a\n\n  b', 'a b'],
    ['a\\ b\\ ', 'a\\mkern6mu b\\mkern6mu'],
    ['\\frac{1}{2}\\lambda_{i}', '\\frac{1}{2}\\lambda_{i}'],
  ])('turns %s into %s', (latex, expected) => {
    expect(portableLatex(latex)).toBe(expected);
  });

  it('leaves nothing that GitHub would take for its own, and nothing to do twice', () => {
    const latex = fc
      .array(fc.constantFrom('\\{', '\\|', '|', '\\\\', '\\,', '*', '<', 'x', '_', '^2', '\\zeta', ' ', '\n'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(latex, (source) => {
        const portable = portableLatex(source);
        expect(portable).not.toMatch(/[|*<>\n]|\\[^A-Za-z]/);
        expect(portableLatex(portable)).toBe(portable);
      }),
    );
  });

  it('stands on lines of its own for display', () => {
    expect(displayMath('a\\\\\n\nb')).toBe('$$\na\\cr b\n$$');
  });
});
