import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateNetwork, initializeNetwork, type Network } from '../../../numerics/networks/network.js';
import { trainPlain } from '../../../numerics/networks/plain-trainer.js';
import { stableRates, tangentKernel } from '../../../numerics/networks/tangent-kernel.js';
import { DivergenceError, NonConvergenceError, type Data } from '../../../numerics/networks/training.js';
import { streams } from '../../../numerics/random/streams.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const LAW = bindLaw('gaussian');
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const value = fc.double({ min: -2, max: 2, noNaN: true });
const data: fc.Arbitrary<Data> = fc
  .array(fc.tuple(value, value), { minLength: 1, maxLength: 6 })
  .map((points) => ({ x: points.map(([x]) => x), y: points.map(([, y]) => y) }));

/** Gradient descent written from the definition: a gradient by finite sums over units, then a step; nothing shared. */
function descend(
  network: Network,
  { x, y }: Data,
  hidden: number,
  output: number,
  steps: number,
): number[][] {
  let units = Array.from(network.w, (w, i) => ({ w, b: network.b[i], a: network.a[i] }));
  let d = network.d;
  for (let step = 0; step < steps; step++) {
    const relu = (unit: { w: number; b: number }, t: number): number => Math.max(0, unit.w * t + unit.b);
    const active = (unit: { w: number; b: number }, t: number): number => (unit.w * t + unit.b > 0 ? 1 : 0);
    const r = x.map((t, j) => d + units.reduce((sum, unit) => sum + unit.a * relu(unit, t), 0) - y[j]);
    const total = (f: (t: number, rj: number) => number): number =>
      x.reduce((sum, t, j) => sum + f(t, r[j]), 0);
    units = units.map((unit) => ({
      w: unit.w - hidden * total((t, rj) => rj * unit.a * active(unit, t) * t),
      b: unit.b - hidden * total((t, rj) => rj * unit.a * active(unit, t)),
      a: unit.a - output * total((t, rj) => rj * relu(unit, t)),
    }));
    d -= output * total((_, rj) => rj);
  }
  return [units.map((u) => u.w), units.map((u) => u.b), units.map((u) => u.a), [d]];
}

describe('initializeNetwork', () => {
  it('paired: f₀ vanishes exactly, everywhere', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 })),
        (seed, pairs, x) => {
          const outputs = evaluateNetwork(initializeNetwork(LAW, 2 * pairs, streams(seed)), x);
          expect([...outputs].every((f) => f === 0)).toBe(true);
        },
      ),
    );
  });

  it('unpaired: output weights and bias have variance 1/width', () => {
    const width = 20_000;
    const network = initializeNetwork(LAW, width, streams(3), false);
    const square = network.a.reduce((sum, a) => sum + a * a, 0);
    expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / width));
    expect(network.d).not.toBe(0);
  });

  it.each([[0], [-2], [1.5], [NaN], [Infinity], [3]])('refuses width %d', (width) => {
    expect(() => initializeNetwork(LAW, width, streams(1))).toThrow(
      /width must be a positive even integer.*not/,
    );
  });
});

describe('trainPlain', () => {
  it('equals gradient descent written from the definition, all parameters', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 12 }),
        data,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(1, 3),
        (seed, width, points, steps, ratio) => {
          const start = initializeNetwork(LAW, width, streams(seed), false);
          const rates = stableRates(start, points.x, ratio);
          const { network } = trainPlain(start, points, { rates, relativeResidual: 0, maxSteps: steps });
          const expected = descend(start, points, rates.hidden, rates.output, steps);
          // The two differ in the order of sums only: round-off of some 60 steps of order one.
          [network.w, network.b, network.a, [network.d]].forEach((group, g) =>
            Array.from(group).forEach((entry, i) =>
              expect(Math.abs(entry - expected[g][i])).toBeLessThan(1e-11),
            ),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('moves against the gradient of ½Σr² (central differences)', () => {
    const start = initializeNetwork(LAW, 6, streams(11), false);
    const points = { x: [-1.3, 0.2, 0.9], y: [1, -0.5, 0.7] };
    const loss = (network: Network): number =>
      evaluateNetwork(network, points.x).reduce(
        (sum, f, j) => sum + 0.5 * (f - points.y[j]) * (f - points.y[j]),
        0,
      );
    const rate = 1e-3;
    const rates = { hidden: rate, output: rate };
    const { network } = trainPlain(start, points, { rates, relativeResidual: 0, maxSteps: 1 });
    const h = 1e-6;
    for (const group of ['w', 'b', 'a'] as const) {
      for (let i = 0; i < 6; i++) {
        const shifted = (by: number): Network => ({
          ...start,
          [group]: start[group].map((v, k) => (k === i ? v + by : v)),
        });
        const slope = (loss(shifted(h)) - loss(shifted(-h))) / (2 * h);
        expect((start[group][i] - network[group][i]) / rate).toBeCloseTo(slope, 6);
      }
    }
    const slope = (loss({ ...start, d: start.d + h }) - loss({ ...start, d: start.d - h })) / (2 * h);
    expect((start.d - network.d) / rate).toBeCloseTo(slope, 6);
  });

  it('fits the data to the wanted residual, leaving its input alone', () => {
    const start = initializeNetwork(LAW, 200, streams(2));
    const before = start.w.slice();
    const points = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };
    const { network, relativeResidual } = trainPlain(start, points, {
      rates: stableRates(start, points.x),
      relativeResidual: 1e-6,
      maxSteps: 1_000_000,
    });
    expect(relativeResidual).toBeLessThanOrEqual(1e-6);
    const size = Math.sqrt(points.y.reduce((sum, y) => sum + y * y, 0));
    evaluateNetwork(network, points.x).forEach((f, j) =>
      expect(Math.abs(f - points.y[j])).toBeLessThanOrEqual(1.001e-6 * size),
    );
    expect(start.w).toEqual(before);
  });

  it('says that it diverged, and that it did not converge', () => {
    const start = initializeNetwork(LAW, 50, streams(2));
    const points = { x: [-1, 1], y: [1, -1] };
    const options = { relativeResidual: 1e-6, maxSteps: 100_000 };
    expect(() => trainPlain(start, points, { ...options, rates: { hidden: 5, output: 5 } })).toThrow(
      DivergenceError,
    );
    const slow = { hidden: 1e-9, output: 1e-9 };
    expect(() => trainPlain(start, points, { ...options, maxSteps: 10, rates: slow })).toThrow(
      NonConvergenceError,
    );
  });

  it('refuses targets whose squares overflow, rather than call NaN a residual', () => {
    const start = initializeNetwork(LAW, 10, streams(2));
    const options = { rates: stableRates(start, [0, 1]), relativeResidual: 1e-6, maxSteps: 10 };
    expect(() => trainPlain(start, { x: [0, 1], y: [1e200, -1e200] }, options)).toThrow(/rescale the data/);
  });

  it('has nothing to do for zero targets', () => {
    const start = initializeNetwork(LAW, 10, streams(2));
    const rates = { hidden: 0.01, output: 0.01 };
    const { steps } = trainPlain(
      start,
      { x: [0, 1], y: [0, 0] },
      { rates, relativeResidual: 1e-6, maxSteps: 10 },
    );
    expect(steps).toBe(0);
  });
});

describe('tangentKernel', () => {
  it('predicts the change of the outputs in a small step, whatever the ratio of the rates', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 1, 7), (seed, ratio) => {
        const start = initializeNetwork(LAW, 8, streams(seed), false);
        const points = { x: [-1.1, 0.3, 1.7], y: [0.4, -1, 2] };
        const residual = Array.from(evaluateNetwork(start, points.x), (f, j) => f - points.y[j]);
        const rate = 1e-8;
        const rates = { hidden: ratio * rate, output: rate };
        const { network } = trainPlain(start, points, { rates, relativeResidual: 0, maxSteps: 1 });
        const kernel = tangentKernel(start, points.x, ratio);
        const [before, after] = [evaluateNetwork(start, points.x), evaluateNetwork(network, points.x)];
        points.x.forEach((_, j) => {
          const predicted = -rate * residual.reduce((sum, r, k) => sum + kernel.get(j, k) * r, 0);
          expect(Math.abs(after[j] - before[j] - predicted)).toBeLessThan(1e-12);
        });
      }),
    );
  });
});
