import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { ARC_COSINE_DEGREES, arcCosineKernel } from '../../../numerics/kernels/arc-cosine.js';
import { kernelByQuadrature } from '../../../numerics/kernels/kernel-by-quadrature.js';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { kernelMatrix, type Kernel } from '../../../numerics/kernels/kernel-matrix.js';
import { lawKernel, quadratureKernel } from '../../../numerics/kernels/law-kernel.js';
import { universalKriging } from '../../../numerics/kernels/universal-kriging.js';
import { leakyRelu } from '../../../theory/activations/leaky-relu.js';
import { reluPower } from '../../../theory/activations/relu-power.js';
import { tanh } from '../../../theory/activations/tanh.js';
import { bindLaw } from '../../../theory/initializations/law.js';
import { gaussian, grid, roundOff, supGap } from './weight-functions.js';

const input = fc.double({ min: -2, max: 2, noNaN: true });
const sigma = fc.double({ min: 0.4, max: 2, noNaN: true });
const relative = (kernel: Kernel, x: number, y: number): number => Math.sqrt(kernel(x, x) * kernel(y, y));

const power = (t: number, k: number): number => (k === 0 ? 1 : t * power(t, k - 1));

describe('arcCosineKernel', () => {
  it.each(ARC_COSINE_DEGREES)('of degree %i is the kernel by quadrature', (k) => {
    fc.assert(
      fc.property(sigma, sigma, input, input, (sw, sb, x, y) => {
        const kernel = arcCosineKernel(sw, sb, k);
        const law = bindLaw(`gaussian(sigmaW=${sw.toFixed(3)},sigmaB=${sb.toFixed(3)})`);
        const same = arcCosineKernel(law.values.sigmaW, law.values.sigmaB, k);
        const direct = quadratureKernel(law, reluPower(k))(x, y);
        expect(Math.abs(same(x, y) - direct)).toBeLessThan(200 * Number.EPSILON * relative(same, x, y));
        expect(kernel(x, y)).toBe(kernel(y, x));
      }),
      { numRuns: 20 },
    );
  });

  it('refuses another degree', () => {
    expect(() => arcCosineKernel(1, 1, 4)).toThrow(/degree 4, expected one of 1, 2, 3/);
    expect(() => arcCosineKernel(1, 1, 0)).toThrow(/degree 0/);
  });
});

describe('lawKernel', () => {
  it.each([
    ['gaussian', reluPower(2)],
    ['gaussian', reluPower(4)],
    ['uniform', reluPower(2)],
    ['binary-uniform', leakyRelu(-1)],
    ['binary-uniform', leakyRelu(0)],
  ] as const)('of %s is the kernel by quadrature', (spec, activation) => {
    const law = bindLaw(spec);
    const [closed, direct] = [lawKernel(law, 2, activation), quadratureKernel(law, activation)];
    for (const [x, y] of [
      [0.3, -1.2],
      [1.4, 1.5],
      [-0.2, -0.2],
    ]) {
      expect(Math.abs(closed(x, y) - direct(x, y))).toBeLessThan(
        200 * Number.EPSILON * relative(direct, x, y),
      );
    }
  });
});

describe('kernelByQuadrature of another activation', () => {
  /** E[(Wx+B)(Wy+B)] of the laws below. */
  const second = {
    'uniform(aW=1,aB=2)': (x: number, y: number) => (x * y + 4) / 3,
    'binary-uniform(w0=1,aB=2)': (x: number, y: number) => x * y + 4 / 3,
    'gaussian(sigmaW=1,sigmaB=0.5)': (x: number, y: number) => x * y + 0.25,
  };
  it.each(Object.entries(second))('leaky ReLU: (1 − s)² K + s E[z z′] under %s', (spec, moment) => {
    const relu = quadratureKernel(bindLaw(spec));
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), input, input, (slope, x, y) => {
        const kernel = quadratureKernel(bindLaw(spec), leakyRelu(slope));
        const expected = (1 - slope) * (1 - slope) * relu(x, y) + slope * moment(x, y);
        expect(Math.abs(kernel(x, y) - expected)).toBeLessThan(
          1e3 * Number.EPSILON * relative(kernel, x, y) + 1e-15,
        );
      }),
      { numRuns: 6 },
    );
  });

  it('uniform biases beyond the data: polynomial + (−1)^(k+1) k!²/(2k+1)! E|W|^(2k+1) r^(2k+1)/(4a)', () => {
    // Differences of order k + 1 in either argument take the polynomial off.
    const differences = (kernel: Kernel, k: number, sign = (value: number): number => value): number => {
      const binomials = [
        [1, -2, 1],
        [1, -3, 3, -1],
        [1, -4, 6, -4, 1],
      ][k - 1].map(sign);
      const [left, right] = [grid(-1, 0.2, k + 2), grid(-0.7, 0.9, k + 2)];
      return binomials.reduce(
        (sum, p, i) => sum + binomials.reduce((inner, q, j) => inner + p * q * kernel(left[i], right[j]), 0),
        0,
      );
    };
    for (const k of [1, 2, 3]) {
      const kernel = quadratureKernel(bindLaw('binary-uniform(w0=1,aB=2)'), reluPower(k));
      const beta = [1 / 6, 1 / 30, 1 / 140][k - 1];
      const radial: Kernel = (x, y) =>
        ((k % 2 === 1 ? 1 : -1) * beta * power(Math.abs(x - y), 2 * k + 1)) / 8;
      const roundOff = 32 * Number.EPSILON * differences(kernel, k, Math.abs);
      expect(Math.abs(differences(kernel, k) - differences(radial, k))).toBeLessThan(roundOff);
      expect(roundOff).toBeLessThan(1e-7 * Math.abs(differences(radial, k)));
    }
  });

  it('refuses an activation that is not homogeneous', () => {
    expect(() => quadratureKernel(bindLaw('gaussian'), tanh)).toThrow(
      /tanh, expected a positively homogeneous/,
    );
    expect(() =>
      kernelByQuadrature({ kind: 'density', density: () => 0.25, wMax: 1, bMax: 1 }, tanh),
    ).toThrow(/tanh/);
  });
});

/** Interpolation by the saddle-point system [K P; Pᵀ 0] with monomials. */
function bySaddlePoint(kernel: Kernel, x: number[], y: number[], degree: number): (t: number) => number {
  const [n, p] = [x.length, degree + 1];
  const system = Matrix.zeros(n + p, n + p);
  system.setSubMatrix(kernelMatrix(kernel, x), 0, 0);
  x.forEach((xj, j) => {
    for (let i = 0; i < p; i++) {
      system.set(j, n + i, power(xj, i));
      system.set(n + i, j, power(xj, i));
    }
  });
  const c = solve(system, Matrix.columnVector([...y, ...new Array<number>(p).fill(0)])).to1DArray();
  return (t) =>
    x.reduce((sum, xj, j) => sum + c[j] * kernel(t, xj), 0) +
    c.slice(n).reduce((sum, coefficient, i) => sum + coefficient * power(t, i), 0);
}

describe('universalKriging', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 6 });
  const x = [-1.9, -1.1, -0.4, 0.5, 1.2, 1.8];

  it.each([0, 1, 2, 3])('with polynomials of degree %i solves the saddle-point system', (degree) => {
    const kernel = arcCosineKernel(1, 1, Math.max(1, degree));
    fc.assert(
      fc.property(values, (y) => {
        const kriging = universalKriging({ kernel, x, y, degree });
        const other = bySaddlePoint(kernel, x, y, degree);
        expect(supGap(kriging.evaluate, other, grid(-2, 2, 21))).toBeLessThan(roundOff(kriging.condition, y));
        // cᵀKc, and orthogonality of c to the polynomials.
        const { coefficients: c, squaredNorm } = kriging;
        const norm = x.reduce(
          (sum, xi, i) => sum + x.reduce((inner, xj, j) => inner + c[i] * c[j] * kernel(xi, xj), 0),
          0,
        );
        expect(Math.abs(norm - squaredNorm)).toBeLessThanOrEqual(1e-9 * (squaredNorm + 1));
      }),
      { numRuns: 30 },
    );
  });

  it('of degree 1 is the interpolant with the linear part by generalized least squares', () => {
    const { kernel } = gaussian(1, 1);
    fc.assert(
      fc.property(values, (y) => {
        const kriging = universalKriging({ kernel, x, y, degree: 1 });
        const { evaluateWithAffine, u, v } = kernelInterpolant({ kernel, x, y, adjust: 'gls' });
        const bound = roundOff(kriging.condition, y);
        expect(supGap(kriging.evaluate, evaluateWithAffine, grid(-2, 2, 21))).toBeLessThan(bound);
        expect(supGap(kriging.polynomial, (t) => u * t + v, grid(-2, 2, 5))).toBeLessThan(bound);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses data that do not fix the polynomial', () => {
    const kernel = arcCosineKernel(1, 1, 2);
    expect(() => universalKriging({ kernel, x: [0, 1], y: [0, 1], degree: 2 })).toThrow(/degree 2/);
    expect(() => universalKriging({ kernel, x: [0, 1], y: [0], degree: 0 })).toThrow(/2 x and 1 y/);
  });
});
