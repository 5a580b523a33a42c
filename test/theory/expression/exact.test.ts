import { describe, expect, it } from 'vitest';
import type { SymbolDomain } from '../../../theory/expression/domain.js';
import { boxOf } from '../../../theory/expression/domain.js';
import { drawsFor } from '../../../theory/expression/draws.js';
import { exactly } from '../../../theory/expression/exact.js';
import { parse } from '../../../theory/expression/parse.js';
import { symbolsOf } from '../../../theory/expression/substitute.js';

const outcome = (text: string, domain: SymbolDomain = 'positive') => {
  const e = parse(text);
  const names = [...symbolsOf(e)];
  return exactly(e, boxOf(Object.fromEntries(names.map((name) => [name, domain])), names), drawsFor(text));
};

describe('exactly', () => {
  it.each([
    '(x + y)^5 - x*(x + y)^4 - y*(x + y)^4',
    'exp(x)*exp(y) - exp(x + y)',
    'exp(x/3)^3 - exp(x)',
    'exp(-x^2/(2*y^2) - x) * exp(x) - 1/exp(x^2/y^2)^(1/2)',
    'exp(1)*exp(1/2) - exp(3/2)',
    'exp(sqrt(2)*x)^2 - exp(x*sqrt(8))',
    'sqrt(2)*sqrt(3) - sqrt(6)',
    'sqrt(x)*sqrt(y) - sqrt(x*y)',
    'sqrt(x)*sqrt(y)*sqrt(x*y) - x*y',
    '1/(sqrt(2) + sqrt(3) + sqrt(5)) - (2*sqrt(3) + 3*sqrt(2) - sqrt(30))/12',
    'sqrt(x^2*exp(2*y)) - x*exp(y)',
    'x^y*x^(2*y) - x^(3*y)',
    'sqrt(2*pi)/pi - sqrt(2)/sqrt(pi)',
    'sin(x)^2 + cos(x)^2 - 1',
    'erf(x - y) + erf(y - x)',
    'gammaP2(x) - 1 + (1 + x)*exp(-x)',
    'abs(-x*y) - x*y',
    'log(1)*x',
    'sqrt((x + y)^2) - x - y',
  ])('%s is zero for positive x, y', (text) => {
    expect(outcome(text)).toMatchObject({ kind: 'zero' });
    expect(outcome(text)).not.toHaveProperty('unsettled');
  });

  it.each([
    'x - y',
    'sqrt(2)*sqrt(3) - sqrt(5)',
    'sqrt(x)*sqrt(y) - sqrt(x + y)',
    'x/10^30',
    'abs(x - y) - x + y',
  ])('%s has a counterexample', (text) => {
    expect(outcome(text)).toMatchObject({ kind: 'nonzero' });
  });

  it.each([
    'log(x^2) - 2*log(x)',
    'exp(log(x)) - x',
    'erf(x) - x',
    'pi - 355/113',
    'sin(2*x) - 2*sin(x)*cos(x)',
  ])('%s is a matter of transcendentals', (text) => {
    expect(outcome(text)).toEqual({ kind: 'formal' });
  });

  it.each([
    ['exp(exp(x)) - exp(exp(x))*1/2*2', 'nested exponentials'],
    ['sqrt(1 + sqrt(x)) - x', 'nested square roots'],
    ['log(x - 100)', 'logarithm of a number that is not positive at a point of the domain'],
    ['1/(x - x*y/y)', 'division by zero at a point of the domain'],
    ['sqrt(2) + sqrt(3) + sqrt(5) + sqrt(7) + sqrt(11)', 'more than 4 independent square roots'],
    ['x^2000', 'the exponent 2000 is too large'],
    ['log(10^400)*x', 'a number beyond double precision'],
  ])('%s is out of reach: %s', (text, reason) => {
    expect(outcome(text)).toEqual({ kind: 'inapplicable', reason });
  });

  it('knows when points cannot exhaust the cases', () => {
    expect(outcome('abs(x - 1000) + x - 1000')).toMatchObject({ kind: 'zero', unsettled: 'x - 1000' });
    expect(outcome('sqrt((x - 1000)^2) + x - 1000')).toMatchObject({
      kind: 'zero',
      unsettled: '(x - 1000)^2',
    });
    expect(outcome('exp(1000 - x) - exp(abs(x - 1000))')).toMatchObject({ unsettled: 'x - 1000' });
    expect(outcome('exp(y)*exp(min(x, 1000)) - exp(x + y)')).toMatchObject({ unsettled: 'x - 1000' });
    expect(outcome('sqrt((y/(x - 1000))^2) - y/(1000 - x)')).toHaveProperty('unsettled');
    expect(outcome('max(x, -y) - x')).not.toHaveProperty('unsettled');
    expect(outcome('sqrt(x)*sqrt(x) - x', 'nonnegative')).not.toHaveProperty('unsettled');
  });

  it('takes the number of points that the degree asks for', () => {
    const low = outcome('x - x*y/y');
    const high = outcome('(x + y)^300*(x - y) - (x + y)^300*(x - y)*y/y');
    expect(low.kind === 'zero' && high.kind === 'zero' && high.points > low.points).toBe(true);
    if (high.kind !== 'zero') return;
    // (degree/2^22)^points ≤ 2^-100
    expect(high.points * (22 - Math.log2(high.degree))).toBeGreaterThanOrEqual(100);
    expect(high.degree).toBeGreaterThanOrEqual(302);
  });
});
