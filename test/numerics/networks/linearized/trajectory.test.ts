import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { trainLinearized } from '../../../../numerics/networks/linearized/linearized-trainer.js';
import { displacementOf, squaredLength } from '../../../../numerics/networks/linearized/displacement.js';
import { modeLengths } from '../../../../numerics/networks/linearized/mode-lengths.js';
import { linearizedOn } from '../../../../numerics/networks/linearized/state.js';
import { linearizedTrajectory } from '../../../../numerics/networks/linearized/trajectory.js';
import { evaluateNetwork } from '../../../../numerics/networks/network.js';
import { DivergenceError } from '../../../../numerics/networks/training.js';
import { streams } from '../../../../numerics/random/streams.js';
import { relu } from '../../../../theory/activations/relu.js';
import { exactDescent } from './exact-descent.js';
import {
  explicit,
  flatten,
  largestGap,
  linear,
  problems,
  randomNetwork,
  scaledRates,
  scales,
  rational,
  type Explicit,
} from './explicit.js';

/** Round-off in units of eps·scale·(steps or condition number, the less); the worst of 10⁴ random problems was 2. */
const C = 8;
const P5 = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };

/** How far an entry of a displacement of this length in the metric of the rates can be from 0. */
function size({ rates }: Explicit, delta: readonly number[]): number {
  const squares = delta.reduce((sum, v, p) => sum + (rates[p] > 0 ? (v * v) / rates[p] : 0), 0);
  return Math.sqrt(squares * Math.max(...rates));
}

/** θ − θ₀ by gradient flow, the classical Runge–Kutta method in all parameters. */
function integrated(model: Explicit, y: readonly number[], time: number, steps: number): number[] {
  const speed = (delta: readonly number[]): number[] => {
    const r = linear(model, delta).map((f, j) => f - y[j]);
    return delta.map(
      (_, p) => -model.rates[p] * r.reduce((sum, rj, j) => sum + rj * model.jacobian[j][p], 0),
    );
  };
  const along = (delta: readonly number[], by: readonly number[], h: number): number[] =>
    delta.map((v, p) => v + h * by[p]);
  const h = time / steps;
  let delta = model.rates.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const k1 = speed(delta);
    const k2 = speed(along(delta, k1, h / 2));
    const k3 = speed(along(delta, k2, h / 2));
    const k4 = speed(along(delta, k3, h));
    delta = delta.map((v, p) => v + (h / 6) * (k1[p] + 2 * k2[p] + 2 * k3[p] + k4[p]));
  }
  return delta;
}

describe('linearizedTrajectory', () => {
  it('is gradient descent, to 1e12 steps (sixty digits, without eigenvalues)', () => {
    fc.assert(
      fc.property(
        problems({ width: 12, points: 4 }),
        fc.constantFrom(0, 1, 2, 17, 1000, 1_000_000, 999_999_999, 1_000_000_000_000),
        ({ start, data, rates }, steps) => {
          const model = explicit(start, data.x, rates);
          const { eigenvalues, rank, descent } = linearizedTrajectory(start, data, rates);
          const points = data.y.length;
          // A mode with κ = 0 to round-off may move by as much at each step.
          const condition = rank === points ? eigenvalues[points - 1] / eigenvalues[0] : Infinity;
          const exact = exactDescent(model, data.y, steps);
          expect(largestGap(flatten(descent(steps).displacement), exact)).toBeLessThanOrEqual(
            C *
              Math.min(steps, condition) *
              Number.EPSILON *
              (scales(model, data.y).theta + size(model, exact)),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('resolves inputs that nearly coincide', () => {
    const start = randomNetwork(10, 12, 1, rational);
    for (const gap of [1e-3, 1e-5, 1e-6]) {
      const data = { x: [-1, 0.5, 0.5 + gap], y: [1, 0, gap] };
      const rates = scaledRates(start, data.x, { hidden: 1, output: 1 }, 1);
      const model = explicit(start, data.x, rates);
      const { eigenvalues, descent } = linearizedTrajectory(start, data, rates);
      const condition = eigenvalues[2] / eigenvalues[0];
      expect(condition).toBeGreaterThan(1 / (gap * gap));
      for (const steps of [100, 1_000_000, 1_000_000_000_000]) {
        const exact = exactDescent(model, data.y, steps);
        // The root of the condition number, where eigenvalues of the kernel matrix would cost all of it.
        expect(largestGap(flatten(descent(steps).displacement), exact)).toBeLessThanOrEqual(
          C *
            Math.min(steps, Math.sqrt(condition)) *
            Number.EPSILON *
            (scales(model, data.y).theta + size(model, exact)),
        );
      }
    }
  });

  it('measures all modes in one pass as it does each displacement', () => {
    fc.assert(
      fc.property(problems({ width: 60, points: 6 }), fc.integer(), ({ start, data, rates }, seed) => {
        const random = streams(seed).stream('modes');
        const points = data.y.length;
        const modes = new Matrix(
          Array.from({ length: points }, () => Array.from({ length: 3 }, () => random.normal())),
        );
        const lengths = modeLengths(start, data.x, rates, modes);
        const { jacobian, rates: rate } = explicit(start, data.x, rates);
        lengths.forEach((length, k) => {
          const one = displacementOf(start, data.x, rates, modes.getColumn(k));
          // What is squared: at most the sum of the sizes of its terms.
          const size = rate.reduce((sum, r, p) => {
            const terms = jacobian.reduce((total, row, j) => total + Math.abs(row[p] * modes.get(j, k)), 0);
            return sum + r * terms * terms;
          }, 0);
          const roundOff = C * (points + rate.length) * Number.EPSILON * size;
          expect(Math.abs(length - squaredLength(one, rates))).toBeLessThanOrEqual(roundOff);
        });
      }),
    );
  });

  it('has the function of many states from one look at the points', () => {
    fc.assert(
      fc.property(
        problems({ width: 40, points: 5 }),
        fc.nat(1000),
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 4 }),
        ({ start, data, rates }, steps, places) => {
          const inputs = start.w.length / start.b.length;
          const points = places.flatMap((place) => Array.from({ length: inputs }, () => place));
          const { coefficients, evaluate } = linearizedTrajectory(start, data, rates).descent(steps);
          // What is added up: products of gradients at the data and at the points.
          const [at, on] = [data.x, points].map((x) => explicit(start, x, rates));
          const total = coefficients.reduce((sum, c) => sum + Math.abs(c), 0);
          const largest = (p: number): number =>
            Math.max(...[...at.jacobian, ...on.jacobian].map((row) => Math.abs(row[p])));
          const size = at.rates.reduce((sum, rate, p) => sum + rate * largest(p) * largest(p), 0) * total;
          const scale =
            size +
            Math.max(...on.f0.map(Math.abs)) +
            scales(
              on,
              points.map(() => 0),
            ).output;
          const gap = largestGap(linearizedOn(start, data.x, rates, points)(coefficients), evaluate(points));
          expect(gap).toBeLessThanOrEqual(C * data.y.length * Number.EPSILON * scale);
        },
      ),
    );
  });

  it('averages, in the limit, inputs that coincide to round-off of the kernel, and says so by the rank', () => {
    const start = randomNetwork(10, 12, 1, rational);
    const data = { x: [-1, 0.5, 0.5 + 1e-9], y: [1, 0, 1] };
    const rates = scaledRates(start, data.x, { hidden: 1, output: 1 }, 1);
    const { eigenvalues, rank, limit } = linearizedTrajectory(start, data, rates);
    expect(eigenvalues[0]).toBeGreaterThan(0);
    expect(rank).toBe(2);
    expect(largestGap(limit().evaluate(data.x), [1, 0.5, 0.5])).toBeLessThan(1e-8);
  });

  it('is what the trainer does, parameters and function', () => {
    fc.assert(
      fc.property(problems(), fc.integer({ min: 0, max: 500 }), ({ start, data, rates }, steps) => {
        const trained = trainLinearized(start, data, { rates, relativeResidual: 0, maxSteps: steps });
        const state = linearizedTrajectory(start, data, rates).descent(steps);
        const scale = scales(explicit(start, data.x, rates), data.y);
        const roundOff = C * (steps + 1) * Number.EPSILON;
        expect(largestGap(flatten(state.network), flatten(trained.network))).toBeLessThanOrEqual(
          roundOff * scale.theta,
        );
        expect(largestGap(state.evaluate(data.x), trained.evaluate(data.x))).toBeLessThanOrEqual(
          roundOff * scale.output,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is where the trainer is after a million steps: round-off does not pile up', () => {
    for (const hidden of [0, 1]) {
      const start = randomNetwork(3, 300, 1, relu);
      const rates = scaledRates(start, P5.x, { hidden, output: 1 }, 1);
      const trained = trainLinearized(start, P5, { rates, relativeResidual: 0, maxSteps: 1_000_000 });
      const { eigenvalues, descent } = linearizedTrajectory(start, P5, rates);
      // About 500; sums that are not compensated end 10⁵ to 10⁶ eps·scale away.
      const roundOff = (Number.EPSILON * eigenvalues[4]) / eigenvalues[0];
      const scale = scales(explicit(start, P5.x, rates), P5.y);
      const state = descent(1_000_000);
      expect(largestGap(flatten(state.network), flatten(trained.network))).toBeLessThan(
        roundOff * scale.theta,
      );
      expect(largestGap(trained.evaluate(P5.x), P5.y)).toBeLessThan(roundOff * scale.output);
    }
  });

  it('starts at θ₀, and first takes a step against the gradient', () => {
    fc.assert(
      fc.property(problems(), ({ start, data, rates }) => {
        const { descent, flow } = linearizedTrajectory(start, data, rates);
        for (const state of [descent(0), flow(0)]) {
          expect(flatten(state.network)).toEqual(flatten(start));
          expect(state.evaluate(data.x)).toEqual(evaluateNetwork(start, data.x));
        }
        const model = explicit(start, data.x, rates);
        const first = model.rates.map((rate, p) =>
          model.f0.reduce((sum, f, j) => sum - rate * (f - data.y[j]) * model.jacobian[j][p], 0),
        );
        expect(largestGap(flatten(descent(1).displacement), first)).toBeLessThanOrEqual(
          C * Number.EPSILON * scales(model, data.y).theta,
        );
      }),
    );
  });

  it('is gradient flow (Runge–Kutta on all parameters)', () => {
    fc.assert(
      fc.property(
        problems({ width: 30 }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        ({ start, data, rates }, time) => {
          const model = explicit(start, data.x, rates);
          const scale = scales(model, data.y);
          const steps = 500;
          // The method's error is below t·h⁴κ⁵/120 of the residual, κ ≤ 2, h ≤ .04: 1e-6 of it.
          expect(
            largestGap(
              flatten(linearizedTrajectory(start, data, rates).flow(time).displacement),
              integrated(model, data.y, time, steps),
            ),
          ).toBeLessThanOrEqual(1e-5 * scale.theta);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends in one limit, which descent at any stable rate and flow approach', () => {
    const start = randomNetwork(8, 60, 1, relu);
    const rates = scaledRates(start, P5.x, { hidden: 2, output: 1 }, 1.5);
    const { descent, flow, limit, rank } = linearizedTrajectory(start, P5, rates);
    expect(rank).toBe(5);
    const end = flatten(limit().network);
    for (const state of [descent(Infinity), descent(1e12), flow(Infinity), flow(1e12)]) {
      expect(largestGap(flatten(state.network), end)).toBeLessThan(1e-13);
    }
    expect(largestGap(limit().evaluate(P5.x), P5.y)).toBeLessThan(1e-12);
  });

  it('averages repeated inputs, even after 1e12 steps', () => {
    const start = randomNetwork(9, 40, 2, rational, true);
    const twice = { x: [1, 0, 0, 1, 1, 0, -1, -1], y: [3, 1, -1, 2] };
    const rates = scaledRates(start, twice.x, { hidden: 1, output: 1 }, 1);
    const { rank, descent, flow, limit } = linearizedTrajectory(start, twice, rates);
    expect(rank).toBe(3);
    for (const state of [limit(), descent(1_000_000_000_000), flow(1e12)]) {
      expect(largestGap(state.evaluate(twice.x), [1, 1, 1, 2])).toBeLessThan(1e-13);
    }
    const single = { x: [1, 0, 0, 1, -1, -1], y: [1, 1, 2] };
    expect(
      largestGap(
        flatten(limit().network),
        flatten(linearizedTrajectory(start, single, rates).limit().network),
      ),
    ).toBeLessThan(1e-13);
  });

  it('refuses rates that are too large, and times that cannot be', () => {
    const start = randomNetwork(8, 20, 1, relu);
    const fast = linearizedTrajectory(start, P5, { hidden: 1, output: 1 });
    expect(fast.eigenvalues[4]).toBeGreaterThan(2);
    expect(() => fast.descent(Infinity)).toThrow(DivergenceError);
    expect(() => fast.descent(1_000_000)).toThrow(/largest κ .* expected below 2/);
    expect(largestGap(fast.limit().evaluate(P5.x), P5.y)).toBeLessThan(1e-11);
    for (const steps of [-1, 0.5, NaN]) expect(() => fast.descent(steps)).toThrow(RangeError);
    for (const time of [-1, NaN]) expect(() => fast.flow(time)).toThrow(RangeError);
    expect(() => linearizedTrajectory(start, { x: [1], y: [] }, { hidden: 1, output: 1 })).toThrow(
      /1 points and 0 targets/,
    );
  });
});
