import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactStepper, trainExact } from '../../../../numerics/networks/exact/exact-trainer.js';
import { initializeNetwork, type Network } from '../../../../numerics/networks/network.js';
import { trainPlain } from '../../../../numerics/networks/plain-trainer.js';
import { stableRates } from '../../../../numerics/networks/tangent-kernel.js';
import { DivergenceError, type Data } from '../../../../numerics/networks/training.js';
import { streams } from '../../../../numerics/random/streams.js';
import { bindLaw } from '../../../../theory/initializations/law.js';
import { relu } from '../../../../theory/activations/relu.js';
import { determinedTraining, largestGap } from './descent-oracle.js';
import { settings, type Range, type Setting } from './settings.js';

const SAME = 1e-12;
/** How far a nudge of a few units in the last place may carry a trajectory that is to be compared. */
const SENSITIVITY = SAME / 40;
const LAW = bindLaw('gaussian');

interface Comparison {
  readonly gap: number;
  readonly crossings: number;
}

/**
 * Holds the exact trainer against gradient descent from the definition, where that determines the trajectory.
 */
function compare({ network, data, options }: Setting): Comparison | undefined {
  const expected = determinedTraining(network, data, options, SENSITIVITY);
  if (!expected) return undefined;
  const { network: trained, work } = trainExact(network, data, { ...options, maxSteps: expected.steps });
  expect(work.crossings).toBe(expected.crossings);
  const gap = largestGap(expected.network, trained);
  expect(gap).toBeLessThan(SAME);
  return { gap, crossings: work.crossings };
}

/** Compares on random settings, of which most must be determined; returns the extremes. */
function compareAll(range: Range, numRuns: number): { worst: number; most: number; determined: number } {
  let [worst, most, determined] = [0, 0, 0];
  fc.assert(
    fc.property(settings(range), (setting) => {
      const comparison = compare(setting);
      if (!comparison) return;
      determined++;
      worst = Math.max(worst, comparison.gap);
      most = Math.max(most, comparison.crossings);
    }),
    // A network grown from a seed has no simpler neighbour to shrink to.
    { numRuns, endOnFailure: true },
  );
  if (process.env.SHOW) console.log({ ...range, numRuns, worst, most, determined });
  expect(determined).toBeGreaterThan(0.6 * numRuns);
  return { worst, most, determined };
}

describe('trainExact', () => {
  it('takes the steps of gradient descent, all parameters, with the same crossings: one input', () => {
    const { most } = compareAll({ inputs: [1], units: [1, 80], points: [1, 12], steps: 10_000 }, 60);
    expect(most).toBeGreaterThan(2_000);
  }, 120_000);

  it('… several inputs', () => {
    const { most } = compareAll({ inputs: [2, 3], units: [1, 60], points: [1, 12], steps: 10_000 }, 60);
    expect(most).toBeGreaterThan(1_000);
  }, 120_000);

  it('… widths up to 2000', () => {
    const { most } = compareAll({ inputs: [1, 1, 2], units: [500, 2000], points: [2, 6], steps: 2_000 }, 10);
    expect(most).toBeGreaterThan(1_000);
  }, 120_000);

  it('… two thousand data points', () => {
    compareAll({ inputs: [1], units: [10, 60], points: [2000, 2000], steps: 40 }, 6);
    compareAll({ inputs: [2], units: [10, 60], points: [300, 300], steps: 40 }, 6);
  }, 120_000);

  it('agrees with the plain trainer, SGD in the same order included, and on checkpoints along the way', () => {
    fc.assert(
      fc.property(settings({ inputs: [1, 2], units: [2, 40], points: [2, 6], steps: 60 }), (setting) => {
        const { network, data, options } = setting;
        fc.pre(determinedTraining(network, data, options, SENSITIVITY)?.steps === options.maxSteps);
        const visits: [number, Network][][] = [[], []];
        const [plain, exact] = [trainPlain, trainExact].map((train, k) =>
          train(network, data, {
            ...options,
            checkpoints: { steps: [0, 7, 59, 60, 61], visit: (step, f) => visits[k].push([step, f]) },
          }),
        );
        expect(largestGap(plain.network, exact.network)).toBeLessThan(SAME);
        expect(visits.map((list) => list.map(([step]) => step))).toEqual([
          [0, 7, 59, 60],
          [0, 7, 59, 60],
        ]);
        visits[0].forEach(([, f], k) => expect(largestGap(f, visits[1][k][1])).toBeLessThan(SAME));
        expect(largestGap(visits[1][0][1], network)).toBe(0);
        expect(largestGap(visits[1][3][1], exact.network)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves its input alone, and dead units where they are', () => {
    const start = initializeNetwork(LAW, 100, streams(5));
    start.b.fill(-50, 0, 40);
    const before = start.w.slice();
    const data = { x: [-1, 0, 2], y: [1, -1, 0.5] };
    const rates = stableRates(start, data.x);
    const { network } = trainExact(start, data, { rates, relativeResidual: 1e-6, maxSteps: 1e6 });
    expect(start.w).toEqual(before);
    expect(network.w.subarray(0, 40)).toEqual(start.w.subarray(0, 40));
    expect(network.a.subarray(0, 40)).toEqual(start.a.subarray(0, 40));
    expect(network.w.subarray(40)).not.toEqual(start.w.subarray(40));
  });

  it('keeps antisymmetric pairs at f = 0 exactly', () => {
    const start = initializeNetwork(LAW, 1000, streams(6));
    const { stepper } = exactStepper(start, { x: [-1, 0.3, 2], y: [0, 0, 0] }, { hidden: 0, output: 0 });
    expect([...stepper.outputs]).toEqual([0, 0, 0]);
  });

  it('stops at the same step as the plain trainer', () => {
    const start = initializeNetwork(LAW, 60, streams(7));
    const data = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };
    const options = { rates: stableRates(start, data.x), relativeResidual: 1e-5, maxSteps: 1e6 };
    const [plain, exact] = [trainPlain(start, data, options), trainExact(start, data, options)];
    expect(exact.steps).toBe(plain.steps);
    expect(exact.steps).toBeGreaterThan(1000);
    expect(largestGap(plain.network, exact.network)).toBeLessThan(SAME);
  });
});

/** A step size beyond stability, with a margin that makes every trajectory blow up. */
const tooLarge = { hidden: 20, output: 20 };

describe('trainExact, hard cases', () => {
  it('diverges with an error, at the step of the plain trainer, as soon as the step is too large', () => {
    fc.assert(
      fc.property(settings({ inputs: [1, 2], units: [20, 60], points: [2, 8], steps: 10_000 }), (setting) => {
        const { network, data } = setting;
        const options = { rates: tooLarge, relativeResidual: 1e-6, maxSteps: 10_000 };
        const steps = [trainPlain, trainExact].map((train) => {
          try {
            train(network, data, options);
          } catch (error) {
            expect(error).toBeInstanceOf(DivergenceError);
            return Number(/at step (\d+)/.exec((error as Error).message)?.[1]);
          }
          return undefined; // dead at once, or lucky
        });
        expect(steps[1]).toBe(steps[0]);
      }),
      { numRuns: 60 },
    );
  });

  it('moves units that swap class in every step', () => {
    // Targets of size 10 for 200 units: kinks stick to data points, a dozen units change sides in every step.
    const start = initializeNetwork(LAW, 200, streams(1));
    const x = Array.from({ length: 10 }, (_, j) => -2 + (4 * j) / 9);
    const data = { x, y: x.map((t) => 10 * Math.sin(3 * t)) };
    const options = { rates: stableRates(start, x), relativeResidual: 0, maxSteps: 3_000 };
    const expected = determinedTraining(start, data, options, SAME / 10);
    const { network, work } = trainExact(start, data, options);
    expect(work.crossings).toBe(expected?.crossings);
    expect(work.crossings).toBeGreaterThan(4 * options.maxSteps);
    expect(largestGap(expected!.network, network)).toBeLessThan(SAME);
    // They are moved one by one, not checked over and over.
    expect(work.checks).toBeLessThan(work.crossings / 2);
  }, 120_000);

  it('never checks a certificate of zero length twice in a step (a unit pinned to a kink once made a trainer hang)', () => {
    const data: Data = { x: [-1, 0, 1], y: [1, -2, 0.5] };
    for (const margin of [0, 5e-324, 1e-300, 1e-17, -1e-17]) {
      // At x = 0 the margin is the bias: far below the last place of any path length.
      const network: Network = {
        activation: relu,
        w: Float64Array.of(1, -1, 0.5, 2),
        b: Float64Array.of(margin, margin, margin, 0.3),
        a: Float64Array.of(0.1, -0.2, 0, 0.4),
        d: 0,
      };
      const { stepper, work } = exactStepper(network, data, { hidden: 1e-3, output: 1e-3 });
      const all = Int32Array.of(0, 1, 2);
      for (let step = 0; step < 2_000; step++) {
        const before = work.checks;
        // Alternating residuals push the kinks to and fro.
        const residuals = data.y.map((yj, j) => (step % 2 === 0 ? 1 : -1) * (stepper.outputs[j] - yj));
        stepper.step(all, Float64Array.from(residuals), 1, all);
        expect(work.checks - before).toBeLessThanOrEqual(4);
      }
    }
  });

  it('checks each unit at most once a step', () => {
    fc.assert(
      fc.property(settings({ inputs: [1, 2], units: [5, 60], points: [1, 8], steps: 200 }), (setting) => {
        const { network, data, options } = setting;
        const { stepper, work } = exactStepper(network, data, options.rates);
        const all = Int32Array.from(data.y.keys());
        for (let step = 0; step < 200; step++) {
          const before = work.checks;
          stepper.step(
            all,
            stepper.outputs.map((f, j) => f - data.y[j]),
            1,
            all,
          );
          expect(work.checks - before).toBeLessThanOrEqual(network.b.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses an activation that is not linear on either side of 0', () => {
    const { value, derivative } = relu;
    const bent = { name: 'bent', title: 'bent', value, derivative };
    const network = initializeNetwork(LAW, 4, streams(1), true, bent);
    const options = { rates: { hidden: 1, output: 1 }, relativeResidual: 0, maxSteps: 1 };
    expect(() => trainExact(network, { x: [0], y: [1] }, options)).toThrow(/linear on either side.*not bent/);
  });
});
