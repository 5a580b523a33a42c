import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelInterpolant } from '../../../numerics/kernels/interpolant.js';
import {
  adjustedInterpolant,
  contrastInterpolant,
  polynomialContrasts,
} from '../../../numerics/kernels/polynomial-adjustment.js';
import { constant, dataSets, gaussian, grid, roundOff, supGap } from './weight-functions.js';

const data = dataSets(4);
/** With kernels in closed form. */
const weightFunctions = fc.constantFrom(gaussian(1, 1), gaussian(1, 0.5), constant(1, 1, 4));

describe('adjustedInterpolant', () => {
  it('with two terms or none is the kernel interpolant with an affine part or none', () => {
    fc.assert(
      fc.property(
        weightFunctions,
        data,
        fc.constantFrom('gls', 'ols', 'none'),
        ({ kernel }, { x, y }, adjust) => {
          const other = kernelInterpolant({ kernel, x, y, adjust });
          const terms = adjust === 'none' ? 0 : 2;
          const own = adjustedInterpolant({ kernel, x, y, terms }, adjust === 'ols' ? 'ols' : 'gls');
          const places = grid(x[0], x[x.length - 1], 21);
          const tolerance = roundOff(other.condition, y);
          expect(supGap(own.evaluate, other.evaluateWithAffine, places)).toBeLessThan(tolerance);
          expect(own.condition).toBe(other.condition);
        },
      ),
    );
  });

  it('is what contrasts give, for any number of terms, whatever polynomials are added to the kernel', () => {
    fc.assert(
      fc.property(weightFunctions, data, fc.integer({ min: 0, max: 3 }), ({ kernel }, { x, y }, terms) => {
        const own = adjustedInterpolant({ kernel, x, y, terms });
        const shifted = (s: number, t: number): number =>
          kernel(s, t) - (terms > 0 ? s * s * s + t * t * t : 0);
        const other = contrastInterpolant({ kernel: shifted, x, y, terms });
        const places = grid(x[0], x[x.length - 1], 21);
        const size = Math.max(...x.map((t) => 1 + Math.abs(t * t * t)));
        const tolerance = size * roundOff(Math.max(own.condition, other.condition), y);
        // The cubes stand beside a constant: with it among the terms they are taken away, the function keeps its shape.
        const cubes = other.coefficients.reduce((sum, c) => sum + c, 0);
        if (terms > 0) expect(Math.abs(cubes)).toBeLessThan(tolerance);
        expect(supGap(own.evaluate, other.evaluate, places)).toBeLessThan(tolerance);
      }),
    );
  });

  it('takes a polynomial of its terms out of the data, and gives it back', () => {
    fc.assert(
      fc.property(weightFunctions, data, fc.integer({ min: 1, max: 3 }), ({ kernel }, { x, y }, terms) => {
        const p = (t: number): number => [3, 3 - 2 * t, 3 - 2 * t + t * t][terms - 1];
        const plain = adjustedInterpolant({ kernel, x, y, terms });
        const more = adjustedInterpolant({ kernel, x, y: y.map((value, j) => value + p(x[j])), terms });
        const places = grid(x[0], x[x.length - 1], 21);
        const tolerance = roundOff(plain.condition, [...y, ...x.map(p)]);
        expect(supGap((t) => plain.evaluate(t) + p(t), more.evaluate, places)).toBeLessThan(tolerance);
      }),
    );
  });
});

describe('polynomialContrasts', () => {
  it('are orthonormal and orthogonal to powers', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: 0, max: 3 }), ({ x }, terms) => {
        const rows = polynomialContrasts(x, terms);
        expect(rows).toHaveLength(x.length - terms);
        rows.forEach((row, i) => {
          rows.forEach((other, k) => {
            const product = row.reduce((sum, value, j) => sum + value * other[j], 0);
            expect(Math.abs(product - (i === k ? 1 : 0))).toBeLessThan(1e-14);
          });
          for (let degree = 0; degree < terms; degree++) {
            const powers = x.map((t) => [1, t, t * t][degree]);
            const moment = row.reduce((sum, value, j) => sum + value * powers[j], 0);
            expect(Math.abs(moment)).toBeLessThan(1e-12 * Math.max(...powers.map(Math.abs)));
          }
        });
      }),
    );
  });

  it('need more points than terms', () => {
    expect(() => polynomialContrasts([1, 2], 2)).toThrow(/got 2 points and 2 polynomial terms/);
  });
});
