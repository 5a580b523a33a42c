import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polynomialContrasts } from '../../../numerics/kernels/polynomial-adjustment.js';
import { integrate } from '../../../numerics/quadrature/integrate.js';
import { greenActivations } from '../../../theory/activations/green.js';

/** The derivative of φ of which ∫·cos σz is |σ^k φ̂(σ)|: of the order at which φ is integrable. */
const integrable = (name: string): ((z: number) => number) => {
  const { activation, nullity } = greenActivations.find((each) => each.activation.name === name)!;
  if (nullity === 0) return activation.value;
  if (nullity === 1) return activation.derivative;
  return (z) => activation.derivative(z) * activation.derivative(-z); // of softplus: s(1 − s)
};

describe.each(greenActivations.map((green) => [green.activation.name, green] as const))(
  '%s',
  (name, green) => {
    const { activation, modulus, nullity, correlation, tail } = green;

    it('has the transform that quadrature shows', () => {
      fc.assert(
        fc.property(fc.double({ min: 0.05, max: 4, noNaN: true }), (sigma) => {
          const f = integrable(name);
          const transform =
            2 * integrate((z) => f(z) * Math.cos(sigma * z), 0, 45, { breaks: [1, 2, 4, 8, 16, 32] }).value;
          const power = [1, sigma, sigma * sigma][nullity];
          expect(Math.abs(power * modulus(sigma) - transform)).toBeLessThan(1e-13);
        }),
        { numRuns: 40 },
      );
    });

    it('has one energy of contrasts by three routes: in x, in frequency, in closed form', () => {
      const cases = fc.record({
        gaps: fc.array(fc.double({ min: 0.3, max: 2.5, noNaN: true }), {
          minLength: nullity + 1,
          maxLength: nullity + 3,
        }),
        which: fc.nat(10),
      });
      fc.assert(
        fc.property(cases, ({ gaps, which }) => {
          const x = gaps.reduce((points, gap) => [...points, points[points.length - 1] + gap], [0]);
          const rows = polynomialContrasts(x, nullity);
          const c = rows[which % rows.length];
          const reach = x[x.length - 1];
          const ladder = [0.5, 1, 2, 4, 8, 16];
          // Where the terms have come to polynomials, c takes them away: round-off is all that is left.
          const mixture = (t: number): number =>
            c.reduce((sum, cj, j) => sum + cj * activation.value(x[j] - t), 0);
          const direct = integrate((t) => mixture(t) * mixture(t), -42, reach + 42, {
            breaks: [...x, ...ladder.map((step) => -step), ...ladder.map((step) => reach + step)],
            relativeTolerance: 1e-13,
            absoluteTolerance: 1e-13,
          }).value;
          const spectrum = (sigma: number): number => {
            const [p, q] = [Math.cos, Math.sin].map((wave) =>
              c.reduce((sum, cj, j) => sum + cj * wave(sigma * x[j]), 0),
            );
            const size = modulus(sigma);
            return size * p * (size * p) + size * q * (size * q);
          };
          // Near 0 the contrast cancels what |φ̂|² does, and digits with it: there one place stands for the mean, which is
          // exact for c₀ + c₂σ².
          const near = 0.01;
          const rest = integrate(spectrum, near, 30, { breaks: [0.1, 1, 3, 9], absoluteTolerance: 1e-11 });
          const spectral = (near * spectrum(near / Math.sqrt(3)) + rest.value) / Math.PI;
          const closed = c.reduce(
            (sum, ci, i) =>
              sum + c.reduce((part, cj, j) => part + ci * cj * correlation(Math.abs(x[i] - x[j])), 0),
            0,
          );
          expect(Math.abs(closed - direct)).toBeLessThan(1e-11 * (1 + direct));
          expect(Math.abs(closed - spectral)).toBeLessThan(1e-9 * (1 + direct));
        }),
        { numRuns: 25 },
      );
    });

    it('is as near to its null space as `tail` says, and not much nearer', () => {
      const limits = { 'gaussian-bump': [0, 0], erf: [1, -1], tanh: [1, -1] }[name];
      for (let z = 1; z <= 4; z += 0.25) {
        const off = [z, -z].map((at, side) =>
          Math.abs(activation.value(at) - (limits ? limits[side] : Math.max(at, 0))),
        );
        for (const distance of off) {
          expect(distance).toBeLessThanOrEqual(tail(z) * (1 + 1e-12));
          expect(distance).toBeGreaterThan(tail(z) / 20);
        }
      }
    });
  },
);

it('the correlation of softplus has the second derivative ½ δ coth(δ/2) on both of its series', () => {
  const { correlation } = greenActivations.find(({ activation }) => activation.name === 'softplus')!;
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 12, noNaN: true }), (delta) => {
      const twice = integrate((t) => ((delta - t) * t) / (2 * Math.tanh(t / 2)), 0, delta).value;
      expect(Math.abs(correlation(delta) - twice)).toBeLessThan(1e-14 * (1 + twice));
    }),
  );
  expect(correlation(0)).toBe(0);
  expect(Math.abs(correlation(1.6) - correlation(1.6 - 1e-15))).toBeLessThan(5e-15);
});
