import { afterAll, describe, expect, it } from 'vitest';
import { closeCas } from '../../../theory/cas/ask.js';
import { parse } from '../../../theory/expression/parse.js';
import { initializations } from '../../../theory/initializations/index.js';
import type { Initialization, ZetaPiece } from '../../../theory/initializations/initialization.js';
import { deriveZeta, deriveZetaOfDegree } from '../../../theory/penalty/derive.js';

afterAll(closeCas);

const named = (name: string): Initialization => initializations.find((i) => i.name === name)!;

describe('deriveZeta', () => {
  it.each(initializations.map((i) => [i.name, i] as const))(
    'derives ζ of %s with every identity verified',
    async (_, initialization) => {
      const { steps } = await deriveZeta(initialization);
      expect(steps.filter(({ status }) => status === 'abstained' || status === 'rejected')).toEqual([]);
      expect(steps.filter(({ status }) => status === 'proved').length).toBeGreaterThanOrEqual(2);
      expect(steps[steps.length - 1].latex).toContain('\\zeta(x)');
    },
  );

  const withZeta = (name: string, ...pieces: ZetaPiece[]): Initialization => ({
    ...named(name),
    zeta: pieces,
  });
  it.each([
    [
      'gaussian, π forgotten',
      withZeta('gaussian', { zeta: parse('2*sigmaW^3*sigmaB^3/(sigmaB^2+sigmaW^2*x^2)^2') }),
    ],
    [
      'gaussian, exponent 3/2',
      withZeta('gaussian', { zeta: parse('2*sigmaW^3*sigmaB^3/(pi*(sigmaB^2+sigmaW^2*x^2)^(3/2))') }),
    ],
    [
      'gaussian, W and B exchanged',
      withZeta('gaussian', { zeta: parse('2*sigmaW^3*sigmaB^3/(pi*(sigmaW^2+sigmaB^2*x^2)^2)') }),
    ],
    [
      'uniform, constant 1/6',
      withZeta(
        'uniform',
        { to: parse('aB/aW'), zeta: parse('aW^3/(6*aB)') },
        { from: parse('aB/aW'), zeta: parse('aB^3/(8*aW*x^4)') },
      ),
    ],
    [
      'uniform, wrong crossing',
      withZeta(
        'uniform',
        { to: parse('aW/aB'), zeta: parse('aW^3/(8*aB)') },
        { from: parse('aW/aB'), zeta: parse('aB^3/(8*aW*x^4)') },
      ),
    ],
    [
      'binary, squared weight',
      withZeta('binary-uniform', { to: parse('aB/w0'), zeta: parse('w0^2/(2*aB)') }),
    ],
    [
      'rotation-invariant, factor 2',
      withZeta('rotation-invariant', { zeta: parse('2*radius^2*shape/((shape+2)*pi*(1+x^2)^2)') }),
    ],
  ])('refuses a false closed form: %s', async (_, initialization) => {
    const { steps } = await deriveZeta(initialization);
    expect(steps.map(({ status }) => status)).toContain('rejected');
  });

  const withDensity = (name: string, density: string): Initialization => {
    const initialization = named(name);
    return { ...initialization, law: { ...initialization.law, density: parse(density) } };
  };
  it.each([
    [
      'a growing density',
      withDensity('gaussian', 'exp(w^2/(2*sigmaW^2) + b^2/(2*sigmaB^2)) / (2*pi*sigmaW*sigmaB)'),
    ],
    ['a density that is not constant on circles', withDensity('rotation-invariant', 'exp(-w^2 - 4*b^2)')],
    [
      'pieces that do not meet',
      withZeta(
        'uniform',
        { to: parse('aB/aW'), zeta: parse('aW^3/(8*aB)') },
        { from: parse('7*aB/aW'), zeta: parse('aB^3/(8*aW*x^4)') },
      ),
    ],
  ])('rejects a step for %s', async (_, initialization) => {
    const { steps } = await deriveZeta(initialization);
    expect(steps.map(({ status }) => status)).toContain('rejected');
  });

  it.each([
    ['exp(-w^4 - b^4)', /multiple of w/],
    ['exp(-(w-1)^2/2 - b^2/2)', /multiple of w/],
    ['1/(1 + w^2 + b^2)^3', /neither constant in w nor an exponential/],
  ])('abstains, with the reason, from the density %s', async (density, reason) => {
    const { steps } = await deriveZeta(withDensity('gaussian', density));
    expect(steps).toMatchObject([
      { status: 'abstained', verifiedBy: expect.stringMatching(reason) as string },
    ]);
  });
});

describe('deriveZetaOfDegree', () => {
  const withForm = initializations.filter(({ zetaOfDegree }) => zetaOfDegree !== undefined);

  it.each([
    ...withForm.map((law) => [law.name, 2, law] as const),
    ['gaussian', 5, named('gaussian')] as const,
  ])('derives the weight of %s for degree %i', async (_, k, initialization) => {
    const { steps } = await deriveZetaOfDegree(initialization, k);
    expect(steps.filter(({ status }) => status === 'abstained' || status === 'rejected')).toEqual([]);
    expect(steps.filter(({ status }) => status === 'proved').length).toBeGreaterThanOrEqual(2);
    expect(steps[0].verifiedBy).toContain('Corollary 4');
  });

  it.each(['gaussian', 'uniform', 'binary-uniform'])(
    'refuses the weight of another degree: %s',
    async (name) => {
      const initialization = named(name);
      const wrong = { ...initialization, zetaOfDegree: () => initialization.zetaOfDegree!(3) };
      const { steps } = await deriveZetaOfDegree(wrong, 2);
      expect(steps.map(({ status }) => status)).toContain('rejected');
    },
  );

  it('abstains where no closed form is listed', async () => {
    const { steps } = await deriveZetaOfDegree(named('gaussian-uniform'), 2);
    expect(steps).toMatchObject([
      { status: 'abstained', verifiedBy: expect.stringMatching(/no closed form/) as string },
    ]);
  });
});
