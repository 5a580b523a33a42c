import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import { splineSmoother } from '../../../numerics/splines/spline-smoother.js';
import { weightedNaturalSpline } from '../../../numerics/splines/weighted-natural-spline.js';
import { dataSets, roundOff, weightFunctions } from '../kernels/weight-functions.js';

const lambdas = fc.double({ min: -4, max: 4, noNaN: true }).map((k) => Math.exp(k * Math.LN10));

describe('splineSmoother', () => {
  it('is ridge regression with the kernel of ζ and generalized least squares, for any targets and λ', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(3), lambdas, ({ zeta, breaks, kernel }, { x, y }, lambda) => {
        const smoother = splineSmoother(x, zeta, breaks);
        smoother(
          y.map(() => 1),
          1,
        );
        const ridge = kernelInterpolant({ kernel, x, y, adjust: 'gls', ridge: lambda });
        smoother(y, lambda).forEach((value, j) => {
          expect(Math.abs(value - ridge.evaluateWithAffine(x[j]))).toBeLessThan(
            roundOff(Math.max(ridge.condition, 25), y),
          );
        });
      }),
    );
  });

  it('has the values of weightedNaturalSpline, bit for bit', () => {
    fc.assert(
      fc.property(weightFunctions, dataSets(3), lambdas, ({ zeta, breaks }, { x, y }, smoothing) => {
        expect(splineSmoother(x, zeta, breaks)(y, smoothing)).toEqual(
          weightedNaturalSpline({ x, y, zeta, breaks, smoothing }).values,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('refuses bad arguments', () => {
    expect(() => splineSmoother([0, 0, 1], () => 1)).toThrow(/expected strictly increasing x/);
    const smoother = splineSmoother([0, 1, 2], () => 1);
    expect(() => smoother([0, 1, 2], 0)).toThrow(/λ = 0/);
    expect(() => smoother([0, 1, 2], Infinity)).toThrow(/λ = Infinity/);
    expect(() => smoother([0, 1], 1)).toThrow(/3 x and 2 y/);
  });
});
