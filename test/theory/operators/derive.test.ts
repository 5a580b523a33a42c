import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { closeCas } from '../../../theory/cas/ask.js';
import { compile } from '../../../theory/expression/compile.js';
import { mul, rational } from '../../../theory/expression/construct.js';
import { parse } from '../../../theory/expression/parse.js';
import { deriveOperatorTheory } from '../../../theory/operators/derive.js';
import { gaussianFiltered } from '../../../theory/operators/gaussian-pair.js';
import { rationalFiltered } from '../../../theory/operators/rational-pair.js';
import { rewritingStep, rewritten } from '../../../theory/operators/rewrite.js';
import { normal, parity, slice, type Rule } from '../../../theory/operators/rules.js';
import {
  BACKPROJECTION,
  derivative,
  laplacian,
  modulus,
  RADON,
  word,
  wordLatex,
} from '../../../theory/operators/term.js';
import { OPERATOR_THEORY } from '../../../theory/operators/theory.js';

afterAll(closeCas);

const power = (x: number, n: number): number => Array.from({ length: n }, () => x).reduce((p, q) => p * q, 1);

const scaled = (rule: Rule, factor: number): Rule => ({
  ...rule,
  rewrite(operators, d) {
    const found = rule.rewrite(operators, d);
    return found && { ...found, coefficient: mul(rational(factor), found.coefficient) };
  },
});

describe('deriveOperatorTheory', () => {
  it('proves every step that it does not state', { timeout: 60_000 }, async () => {
    const derivations = await deriveOperatorTheory(OPERATOR_THEORY, [2, 3]);
    const steps = derivations.flatMap(({ steps: of }) => of);
    expect(steps.filter(({ status }) => status !== 'proved' && status !== 'stated')).toEqual([]);
    expect(steps.filter(({ status }) => status === 'proved').length).toBeGreaterThan(60);
  });
});

describe('closed forms', () => {
  it('are the Dawson polynomials of the specification', () => {
    const expected = {
      2: '-2*((-c^3 + 3*c)*F + c^2 - 2)',
      4: '4*pi*((-c^5 + 10*c^3 - 15*c)*F + c^4 - 9*c^2 + 8)',
      6: '-8*pi^2*((-c^7 + 21*c^5 - 105*c^3 + 105*c)*F + c^6 - 20*c^4 + 87*c^2 - 48)',
    };
    fc.assert(
      fc.property(
        fc.constantFrom(2, 4, 6),
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (d, c, F) => {
          const ours = compile(gaussianFiltered(OPERATOR_THEORY, d).expr, ['c', 'F'])(c, F);
          expect(ours).toBeCloseTo(compile(parse(expected[d]), ['c', 'F'])(c, F), 9);
        },
      ),
    );
  });

  it('are (C/π)(d+1)! Re (1−ic)^{−(d+2)} for the rational pair', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.double({ min: -30, max: 30, noNaN: true }), (d, c) => {
        const [radius, angle] = [Math.sqrt(1 + c * c), Math.atan(c)];
        const pi = Math.PI;
        const factor = [1, 2, pi, (4 * pi) / 3, (pi * pi) / 2, (8 * pi * pi) / 15][d - 1];
        const size = (factor * [2, 6, 24, 120, 720, 5040][d - 1]) / power(radius, d + 2);
        const ours = compile(rationalFiltered(OPERATOR_THEORY, d).expr, ['c'])(c);
        expect(Math.abs(ours - size * Math.cos((d + 2) * angle))).toBeLessThan(1e-12 * size);
      }),
    );
  });
});

describe('rewritingStep', () => {
  it('is proved for true rules, and rejected if one has a wrong factor', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: -5, max: 9 }).filter((factor) => factor !== 1),
        async (d, s, factor) => {
          const start = word(rational(1), BACKPROJECTION, RADON, laplacian(s));
          const line = word(rational(1), modulus(s), RADON, laplacian(2));
          for (const [from, rule] of [
            [start, normal],
            [line, slice],
            [line, parity],
          ] as const) {
            expect((await rewritingStep('', from, [rule], d)).status).toBe('proved');
            expect((await rewritingStep('', from, [scaled(rule, factor)], d)).status).toBe('rejected');
          }
        },
      ),
      { numRuns: 3 },
    );
  });

  it('rejects a local operator in place of the Hilbert transform, and a false end', async () => {
    const start = word(rational(1), RADON, laplacian(3));
    const local = word(rational(1), derivative(3), RADON);
    expect((await rewritingStep('', start, [slice], 2, local)).status).toBe('rejected');
    const [one, two] = [rational(1), rational(2)];
    const halved = word(two, BACKPROJECTION, RADON);
    expect((await rewritingStep('', halved, [normal], 1, word(one))).status).toBe('rejected');
  });

  it('stops at rules that go in circles', () => {
    const circle: Rule = {
      title: 'circle',
      length: 1,
      rewrite: ([first]) =>
        first.kind === 'modulus' ? { coefficient: rational(1), operators: [first] } : undefined,
    };
    expect(() => rewritten(word(rational(1), modulus(2)), [circle], 2)).toThrow(/come to an end/);
    expect(wordLatex(rewritten(word(rational(1), modulus(3)), [parity], 2))).toBe(
      '-\\partial_c^{2}\\,H\\,\\partial_c',
    );
  });
});
