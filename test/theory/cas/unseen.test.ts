import { describe, expect, it } from 'vitest';
import { branch } from '../../../theory/cas/branches.js';
import { openCases } from '../../../theory/cas/cases.js';
import { unseenBranch, unseenSide } from '../../../theory/cas/unseen.js';
import { boxOf } from '../../../theory/expression/domain.js';
import { parse } from '../../../theory/expression/parse.js';
import { print } from '../../../theory/expression/print.js';

const POSITIVE = [boxOf({ x: 'positive', y: 'positive' }, ['x', 'y'])];
const open = (text: string): string[] => openCases(parse(text), POSITIVE).map(print);

describe('openCases', () => {
  it.each([
    ['abs(x - 1) + max(x, y)', ['x - 1', 'x - y']],
    ['sqrt((x - y)^2)', ['x - y']],
    ['log((x - 2)^4) + x^(1/3)', ['x - 2']],
    ['(x - 3)^y', ['x - 3']],
    ['atan2(x - 1, -1)', ['x - 1']],
    ['atan2(x - 1, y - 2)', ['x - 1', 'y - 2']],
    ['1/(x - 1)^2 + 1/x', ['x - 1']],
    ['abs(x) + sqrt(x + y) + log(x*y) + atan2(x - y, x) + exp(x - y)', []],
  ])('of %s for x, y > 0 are %j', (text, cases) => {
    expect(open(text)).toEqual(cases);
  });
});

describe('branch', () => {
  it.each([
    ['abs(x - y)', 1, 'x - y'],
    ['abs(x - y)', -1, '-(x - y)'],
    ['min(x, y) + 2*max(x, y)', 1, 'y + 2*x'],
    ['sqrt((x - y)^2)^3', -1, '-(x - y)^3'],
    ['log((x - y)^2)', 1, '2*log(x - y)'],
    ['((x - y)^2)^(3/2)*exp(abs(x - y))', 1, '(x - y)^3*exp(x - y)'],
    ['abs(x + y)', -1, 'abs(x + y)'],
  ])('of %s where x - y has the sign %d is %s', (text, sign, expected) => {
    expect(print(branch(parse(text), new Map([['x - y', sign]])))).toBe(print(parse(expected)));
  });
});

describe('what the points have not seen', () => {
  const near = [0.5, 1.5, 2.5].flatMap((x) => [0.6, 1.6].map((y) => ({ x, y })));

  it('is a side of a case', () => {
    expect(unseenSide([parse('x - 1')], near)).toBeUndefined();
    expect(unseenSide([parse('x - 3')], near)).toBe(
      'the sign of x - 3 is open but was the same at all points',
    );
  });

  it('is a combination of cases', () => {
    // The points leave out x > 2, y > 1; there the product of the hinges is not zero, the sum of min and max is.
    const points = near.filter(({ x, y }) => x < 2 || y < 1);
    const unseen = (text: string): string | undefined => unseenBranch(parse(text), POSITIVE, points);
    expect(unseen('max(x - 2, 0)*max(y - 1, 0)')).toMatch(/^the case x - 2 > 0, y - 1 > 0 was not seen/);
    expect(unseen('abs(x - 2) - max(x - 2, 2 - x) + min(y, 1) + max(y, 1) - y - 1')).toBeUndefined();
    expect(unseen('1/(x - 2) + 1/(y - 1)')).toMatch(/was not seen/);
    expect(unseenBranch(parse('1/(x - 2) + 1/(y - 1)'), POSITIVE, near)).toBeUndefined();
  });
});
