import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelByQuadrature } from '../../../numerics/kernels/kernel-by-quadrature.js';
import { quadratureKernel } from '../../../numerics/kernels/law-kernel.js';
import { streams } from '../../../numerics/random/streams.js';
import { randomLaw } from '../../../proofs-check/univariate/random-laws.js';
import { initializations } from '../../../theory/initializations/index.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe.each(initializations.map((initialization) => [initialization.name, initialization] as const))(
  'every law must: %s',
  (name, initialization) => {
    const lawOf = (seed: number): ReturnType<typeof bindLaw> =>
      randomLaw(initialization, streams(seed).stream('parameters'));

    it('has a density of mass 1', () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          // The quadrature kernel refuses a law whose mass is not 1.
          expect(() => quadratureKernel(lawOf(seed))).not.toThrow();
        }),
        { numRuns: 5 },
      );
    });

    it('is symmetric under (w, b) → (−w, −b)', () => {
      fc.assert(
        fc.property(
          seeds,
          fc.double({ min: -3, max: 3, noNaN: true }),
          fc.double({ min: -3, max: 3, noNaN: true }),
          (seed, w, b) => {
            const { density } = lawOf(seed);
            if (density.form === 'density') expect(density.at(-w, -b)).toBe(density.at(w, b));
            else expect(density.at(-b)).toBe(density.at(b));
          },
        ),
      );
    });

    it('has ζ ≥ 0, finite at 0 and beside its breaks', () => {
      fc.assert(
        fc.property(seeds, fc.double({ min: -20, max: 20, noNaN: true }), (seed, x) => {
          const law = lawOf(seed);
          for (const at of [x, 0, ...law.breaks.flatMap((point) => [point * 0.999, point * 1.001])]) {
            expect(law.zeta(at)).toBeGreaterThanOrEqual(0);
            expect(law.zeta(at)).toBeLessThan(Infinity);
          }
        }),
      );
    });

    it('draws inside its bounds', () => {
      const law = lawOf(7);
      const stream = streams(8).stream('draws');
      const { bounds } = law.density;
      for (let i = 0; i < 2000; i++) {
        const [w, b] = law.draw(stream);
        expect(Math.abs(w)).toBeLessThanOrEqual(bounds.w);
        expect(Math.abs(b)).toBeLessThanOrEqual(bounds.b);
        expect(Math.sqrt(w * w + b * b)).toBeLessThanOrEqual(bounds.radius * (1 + 1e-15));
        if (law.density.form === 'atoms') expect(Math.abs(w)).toBe(law.density.w);
      }
    });

    it('has a closed-form kernel, if any, that agrees with quadrature of the density', () => {
      fc.assert(
        fc.property(
          seeds,
          fc.double({ min: -1, max: 1, noNaN: true }),
          fc.double({ min: -1, max: 1, noNaN: true }),
          (seed, s, t) => {
            const law = lawOf(seed);
            if (!law.kernel) return;
            const reach = Math.min(law.kernel.within, 3);
            const [x, y] = [s * reach, t * reach];
            const size = Math.sqrt(law.kernel.at(x, x) * law.kernel.at(y, y));
            // Both are sums of terms of the kernel's size: 1e3 eps of it.
            expect(Math.abs(law.kernel.at(x, y) - quadratureKernel(law)(x, y))).toBeLessThanOrEqual(
              2.3e-13 * size,
            );
          },
        ),
        { numRuns: 8 },
      );
    });

    it('reads its own full specification back', () => {
      const law = lawOf(3);
      expect(bindLaw(law.text).text).toBe(law.text);
      expect(bindLaw(name).values).toEqual(
        Object.fromEntries(initialization.parameters.map((p) => [p.name, p.default])),
      );
    });
  },
);

it('a law whose density has a wrong constant is refused', () => {
  expect(() => kernelByQuadrature({ kind: 'density', density: () => 0.3, wMax: 1, bMax: 1 })).toThrow(/mass/);
});
