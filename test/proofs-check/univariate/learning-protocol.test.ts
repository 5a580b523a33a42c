import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitAffine } from '../../../numerics/kernels/affine-part.js';
import { lawKernel } from '../../../numerics/kernels/law-kernel.js';
import { kernelMatrix } from '../../../numerics/kernels/kernel-matrix.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { learnersOf, lineOf, meanSquare } from '../../../proofs-check/univariate/learning-protocol.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const POINTS = 12;
const laws = fc
  .constantFrom('uniform(aW=1,aB=1)', 'gaussian(sigmaW=1,sigmaB=1)')
  .map((text) => bindLaw(text));
const targets = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
  minLength: POINTS,
  maxLength: POINTS,
});
const times = fc.double({ min: -1, max: 2, noNaN: true }).map((power) => Math.exp(power * Math.LN10));

describe('learnersOf', () => {
  it('stops gradient descent on (1/2M)Σr² at the given time', () => {
    fc.assert(
      fc.property(laws, targets, times, (law, y, time) => {
        const { x, flow } = learnersOf(law, 1, POINTS);
        const kernel = kernelMatrix(lawKernel(law, 1), x).to2DArray();
        const line = lineOf(x, y);
        // Steps of η with ηκ/M below 1/1000 err by at most a thousandth of the data.
        const largest = Math.max(...kernel.map((row) => row.reduce((sum, v) => sum + Math.abs(v), 0)));
        const steps = Math.ceil((1000 * time * largest) / POINTS);
        let f = line;
        for (let s = 0; s < steps; s++) {
          const gradient = f.map((value, j) => (value - y[j]) / POINTS);
          f = f.map((v, i) => v - (time / steps) * kernel[i].reduce((sum, k, j) => sum + k * gradient[j], 0));
        }
        flow!(y, time).forEach((value, j) => {
          expect(Math.abs(value - f[j])).toBeLessThan(1e-3 * Math.hypot(...y) + 1e-12);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('weighs the curvature of the smoothing spline by 1/T, against the mean of squares', () => {
    fc.assert(
      fc.property(laws, targets, times, (law, y, time) => {
        const { x, spline } = learnersOf(law, 1, POINTS);
        const cost = (g: ArrayLike<number>): number =>
          meanSquare(g, y) + weightedNaturalSpline({ x, y: g, zeta: law.zeta }).energy / time;
        const learned = spline(y, time);
        const least = cost(learned);
        for (let j = 0; j < POINTS; j += 3) {
          for (const step of [0.01, -0.01]) {
            expect(cost(learned.map((value, k) => (k === j ? value + step : value)))).toBeGreaterThan(
              least - 1e-10 * (1 + least),
            );
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('begins with the least-squares line and ends with the data', () => {
    const law = bindLaw('gaussian(sigmaW=1,sigmaB=1)');
    const { x, spline, flow } = learnersOf(law, 1, POINTS);
    const y = x.map((t, j) => Math.sin(3 * t) + Math.cos(5 * j));
    const { u, v } = fitAffine(x, y, (z) => z);
    for (const learn of [spline, flow!]) {
      const [start, end] = [learn(y, 1e-9), learn(y, 1e15)];
      x.forEach((t, j) => {
        expect(start[j]).toBeCloseTo(u * t + v, 6);
        expect(end[j]).toBeCloseTo(y[j], 6);
      });
    }
  });
});
