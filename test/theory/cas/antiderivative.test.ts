import { afterAll, describe, expect, it } from 'vitest';
import { antiderivative } from '../../../theory/cas/antiderivative.js';
import { closeCas } from '../../../theory/cas/ask.js';
import { compile } from '../../../theory/expression/compile.js';
import { parse } from '../../../theory/expression/parse.js';
import { everywhere } from './helpers.js';

afterAll(closeCas);

/** ∫ over [1/4, 3/2] by Simpson's rule with 400 intervals: error at most 1.25 h⁴/180 max|f⁗|, for w^-2 3e-7. */
function simpson(f: (w: number) => number): number {
  const n = 400;
  const h = 1.25 / n;
  let sum = f(0.25) + f(1.5);
  for (let k = 1; k < n; k++) sum += (k % 2 === 1 ? 4 : 2) * f(0.25 + k * h);
  return (sum * h) / 3;
}

describe('antiderivative', () => {
  it.each([
    'w^3',
    'w^4',
    'w^3*exp(-k*w^2)',
    'w^3*exp(-k*w)',
    'w*exp(-w^2)',
    '(w^2 + k)^2',
    '1/w^2',
    'exp(-k*w)',
  ])('of %s is proved, and agrees with quadrature', async (text) => {
    const integrand = parse(text);
    const found = await antiderivative(integrand, 'w', everywhere(integrand, 'positive'));
    expect(found).toMatchObject({ kind: 'antiderivative', judgement: { status: 'proved' } });
    if (found.kind === 'abstain') return;
    expect(Object.values(found.derivatives)).not.toContain('disagrees');
    const [primitive, f] = [found.antiderivative, integrand].map((e) => compile(e, ['w', 'k']));
    expect(Math.abs(primitive(1.5, 0.7) - primitive(0.25, 0.7) - simpson((w) => f(w, 0.7)))).toBeLessThan(
      1e-6,
    );
  });

  it.each(['w^2*exp(-w^2)', 'w^2/(a + b*w)', 'exp(-w^4)', 'abs(w - 1)'])(
    'of %s, which neither system gets right, is not given',
    async (text) => {
      const integrand = parse(text);
      const found = await antiderivative(integrand, 'w', everywhere(integrand, 'positive'));
      expect(found.kind).toBe('abstain');
      expect(found.kind === 'abstain' && found.reason).toMatch(/nerdamer: .*; algebrite: /);
    },
  );
});
