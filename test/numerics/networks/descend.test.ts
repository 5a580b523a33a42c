import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOrder } from '../../../numerics/networks/batch-order.js';
import { descend, type Stepper } from '../../../numerics/networks/descend.js';
import type { Network } from '../../../numerics/networks/network.js';
import {
  DivergenceError,
  NonConvergenceError,
  type Batches,
  type TrainingOptions,
} from '../../../numerics/networks/training.js';
import { streams } from '../../../numerics/random/streams.js';
import { relu } from '../../../theory/activations/relu.js';

interface Step {
  readonly batch: readonly number[];
  /** Those of the batch. */
  readonly residuals: readonly number[];
  readonly factor: number;
  readonly next: readonly number[];
}

/**
 * A stepper whose residuals after t steps are as given, and which forgets every output that it was not asked for.
 * Its network says in d how many steps it has taken.
 */
function scripted(
  y: readonly number[],
  residualAt: (step: number, point: number) => number,
): Stepper & { readonly steps: Step[] } {
  const steps: Step[] = [];
  const outputs = Float64Array.from(y, (yj, j) => yj + residualAt(0, j));
  return {
    steps,
    outputs,
    step(batch, residuals, factor, next) {
      steps.push({
        batch: [...batch],
        residuals: Array.from(batch, (j) => residuals[j]),
        factor,
        next: [...next],
      });
      outputs.fill(NaN);
      for (const j of next) outputs[j] = y[j] + residualAt(steps.length, j);
    },
    network: (): Network => ({
      activation: relu,
      w: new Float64Array(1),
      b: new Float64Array(1),
      a: new Float64Array(1),
      d: steps.length,
    }),
  };
}

const rates = { hidden: 0.25, output: 0.25 };
const fixed = (maxSteps: number, more: Partial<TrainingOptions> = {}): TrainingOptions => ({
  rates,
  relativeResidual: 0,
  maxSteps,
  ...more,
});
const sgd = (size: number, replacement = false): Batches => ({ size, replacement, random: streams(3) });
/** 2^−t */
const half = (t: number): number => 1 / (1 << t);
const targets = [2, -4, 8, 1, -2];

describe('descend', () => {
  it('takes the batches in their order, with residuals that are up to date', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 25 }),
        (size, replacement, maxSteps) => {
          const batches = sgd(size, replacement);
          // Sums of small integers and powers of two: no rounding.
          const residualAt = (t: number, j: number): number => j + 1 + t / 32;
          const stepper = scripted(targets, residualAt);
          const { steps, network } = descend(stepper, { x: [], y: targets }, fixed(maxSteps, { batches }));
          expect(steps).toBe(maxSteps);
          expect(network.d).toBe(maxSteps);
          const order = batchOrder(targets.length, batches);
          stepper.steps.forEach(({ batch, residuals, factor }, t) => {
            expect(batch).toEqual([...order.next()]);
            expect(residuals).toEqual(batch.map((j) => residualAt(t, j)));
            expect(factor).toBe(1);
          });
        },
      ),
    );
  });

  it('asks for the outputs of the next batch, each once; for all of them at the end of an epoch and of training', () => {
    for (const replacement of [false, true]) {
      const stepper = scripted(targets, () => 1);
      descend(stepper, { x: [], y: targets }, fixed(20, { batches: sgd(2, replacement) }));
      stepper.steps.forEach(({ next }, t) => {
        const following = t + 1 < 20 ? stepper.steps[t + 1].batch : [];
        const whole = (t + 1) % 3 === 0 || t + 1 === 20;
        expect([...next].sort()).toEqual(whole ? [0, 1, 2, 3, 4] : [...new Set(following)].sort());
      });
    }
  });

  it('gives each step the factor of the schedule', () => {
    const stepper = scripted(targets, () => 1);
    descend(stepper, { x: [], y: targets }, fixed(6, { schedule: (step) => 10 + step }));
    expect(stepper.steps.map(({ factor }) => factor)).toEqual([10, 11, 12, 13, 14, 15]);
  });

  it.each([[undefined], [sgd(2)]])(
    'shows the network after each of the checkpoints it reaches',
    (batches) => {
      const seen: [number, number][] = [];
      const checkpoints = {
        steps: [0, 1, 4, 4, 7, 8],
        visit: (step: number, network: Network) => seen.push([step, network.d]),
      };
      const more = { checkpoints, ...(batches && { batches }) };
      descend(
        scripted(targets, () => 1),
        { x: [], y: targets },
        fixed(7, more),
      );
      expect(seen).toEqual([
        [0, 0],
        [1, 1],
        [4, 4],
        [4, 4],
        [7, 7],
      ]);
      expect(checkpoints.steps).toEqual([0, 1, 4, 4, 7, 8]);
    },
  );

  it('shows the last network to a checkpoint where training stops early, and nothing to later ones', () => {
    const seen: number[] = [];
    const checkpoints = { steps: [2, 3], visit: (step: number) => seen.push(step) };
    const stepper = scripted([1], (t) => half(t));
    descend(stepper, { x: [], y: [1] }, { rates, relativeResidual: 0.25, maxSteps: 10, checkpoints });
    expect(seen).toEqual([2]);
  });

  it('stops as soon as the residual is small enough, at ‖r‖ = the wanted share of ‖y‖', () => {
    for (const [wanted, steps] of [
      [1, 0],
      [0.5, 1],
      [0.4999, 2],
      [0.25, 2],
    ]) {
      // ‖y‖ = 5
      const stepper = scripted([3, 4], (t, j) => (j === 0 ? 3 : -4) * half(t));
      const training = descend(
        stepper,
        { x: [], y: [3, 4] },
        { rates, relativeResidual: wanted, maxSteps: 10 },
      );
      expect(training).toMatchObject({ steps, relativeResidual: half(steps), network: { d: steps } });
      expect(stepper.steps.length).toBe(steps);
    }
  });

  it('… of ‖r₀‖ if y = 0, and has nothing to do if that is 0 too', () => {
    const options = { rates, relativeResidual: 0.1, maxSteps: 10 };
    const zero = { x: [], y: [0, 0] };
    expect(
      descend(
        scripted(zero.y, (t) => 100 * half(t)),
        zero,
        options,
      ),
    ).toMatchObject({ steps: 4, relativeResidual: 1 / 16 });
    expect(
      descend(
        scripted(zero.y, () => 0),
        zero,
        options,
      ),
    ).toMatchObject({ steps: 0, relativeResidual: 0 });
  });

  it('in SGD looks at the residual once an epoch, and at the last step', () => {
    const options = (maxSteps: number): TrainingOptions => ({
      rates,
      batches: sgd(2),
      relativeResidual: 0.1,
      maxSteps,
    });
    const data = { x: [], y: targets };
    // Small enough from step 4 on; an epoch has 3 steps.
    const residualAt = (t: number): number => (t < 4 ? 1 : 0.1);
    expect(descend(scripted(targets, residualAt), data, options(100)).steps).toBe(6);
    expect(descend(scripted(targets, residualAt), data, options(5)).steps).toBe(5);
    // Small enough in mid-epoch only.
    const mid = (t: number): number => (t % 3 === 1 ? 0 : 10);
    expect(() => descend(scripted(targets, mid), data, options(30))).toThrow(NonConvergenceError);
    // Small enough on all points but one, which no batch shows.
    const most = (_: number, j: number): number => (j === 4 ? 10 : 0);
    expect(() => descend(scripted(targets, most), data, options(30))).toThrow(NonConvergenceError);
  });

  it('trains for exactly so many steps if no residual is wanted, even if it vanishes', () => {
    for (const steps of [0, 1, 5]) {
      const stepper = scripted(targets, () => 0);
      expect(descend(stepper, { x: [], y: targets }, fixed(steps))).toMatchObject({
        steps,
        relativeResidual: 0,
      });
      expect(stepper.steps.length).toBe(steps);
    }
  });

  it('says after how many steps it gave up, how far it was, and what was wanted', () => {
    const run = (): unknown =>
      descend(
        scripted([3, 4], (t) => (t === 7 ? 2 : 3)),
        { x: [], y: [3, 4] },
        { rates, relativeResidual: 1e-3, maxSteps: 7 },
      );
    expect(run).toThrow(NonConvergenceError);
    // ‖(2, 2)‖ / ‖(3, 4)‖ = .566
    expect(run).toThrow(/relative residual 5\.66e-1 after 7 steps, wanted 0\.001: allow more steps/);
  });

  it('calls it divergence when the residual is a million times ‖r₀‖ + ‖y‖, or no number', () => {
    const data = { x: [], y: [3] };
    const run = (residual: number) => () =>
      descend(
        scripted(data.y, (t) => (t < 2 ? 1 : residual)),
        data,
        fixed(5),
      );
    expect(run(3.9e6)).not.toThrow();
    expect(run(-3.9e6)).not.toThrow();
    for (const residual of [4.1e6, -4.1e6, Infinity, NaN]) {
      expect(run(residual)).toThrow(DivergenceError);
      expect(run(residual)).toThrow(
        /diverged at step 2 \(residual .*the learning rate 0\.25 is too large.*take a smaller one/,
      );
    }
  });

  it('in SGD notices divergence on the batch, in mid-epoch', () => {
    const stepper = scripted(targets, (t) => (t < 2 ? 1 : 1e9));
    const run = (): unknown => descend(stepper, { x: [], y: targets }, fixed(30, { batches: sgd(1) }));
    expect(run).toThrow(/diverged at step 2 /);
  });

  it('shows no network that has diverged to a checkpoint', () => {
    const seen: number[] = [];
    const checkpoints = { steps: [0, 2], visit: (step: number) => seen.push(step) };
    const stepper = scripted([1], (t) => (t < 2 ? 1 : NaN));
    expect(() => descend(stepper, { x: [], y: [1] }, fixed(5, { checkpoints }))).toThrow(DivergenceError);
    expect(seen).toEqual([0]);
  });

  it('refuses a batch larger than the data before it takes a step', () => {
    const stepper = scripted(targets, () => 1);
    expect(() => descend(stepper, { x: [], y: targets }, fixed(5, { batches: sgd(6) }))).toThrow(RangeError);
    expect(stepper.steps.length).toBe(0);
  });
});
