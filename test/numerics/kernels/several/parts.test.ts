import fc from 'fast-check';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { biasProduct } from '../../../../numerics/kernels/several/bias-product.js';
import { cubeDirectionKernel } from '../../../../numerics/kernels/several/cube-direction-kernel.js';
import { polynomialBasis } from '../../../../numerics/kernels/several/monomials.js';
import { distance, dot, pointRows } from '../../../../numerics/kernels/several/points.js';
import { polyharmonicKernel } from '../../../../numerics/kernels/several/radial-kernel.js';
import { saddleCondition } from '../../../../numerics/kernels/several/saddle-condition.js';
import { integrate } from '../../../../numerics/quadrature/integrate.js';
import { streams } from '../../../../numerics/random/streams.js';
import { randomPoints } from '../../../../proofs-check/multivariate/point-sets.js';
import { erf } from '../../../../theory/expression/erf.js';
import { bindVectorLaw } from '../../../../theory/initializations/several/vector-law.js';
import { integerPower } from '../../../../theory/integer-power.js';

const value = fc.double({ min: -3, max: 3, noNaN: true });

describe('biasProduct', () => {
  it('of degree 1 under Gaussian biases is (pq + σ²)Φ(p/σ) + max(p, q) σ φ(p/σ), p the smaller', () => {
    fc.assert(
      fc.property(value, value, fc.double({ min: 0.05, max: 20, noNaN: true }), (p, q, sigma) => {
        const law = bindVectorLaw(`sphere-gaussian(sigmaB=${sigma.toFixed(6)})`, 2);
        const s = law.values.sigmaB;
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        const density = Math.exp((-low * low) / (2 * s * s)) / Math.sqrt(2 * Math.PI);
        const expected = ((low * high + s * s) * (1 + erf(low / (s * Math.SQRT2)))) / 2 + high * s * density;
        const scale = Math.sqrt((p * p + s * s) * (q * q + s * s));
        expect(Math.abs(biasProduct(law.density, 1)(p, q) - expected)).toBeLessThan(5e-14 * scale);
      }),
    );
  });

  it.each([0, 1, 2, 3])('of degree %i is the integral over the biases, for all laws of them', (degree) => {
    for (const spec of [
      'sphere-uniform(aB=0.7)',
      'sphere-shifted(aB=1,meanB=0.4)',
      'sphere-gaussian(sigmaB=0.3)',
    ]) {
      const { density } = bindVectorLaw(spec, 3);
      const product = biasProduct(density, degree);
      fc.assert(
        fc.property(value, value, (p, q) => {
          const integrand = (b: number): number =>
            p + b > 0 && q + b > 0 ? density.bias(b) * integerPower((p + b) * (q + b), degree) : 0;
          const [from, to] = density.biasRange;
          const expected = integrate(integrand, from, to, {
            breaks: [-p, -q, -2, -1, -0.3, 0, 0.3, 1, 2],
          }).value;
          const scale = integerPower((1 + Math.abs(p)) * (1 + Math.abs(q)), degree);
          expect(Math.abs(product(p, q) - expected)).toBeLessThan(5e-14 * scale);
        }),
        { numRuns: 20 },
      );
    }
  });
});

it('cubeDirectionKernel is the mean over normalised draws, by the density 1/(8 max(|V₁|,|V₂|)²) of the angle', () => {
  const kernel = cubeDirectionKernel(1.3);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -0.9, max: 0.9, noNaN: true }), { minLength: 4, maxLength: 4 }),
      (list) => {
        const [x, y] = pointRows(list, 2);
        const delta = [x[0] - y[0], x[1] - y[1]];
        const average = (f: (v: number[]) => number): number =>
          integrate(
            (phi) => {
              const v = [Math.cos(phi), Math.sin(phi)];
              return f(v) / (8 * integerPower(Math.max(...v.map(Math.abs)), 2));
            },
            0,
            2 * Math.PI,
            { breaks: [1, 3, 5, 7].map((k) => (k * Math.PI) / 4), absoluteTolerance: 1e-14 },
          ).value;
        const cube = average((v) => integerPower(Math.abs(dot(v, delta)), 3));
        const expected = 1.69 / 6 + average((v) => dot(v, x) * dot(v, y)) / 2 + cube / (24 * 1.3);
        expect(Math.abs(kernel(x, y) - expected)).toBeLessThan(1e-13);
      },
    ),
    { numRuns: 20 },
  );
  expect(kernel([0.3, 0.4], [0.3, 0.4])).toBeCloseTo(1.69 / 6 + 0.25 / 4, 15);
});

it('saddleCondition is the ratio of the largest to the smallest singular value, whatever the size of K', () => {
  const random = streams(3).stream('data');
  for (const degree of [-1, 0, 1, 2]) {
    const { x } = randomPoints(9, 2, 1, random);
    const points = pointRows(x, 2);
    const kernel = polyharmonicKernel(1);
    const design = points.map(polynomialBasis(points, degree).at);
    const rows = points.map((p, j) => [...points.map((q) => integerPower(distance(p, q), 3)), ...design[j]]);
    const largest = Math.max(...rows.map((row) => Math.max(...row.slice(0, 9))));
    const terms = design[0].length;
    const system = new Matrix([
      ...rows.map((row) => row.map((entry, k) => (k < 9 ? entry / largest : entry))),
      ...Array.from({ length: terms }, (_, k) => [
        ...design.map((row) => row[k]),
        ...new Array<number>(terms).fill(0),
      ]),
    ]);
    const expected = new SingularValueDecomposition(system).condition;
    expect(saddleCondition(kernel, x, 2, degree) / expected).toBeCloseTo(1, 6);
    expect(saddleCondition((p, q) => 1e5 * kernel(p, q), x, 2, degree) / expected).toBeCloseTo(1, 6);
  }
});
