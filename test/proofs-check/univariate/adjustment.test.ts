import { inverse, Matrix } from 'ml-matrix';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { kernelMatrix } from '../../../numerics/kernels/kernel-matrix.js';
import { lawKernel } from '../../../numerics/kernels/law-kernel.js';
import { unadjustedGap } from '../../../proofs-check/univariate/adjustment-gap.js';
import { BINARY, plateauOf, UNIFORM } from '../../../proofs-check/univariate/plateau-protocol.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const kernel = lawKernel(bindLaw(UNIFORM), 2);
const number = fc.double({ min: -3, max: 3, noNaN: true });

/** Left sides and bounds of Theorem 38, from an independent prototype in another language. */
it.each([
  [0, 0.0154, 0.4],
  [1, 0.0105, 0.34],
  [5, 0.042, 0.98],
  [10, 0.138, 1.98],
  [50, 0.362, 3.6],
])('Theorem 38 on the example with %d + %dx', (size, expected, bound) => {
  const x = [-2, -1.6, 0.3, 0.6, 2];
  const y = [1.5, 0.5, 1.5, 0.5, 1.5].map((yj, j) => yj + size * (1 + x[j]));
  const gap = unadjustedGap(kernel, { x, y }, 2);
  const { left, d1, share } = gap.of(gap.line);
  expect(Math.abs(left - expected)).toBeLessThan(6e-4);
  expect(Math.abs(2 * Math.sqrt(d1) + d1 - bound)).toBeLessThan(6e-3);
  expect(Math.abs(left - (d1 - share))).toBeLessThan(1e-11);
});

describe('plateaus', () => {
  it.each([
    [UNIFORM, 'none', 0.177, 0.0745],
    [UNIFORM, 'ols', 0.0147, 0.0074],
    [BINARY, 'none', 0.422, 0.153],
    [BINARY, 'ols', 0.0765, 0.0384],
  ] as const)('%s, %s: as in an independent prototype', (law, adjust, sup, rms) => {
    const plateau = plateauOf(law, adjust);
    // The coarser grid here misses the very top.
    expect(Math.abs(plateau.sup / sup - 1)).toBeLessThan(6e-3);
    expect(Math.abs(plateau.rms / rms - 1)).toBeLessThan(6e-3);
  });

  it('vanish with generalized least squares', () => {
    for (const law of [UNIFORM, BINARY]) expect(plateauOf(law, 'gls').sup).toBeLessThan(1e-9);
  });
});

it('interpolation with K + c(xx′ + 1) is ridge regression of the linear part with penalty 1/c', () => {
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 4, maxLength: 4 }),
      fc.double({ min: -2, max: 4, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      (y, power, t) => {
        const x = [-1.8, -0.6, 0.5, 1.7];
        const c = Math.exp(power);
        const skip = kernelInterpolant({
          kernel: (p, q) => kernel(p, q) + c * (p * q + 1),
          x,
          y,
          adjust: 'none',
        });
        const inverseOfK = inverse(kernelMatrix(kernel, x));
        const design = new Matrix(x.map((xj) => [xj, 1]));
        const normal = Matrix.add(design.transpose().mmul(inverseOfK).mmul(design), Matrix.eye(2).mul(1 / c));
        const part = inverse(normal)
          .mmul(design.transpose().mmul(inverseOfK).mmul(Matrix.columnVector(y)))
          .to1DArray();
        const [u, v] = part;
        const rest = inverseOfK.mmul(Matrix.columnVector(y.map((yj, j) => yj - u * x[j] - v))).to1DArray();
        const value = rest.reduce((sum, r, j) => sum + r * kernel(t, x[j]), u * t + v);
        expect(Math.abs(skip.evaluate(t) - value)).toBeLessThan(1e-9);
      },
    ),
  );
});
