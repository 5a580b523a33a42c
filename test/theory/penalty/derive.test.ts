import { afterAll, describe, expect, it } from 'vitest';
import { closeCas } from '../../../theory/cas/ask.js';
import { parse } from '../../../theory/expression/parse.js';
import { initializations } from '../../../theory/initializations/index.js';
import type { Initialization, ZetaPiece } from '../../../theory/initializations/initialization.js';
import { deriveZeta } from '../../../theory/penalty/derive.js';
import { FalseStep } from '../../../theory/penalty/step.js';

afterAll(closeCas);

const named = (name: string): Initialization => initializations.find((i) => i.name === name)!;

describe('deriveZeta', () => {
  it.each(initializations.map((i) => [i.name, i] as const))(
    'derives ζ of %s with every identity verified',
    async (_, initialization) => {
      const { steps } = await deriveZeta(initialization);
      expect(steps.filter(({ status }) => status === 'abstained')).toEqual([]);
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
    await expect(deriveZeta(initialization)).rejects.toThrow(FalseStep);
  });
});
