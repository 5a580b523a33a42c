import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descentFilter, flowFilter } from '../../../../numerics/networks/linearized/filters.js';

const D = Decimal.clone({ precision: 80, maxE: 9e15, minE: -9e15 });
const tiny = fc.double({ min: -300, max: 0, noNaN: true }).map((power) => Math.exp(power * Math.LN10));
const kappas = fc.oneof(
  tiny,
  fc.double({ min: 0, max: 2, maxExcluded: true, noNaN: true }),
  tiny.map((gap) => 1 + gap),
  tiny.map((gap) => 1 - gap),
  tiny.map((gap) => 2 - gap),
);
const times = fc.oneof(
  fc.integer({ min: 0, max: 50 }),
  fc.integer({ min: 0, max: 1_000_000_000_000 }),
  fc.double({ min: 0, max: 12, noNaN: true }).map((power) => Math.floor(Math.exp(power * Math.LN10))),
);

/** All binary digits; from the number itself Decimal would take its shortest decimal name. */
const exactly = (v: number): Decimal => new D(`0b${v.toString(2)}`);

const relativeError = (value: number, exact: Decimal): number =>
  exact.isZero() ? Math.abs(value) : exact.minus(exactly(value)).div(exact).abs().toNumber();

/** (1 − κ)^t by squaring. */
function shrinkage(kappa: number, steps: number): Decimal {
  let [power, result] = [new D(1).minus(exactly(kappa)), new D(1)];
  for (let rest = steps; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result.times(power);
    power = power.times(power);
  }
  return result;
}

/** Below this κ, 1 − (1 − κ)^t cancels in eighty digits, and is tκ to 1e-18. */
const LINEAR = 1e-30;

describe('descentFilter', () => {
  it('is (1 − (1 − κ)^t)/κ to a few eps, for κ from 1e-300 to 2 and t to 1e12', () => {
    fc.assert(
      fc.property(kappas, times, (kappa, steps) => {
        const exact =
          kappa < LINEAR ? new D(steps) : new D(1).minus(shrinkage(kappa, steps)).div(exactly(kappa));

        expect(relativeError(descentFilter(kappa, steps), exact)).toBeLessThanOrEqual(4 * Number.EPSILON);
      }),
      { numRuns: 2000 },
    );
  });

  it('has its limits', () => {
    expect(descentFilter(0, 1e12)).toBe(1e12);
    expect(descentFilter(0.25, Infinity)).toBe(4);
    expect(descentFilter(1, 1)).toBe(1);
    expect(descentFilter(1, 2)).toBe(1);
    expect(descentFilter(1.5, 1)).toBe(1);
    expect(descentFilter(0.5, 0)).toBe(0);
    expect(descentFilter(2, 7)).toBe(1);
    expect(descentFilter(2, 8) === 0).toBe(true);
    expect(descentFilter(3, 2)).toBeCloseTo(-1, 14);
    expect(descentFilter(2, Infinity)).toBeNaN();
  });
});

describe('flowFilter', () => {
  it('is (1 − e^(−κt))/κ to a few eps', () => {
    fc.assert(
      fc.property(kappas, times, (kappa, time) => {
        const exact =
          kappa < LINEAR
            ? new D(time)
            : new D(1).minus(exactly(kappa).times(-time).exp()).div(exactly(kappa));
        expect(relativeError(flowFilter(kappa, time), exact)).toBeLessThanOrEqual(4 * Number.EPSILON);
      }),
      { numRuns: 500 },
    );
  });

  it('has its limits', () => {
    expect(flowFilter(0, 3.5)).toBe(3.5);
    expect(flowFilter(0.25, Infinity)).toBe(4);
    expect(flowFilter(0.25, 0)).toBe(0);
    expect(flowFilter(1e-300, 1e-300)).toBe(1e-300);
  });
});
