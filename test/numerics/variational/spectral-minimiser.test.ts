import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastInterpolant } from '../../../numerics/kernels/polynomial-adjustment.js';
import { naturalCubicSpline } from '../../../numerics/splines/natural-cubic-spline.js';
import { spectralMinimiser } from '../../../numerics/variational/spectral-minimiser.js';
import { greenActivations } from '../../../theory/activations/green.js';
import { grid, supGap } from '../kernels/weight-functions.js';

const data = fc
  .array(
    fc.tuple(fc.double({ min: 0.8, max: 2, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
    {
      minLength: 4,
      maxLength: 7,
    },
  )
  .map((steps) => {
    const x: number[] = [];
    for (const [gap] of steps) x.push((x[x.length - 1] ?? -3) + gap);
    return { x, y: steps.map(([, value]) => value) };
  });

describe.each(greenActivations.map((green) => [green.activation.name, green] as const))('%s', (_, green) => {
  const { modulus, nullity, correlation } = green;

  it('is the interpolant by the kernel φ ⋆ φ, with its norm as energy', () => {
    fc.assert(
      fc.property(data, ({ x, y }) => {
        const kernel = (s: number, t: number): number => correlation(Math.abs(s - t));
        const other = contrastInterpolant({ kernel, x, y, terms: nullity });
        const own = spectralMinimiser({ x, y, modulus, nullity });
        const tolerance = 1e3 * Number.EPSILON * other.condition;
        expect(supGap(own.evaluate, other.evaluate, grid(x[0], x[x.length - 1], 31))).toBeLessThan(tolerance);
        expect(Math.abs(own.energy - other.squaredNorm)).toBeLessThan(tolerance * (1 + own.energy));
      }),
      { numRuns: 30 },
    );
  });

  it('costs less than what passes through one more point beside it, and the same as through one more upon it', () => {
    fc.assert(
      fc.property(data, fc.double({ min: 0.02, max: 1, noNaN: true }), ({ x, y }, step) => {
        const own = spectralMinimiser({ x, y, modulus, nullity });
        const place = (x[1] + x[2]) / 2;
        const through = (value: number): number =>
          spectralMinimiser({ x: [...x, place], y: [...y, value], modulus, nullity }).energy;
        const at = own.evaluate(place);
        const [above, upon, below] = [at + step, at, at - step].map(through);
        expect(Math.abs(upon - own.energy)).toBeLessThan(1e-6 * (above + below));
        expect(Math.min(above, below)).toBeGreaterThan(own.energy);
        // The cost of a detour is a square.
        expect(Math.abs(above - below)).toBeLessThan(1e-6 * (above + below));
      }),
      { numRuns: 30 },
    );
  });
});

it('with |φ̂| = σ⁻² is the natural cubic spline, up to frequencies that are cut off', () => {
  const x = [-2, -1, 0, 1, 2];
  const y = [1.5, 0.5, 1.5, 0.5, 1.5];
  const own = spectralMinimiser({
    x,
    y,
    nullity: 2,
    // Cut off smoothly at frequency 30.
    modulus: (sigma) => Math.exp(-(sigma * sigma) / 900) / (sigma * sigma),
  });
  const spline = naturalCubicSpline(x, y);
  const places = grid(-2, 2, 41);
  const gap = supGap(own.evaluate, (t) => spline.evaluate(t), places);
  expect(gap).toBeLessThan(1e-2);
  expect(gap).toBeGreaterThan(1e-9);
});

it('asks for more points than it leaves free', () => {
  const { modulus } = greenActivations[3];
  expect(() => spectralMinimiser({ x: [0, 1], y: [0, 1], modulus, nullity: 2 })).toThrow(
    /more points than terms/,
  );
});
