import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestFilterGap } from '../../../../numerics/networks/linearized/filter-gap.js';
import { descentFilter, flowFilter } from '../../../../numerics/networks/linearized/filters.js';

const D = Decimal.clone({ precision: 40 });
const steps = fc.double({ min: 1e-6, max: 0.95, noNaN: true });

/** A second route: the largest of a list, then of ever finer lists around it, in forty digits. */
function searched(step: number): { z: Decimal; gap: Decimal } {
  const base = step === 0 ? new D(-1).exp() : new D(1).minus(step).pow(new D(1).div(step));
  const distance = (z: Decimal): Decimal => new D(1).div(z.plus(1)).minus(base.pow(z));
  let [z, width] = [new D(2), new D(2)];
  for (let round = 0; round < 14; round++) {
    const list = Array.from({ length: 21 }, (_, k) => z.plus(width.times((k - 10) / 10)));
    z = list.reduce((best, each) => (distance(each).gt(distance(best)) ? each : best));
    width = width.div(5);
  }
  return { z, gap: distance(z) };
}

describe('largestFilterGap', () => {
  it('is .203632 at z = 2.512862 for gradient flow, −1 − 2W₋₁(−1/(2√e)) by Lambert’s function', () => {
    const { z, gap } = largestFilterGap();
    expect(z).toBeCloseTo(2.512862, 6);
    expect(gap).toBeCloseTo(0.203632, 6);
    // w = W₋₁(q) is where w e^w = q, w < −1.
    const w = -(1 + z) / 2;
    expect(w * Math.exp(w)).toBeCloseTo(-1 / (2 * Math.sqrt(Math.E)), 14);
    expect(gap).toBeCloseTo(z / (1 + z) / (1 + z), 14);
  });

  it('is what a search in forty digits finds', () => {
    for (const step of [0, 0.01, 0.1, 0.5, 0.8, 0.95]) {
      const [found, { z, gap }] = [searched(step), largestFilterGap(step)];
      expect(Math.abs(found.z.toNumber() - z)).toBeLessThan(1e-7);
      expect(Math.abs(found.gap.toNumber() - gap)).toBeLessThan(1e-14);
    }
  });

  it('bounds the distance of the two filters at every time, for every smaller step; the spline is never ahead', () => {
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(10_000), (step, share, t) => {
        const h = step * share;
        const spline = (h * t) / (1 + h * t);
        for (const ahead of [h * descentFilter(h, t) - spline, h * flowFilter(h, t) - spline]) {
          expect(ahead).toBeGreaterThanOrEqual(-1e-15);
          expect(ahead).toBeLessThanOrEqual(largestFilterGap(step).gap + 1e-15);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a step that does not shrink the mode by less than all of it', () => {
    expect(() => largestFilterGap(1)).toThrow(/got a step of 1, expected a number from 0 to below 1/);
    expect(() => largestFilterGap(-0.1)).toThrow(RangeError);
    expect(() => largestFilterGap(NaN)).toThrow(RangeError);
  });
});
