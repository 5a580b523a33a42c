import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quadraticExpectation } from '../../../numerics/kernels/kernel-by-quadrature.js';
import { designedLaw } from '../../../numerics/design/designed-law.js';
import { hiddenLaw, lawKernel } from '../../../numerics/kernels/law-kernel.js';
import {
  combineWeights,
  outputWeightSpace,
  weightOf,
  type OutputWeights,
} from '../../../numerics/kernels/output-weights.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const LAWS = [
  'gaussian(sigmaW=1.3,sigmaB=0.7)',
  'correlated-gaussian(sigmaW=1,sigmaB=1.5,rho=0.6)',
  'uniform(aW=1,aB=2)',
  'binary-uniform(w0=1,aB=2)',
  'rotation-invariant(radius=1.5,shape=3)',
].map(bindLaw);
const DESIGNED = designedLaw(
  { at: (x) => 1 + x * x, from: -2, to: 3, breaks: [] },
  'designed(penalty=1+x^2,from=-2,to=3)',
);
const REACH = 2;
const number = fc.double({ min: -2, max: 2, noNaN: true });
const weights: fc.Arbitrary<OutputWeights> = fc
  .record({ p: number, q: number, terms: fc.array(fc.tuple(number, number), { maxLength: 4 }) })
  .map(({ p, q, terms }) => ({
    p,
    q,
    at: terms.map(([z]) => z),
    coefficients: terms.map(([, c]) => c),
  }));
/** Far above the round-off of sums of a dozen terms of order ten. */
const NEAR = 1e-11;

describe.each([...LAWS, DESIGNED])('output weights under $text', (law) => {
  const space = outputWeightSpace(lawKernel(law, REACH), REACH);
  const expectation = (f: (w: number, b: number) => number, kinks: readonly number[]): number =>
    quadraticExpectation(hiddenLaw(law), f, kinks);

  it('represent and weigh by the kernel what they do by quadrature of the density', () => {
    fc.assert(
      fc.property(weights, number, (alpha, x) => {
        const square = expectation((w, b) => weightOf(alpha, w, b) * weightOf(alpha, w, b), alpha.at);
        expect(Math.abs(space.squaredNorm(alpha) - square)).toBeLessThan(NEAR);
        const value = expectation((w, b) => weightOf(alpha, w, b) * Math.max(0, w * x + b), [...alpha.at, x]);
        expect(Math.abs(space.represent(alpha, x) - value)).toBeLessThan(NEAR);
      }),
      { numRuns: 12 },
    );
  });

  it('represent a line everywhere, and by the paper’s formula when W and B are uncorrelated', () => {
    const [ww, wb, bb] = [
      (w: number) => w * w,
      (w: number, b: number) => w * b,
      (_: number, b: number) => b * b,
    ].map((f) => expectation(f, []));
    fc.assert(
      fc.property(number, number, number, (u, v, x) => {
        const alpha = space.line({ u, v });
        expect(Math.abs(space.represent(alpha, x) - (u * x + v))).toBeLessThan(NEAR);
        if (Math.abs(wb) < NEAR) {
          expect(Math.abs(alpha.p - (2 * u) / ww)).toBeLessThan(NEAR);
          expect(Math.abs(alpha.q - (2 * v) / bb)).toBeLessThan(NEAR);
        }
      }),
    );
  });
});

it('combineWeights adds weights up, each feature once', () => {
  fc.assert(
    fc.property(weights, weights, number, number, number, number, (alpha, beta, s, t, w, b) => {
      const sum = combineWeights([alpha, beta, alpha], [s, t, 1]);
      expect(new Set(sum.at).size).toBe(sum.at.length);
      const expected = (s + 1) * weightOf(alpha, w, b) + t * weightOf(beta, w, b);
      expect(Math.abs(weightOf(sum, w, b) - expected)).toBeLessThan(NEAR);
    }),
  );
});

it('quadraticExpectation is exact where a kink of the integrand crosses the law', () => {
  // W = ±1, B ~ U(−2, 2): E relu(W + B)² = (1/4)(∫_{−1}^{2}(1+b)² + ∫_{1}^{2}(b−1)²)/2 = (9 + 1/3)/8.
  const law = hiddenLaw(bindLaw('binary-uniform(w0=1,aB=2)'));
  const value = quadraticExpectation(law, (w, b) => Math.max(0, w + b) * Math.max(0, w + b), [1]);
  expect(Math.abs(value - 28 / 24)).toBeLessThan(1e-14);
});
