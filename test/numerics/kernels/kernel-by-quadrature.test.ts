import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelByQuadrature } from '../../../numerics/kernels/kernel-by-quadrature.js';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { constant, gaussian, grid, roundOff, supGap } from './weight-functions.js';

const input = fc.double({ min: -3, max: 3, noNaN: true });
const sigma = fc.double({ min: 0.3, max: 2, noNaN: true });

// Each of the nested integrals accepts 50 eps of round-off.
const RELATIVE = 100 * Number.EPSILON;

const normal = (t: number, s: number): number =>
  Math.exp((-t * t) / (2 * s * s)) / (s * Math.sqrt(2 * Math.PI));

const normalLaw = (sw: number, sb: number): ReturnType<typeof kernelByQuadrature> =>
  kernelByQuadrature({ kind: 'density', density: (w, b) => normal(w, sw) * normal(b, sb) });

describe('kernelByQuadrature', () => {
  it('gives the arc-cosine kernel for Gaussian laws', () => {
    fc.assert(
      fc.property(
        sigma,
        sigma,
        fc.array(fc.tuple(input, input), { minLength: 5, maxLength: 5 }),
        (sw, sb, pairs) => {
          const kernel = normalLaw(sw, sb);
          for (const [x, y] of pairs) {
            // The closed form cancels where the angle is near π: its error is relative to |p||q|.
            const scale = Math.sqrt(gaussian(sw, sb).kernel(x, x) * gaussian(sw, sb).kernel(y, y));
            expect(Math.abs(kernel(x, y) - gaussian(sw, sb).kernel(x, y))).toBeLessThan(RELATIVE * scale);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('gives the cubic kernel for uniform biases that reach beyond the data', () => {
    fc.assert(
      fc.property(sigma, input, input, (a, x, y) => {
        const box = kernelByQuadrature({
          kind: 'density',
          density: () => 1 / (16 * a * a),
          wMax: a,
          bMax: 4 * a,
        });
        const expected = constant((a * a) / 3, (a * a * a) / 4, 4 * a).kernel(x, y);
        expect(Math.abs(box(x, y) - expected)).toBeLessThan(RELATIVE * expected);
        const atoms = kernelByQuadrature({
          kind: 'atoms',
          atoms: [
            { w: a, probability: 0.5 },
            { w: -a, probability: 0.5 },
          ],
          biasDensity: () => 1 / (8 * a),
          bMax: 4 * a,
        });
        const binary = constant(a * a, a * a * a, 4 * a).kernel(x, y);
        expect(Math.abs(atoms(x, y) - binary)).toBeLessThan(RELATIVE * binary);
      }),
    );
  });

  it('agrees with plain nested sums over a box that the kinks cross', () => {
    const kernel = kernelByQuadrature({ kind: 'density', density: () => 0.25, wMax: 1, bMax: 1 });
    const [x, y] = [2, -1.5];
    const n = 1000;
    let sum = 0;
    for (const w of grid(-1 + 1 / n, 1 - 1 / n, n)) {
      for (const b of grid(-1 + 1 / n, 1 - 1 / n, n)) sum += Math.max(w * x + b, 0) * Math.max(w * y + b, 0);
    }
    // The midpoint rule errs by about h²(|x|+|y|)²/24 = 2e-6 on a piecewise smooth integrand.
    expect(Math.abs(kernel(x, y) - sum / (n * n))).toBeLessThan(1e-5);
  });

  it('is symmetric, and depends only on E R² for rotation-invariant laws', () => {
    const disk = kernelByQuadrature({ kind: 'density', density: () => 1 / Math.PI, radius: 1 });
    fc.assert(
      fc.property(input, input, (x, y) => {
        expect(disk(x, y)).toBe(disk(y, x));
        // E R² is 1/2 on the disk and 2 for the standard normal law.
        const scale = Math.sqrt((1 + x * x) * (1 + y * y));
        expect(Math.abs(disk(x, y) - gaussian(1, 1).kernel(x, y) / 4)).toBeLessThan(RELATIVE * scale);
      }),
    );
  });

  it('takes a designed law with kinks in C = −B/W, and a law that is not symmetric', () => {
    // p_C = triangle on [−2, 2], W ~ N(0, 1), B = −CW: ζ = E W² p_C.
    const triangle = (c: number): number => Math.max(0.5 - Math.abs(c) / 4, 0);
    const designed = kernelByQuadrature({
      kind: 'density',
      density: (w, b) => (normal(w, 1) * triangle(-b / w)) / Math.abs(w),
      breaks: [-2, 0, 2],
    });
    // W = 1, B ~ U(−3.6, 3.6).
    const onesided = kernelByQuadrature({
      kind: 'atoms',
      atoms: [{ w: 1, probability: 1 }],
      biasDensity: () => 1 / 7.2,
      bMax: 3.6,
    });
    const data = { x: [-1.5, -1, 0.2, 1, 1.7], y: [1, -1, 0.5, 1, 0] };
    for (const [kernel, zeta] of [
      [designed, triangle],
      [onesided, () => 1 / 7.2],
    ] as const) {
      const limit = kernelInterpolant({ kernel, ...data, adjust: 'gls' });
      const spline = weightedNaturalSpline({ ...data, zeta, breaks: [0] });
      const gap = supGap(limit.evaluateWithAffine, spline.evaluate, grid(-1.5, 1.7, 21));
      expect(gap).toBeLessThan(roundOff(limit.condition, data.y));
    }
  });

  it.each([
    [
      'a bound that the constant does not know of',
      { kind: 'density', density: (_: number, b: number) => normal(b, 1) / 2, wMax: 2 },
      /total mass is (2|1.99)/,
    ],
    [
      'a constant of the wrong size',
      { kind: 'density', density: () => 1, wMax: 1, bMax: 1 },
      /total mass is (4|3\.99)/,
    ],
    [
      'a scale too far from 1',
      { kind: 'density', density: (w: number, b: number) => normal(w, 1e-9) * normal(b, 1e-9) },
      /total mass is/,
    ],
    [
      'probabilities that do not add up',
      { kind: 'atoms', atoms: [{ w: 1, probability: 0.5 }], biasDensity: () => 0.5, bMax: 1 },
      /total mass is 0.5/,
    ],
  ] as const)('refuses %s', (_, law, message) => {
    expect(() => kernelByQuadrature(law)).toThrow(message);
  });
});
