import katex from 'katex';
import { afterAll, describe, expect, it } from 'vitest';
import { closeCas } from '../../../../theory/cas/ask.js';
import { mul, rational } from '../../../../theory/expression/construct.js';
import { parse } from '../../../../theory/expression/parse.js';
import type { ZetaPiece } from '../../../../theory/initializations/initialization.js';
import { vectorInitializations } from '../../../../theory/initializations/several/index.js';
import type {
  RayLaw,
  VectorInitialization,
} from '../../../../theory/initializations/several/vector-initialization.js';
import { deriveVectorZeta } from '../../../../theory/penalty/several/derive.js';

afterAll(closeCas);

const named = (name: string): VectorInitialization => vectorInitializations.find((i) => i.name === name)!;
const withZeta = (name: string, zeta: (d: number, pieces: readonly ZetaPiece[]) => readonly ZetaPiece[]) => ({
  ...named(name),
  zeta: (d: number) => zeta(d, named(name).zeta(d)),
});
const withLaw = (
  name: string,
  change: Partial<Extract<RayLaw, { form: 'density' }>>,
): VectorInitialization => ({
  ...named(name),
  law: (d: number) => ({ ...named(name).law(d), ...change }) as RayLaw,
});
const first = (pieces: readonly ZetaPiece[], change: Partial<ZetaPiece>): readonly ZetaPiece[] =>
  pieces.map((piece, k) => (k === 0 ? { ...piece, ...change } : piece));

describe.each(vectorInitializations.map((i) => [i.name, i] as const))('the derivation for %s', (_, law) => {
  it.each([2, 3, 6])('has every identity proved in %i inputs', async (inputs) => {
    const { steps } = await deriveVectorZeta(law, inputs);
    expect(steps.filter(({ status }) => status !== 'proved' && status !== 'stated')).toEqual([]);
    expect(steps.filter(({ status }) => status === 'proved').length).toBeGreaterThanOrEqual(6);
    expect(steps.map(({ title }) => title)).toContain('Closed form');
    for (const { latex } of steps)
      expect(() => katex.renderToString(latex, { strict: 'error' }), latex).not.toThrow();
  });

  it('goes through for another degree of the activation', async () => {
    const { steps } = await deriveVectorZeta(law, 2, 2);
    expect(steps.filter(({ status }) => status !== 'proved' && status !== 'stated')).toEqual([]);
    expect(steps[0].latex).toContain('U^{4}');
  });

  it('rejects twice the closed form: the integral over ℝ', async () => {
    const doubled = withZeta(law.name, (_d, pieces) =>
      pieces.map((piece) => ({ ...piece, zeta: mul(rational(2), piece.zeta) })),
    );
    const { steps } = await deriveVectorZeta(doubled, 3);
    expect(steps.map(({ status }) => status)).toContain('rejected');
  });

  it('ends, in one input, in the ζ of the theory of one input', async () => {
    const { steps } = await deriveVectorZeta(law, 1);
    const last = steps[steps.length - 1];
    if (law.oneInput)
      expect(last).toMatchObject({ title: `One input: the law ${law.oneInput.law.name}`, status: 'proved' });
    else expect(law.name).toBe('sphere-shifted');
  });
});

describe('a false version is rejected', () => {
  it.each([
    [
      'gaussian, the exponent (d+2)/2',
      withZeta('gaussian', (d) => [{ zeta: parse(`(sigmaB^2+c^2*sigmaW^2)^(-(${d}+2)/2)`) }]),
    ],
    [
      'uniform, another crossing',
      withZeta('uniform', (_, p) => [
        { ...p[0], to: parse('aB/aW') },
        { ...p[1], from: parse('aB/aW') },
      ]),
    ],
    ['uniform, pieces that do not meet', withZeta('uniform', (_, p) => first(p, { to: parse('2*aB*v/aW') }))],
    [
      'uniform, the direction left out',
      withZeta('uniform', (d, p) => first(p, { zeta: parse(`aW^3/(${d + 3}*2^${d + 1}*aB)`) })),
    ],
    [
      'ball-uniform, the volume left out',
      withZeta('ball-uniform', (d, p) => first(p, { zeta: parse(`aW^3/(${2 * d + 6}*aB)`) })),
    ],
    [
      'sphere-gaussian, a squared radius',
      withZeta('sphere-gaussian', (_, p) => first(p, { zeta: mul(parse('1/radius'), p[0].zeta) })),
    ],
    [
      'sphere-uniform, half the support',
      withZeta('sphere-uniform', (_, p) => first(p, { to: parse('aB/2') })),
    ],
    ['sphere-shifted, the mirror image', { ...named('sphere-shifted'), centre: parse('meanB') }],
    ['a growing density', withLaw('gaussian', { ray: parse('exp(u^2/sigmaW^2)') })],
  ] as const)('%s', async (_, initialization) => {
    const { steps } = await deriveVectorZeta(initialization, 3);
    expect(steps.map(({ status }) => status)).toContain('rejected');
  });

  it('of the law of one input that a law becomes', async () => {
    const { law } = named('sphere-gaussian').oneInput!;
    const wrong = { ...named('sphere-gaussian'), oneInput: { law, where: { w0: rational(1) } } };
    const { steps } = await deriveVectorZeta(wrong, 1);
    expect(steps[steps.length - 1].status).toBe('rejected');
  });
});

describe('a derivation abstains, with the reason, from', () => {
  it.each([
    ['a quartic exponent', withLaw('gaussian', { ray: parse('exp(-u^4)') }), /multiple of u or u²/],
    [
      'a density that decays as a power',
      withLaw('gaussian', { ray: parse('1/(1+u^2)^9') }),
      /times another function of u/,
    ],
    [
      'an exponential on a bounded support',
      withLaw('gaussian', { reach: parse('sigmaW') }),
      /only as e\^\(−ku²\)/,
    ],
    ['biases about another mean', withLaw('uniform', { biasCentre: parse('aB') }), /on a sphere only/],
    ['a missing piece', withZeta('uniform', (_, p) => [p[0]]), /other pieces/],
    [
      'a missing end',
      withZeta('sphere-uniform', (_, p) => [{ zeta: p[0].zeta }]),
      /bounded where the biases are/,
    ],
  ] as const)('%s', async (_, initialization, reason) => {
    const { steps } = await deriveVectorZeta(initialization, 2);
    expect(steps).toMatchObject([
      { status: 'abstained', verifiedBy: expect.stringMatching(reason) as string },
    ]);
  });
});
