import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOrder } from '../../../../numerics/networks/batch-order.js';
import { cellArrangement } from '../../../../numerics/networks/exact/cell-arrangement.js';
import { ClassMoments } from '../../../../numerics/networks/exact/class-moments.js';
import { exactStepper } from '../../../../numerics/networks/exact/exact-trainer.js';
import { type Network } from '../../../../numerics/networks/network.js';
import type { Data } from '../../../../numerics/networks/training.js';
import { streams } from '../../../../numerics/random/streams.js';
import { relu } from '../../../../theory/activations/relu.js';
import { settings, type Setting } from './settings.js';

/** At which points each unit is active; rounded as the trainer rounds. */
function patternsOf({ w, b }: Network, { x, y }: Data): string[] {
  const inputs = w.length / b.length;
  return Array.from(b, (bi, unit) =>
    y
      .map((_, j) => {
        let margin = inputs === 1 ? w[unit] * x[j] + bi : bi;
        if (inputs > 1) for (let i = 0; i < inputs; i++) margin += w[unit * inputs + i] * x[j * inputs + i];
        return margin > 0 ? '1' : '0';
      })
      .join(''),
  );
}

/** The same function and trajectory with hidden parameters `scale` times as large, and output weights as much smaller. */
function rescale({ network, data, options }: Setting, scale: number): Setting {
  const { hidden, output } = options.rates;
  return {
    network: {
      ...network,
      w: network.w.map((v) => v * scale),
      b: network.b.map((v) => v * scale),
      a: network.a.map((v) => v / scale),
    },
    data,
    options: {
      ...options,
      rates: { ...options.rates, hidden: hidden * scale * scale, output: output / scale / scale },
    },
  };
}

describe('certificates', () => {
  it('see every crossing in the step in which it happens, whatever the scales of the layers', () => {
    let crossings = 0;
    fc.assert(
      fc.property(
        settings({ inputs: [1, 2, 3], units: [1, 30], points: [1, 8], steps: 300 }),
        fc.constantFrom(1, 1, 1e-3, 1e3, 1e-6, 1e6),
        (setting, scale) => {
          const { network, data, options } = rescale(setting, scale);
          const { stepper, work } = exactStepper(network, data, options.rates);
          const order = batchOrder(data.y.length, options.batches);
          const all = Int32Array.from(data.y.keys());
          let before = patternsOf(stepper.network(), data);
          for (let step = 0; step < options.maxSteps; step++) {
            const { crossings: seen } = work;
            const residuals = stepper.outputs.map((f, j) => f - data.y[j]);
            if (!residuals.every((r) => Math.abs(r) < 1e4)) return;
            stepper.step(order.next(), residuals, options.schedule?.(step) ?? 1, all);
            const now = patternsOf(stepper.network(), data);
            expect(work.crossings - seen).toBe(
              now.filter((pattern, unit) => pattern !== before[unit]).length,
            );
            before = now;
          }
          crossings += work.crossings;
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );
    expect(crossings).toBeGreaterThan(500);
  }, 60_000);

  /**
   * One data point, residual 1: the first unit goes straight to the wall, by one unit of length times ‖(x, 1)‖ · `by`
   * a step, and all of it by its output weight: a certificate cannot be longer. Numbers are short enough for
   * arithmetic without rounding. The second unit, far from the wall, makes the balance of the class.
   */
  function straight(inputs: number, steps: number, by: number, balance: number) {
    const x = [0.75, 0, 0].slice(0, inputs);
    const at = steps * by;
    const far = 1024;
    const network: Network = {
      activation: relu,
      w: Float64Array.of(...x.map((v) => v * at), ...x.map((v) => v * far)),
      b: Float64Array.of(at, far),
      a: Float64Array.of(1, Math.sqrt(balance) * far),
      d: 0,
    };
    return exactStepper(network, { x, y: [0] }, { hidden: by, output: 0 });
  }

  const one = Int32Array.of(0);

  it.each([1, 2, 3])(
    'that are as long as can be: expire in the step of the crossing (%d inputs)',
    (inputs) => {
      for (const balance of [1 / 64, 1, 3, 64]) {
        for (const steps of [20, 100, 777, 1500]) {
          const { stepper, work } = straight(inputs, steps, 4 * Number.EPSILON, balance);
          for (let step = 1; step <= steps; step++) {
            expect(work.crossings).toBe(0);
            stepper.step(one, Float64Array.of(1), 1, one);
          }
          expect(work.crossings).toBe(1);
          expect(work.checks).toBeGreaterThan(0);
        }
      }
    },
  );

  it.each([1, 2, 3])('hold for a path that goes backwards: negative factors (%d inputs)', (inputs) => {
    const { stepper, work } = straight(inputs, 100, 4 * Number.EPSILON, 1);
    for (let step = 1; step <= 100; step++) {
      expect(work.crossings).toBe(0);
      // The residual and the factor both change their sign.
      stepper.step(one, Float64Array.of(-1), -1, one);
    }
    expect(work.crossings).toBe(1);
  });

  it.each([1, 2, 3])('hold for steps below the last place of a long path (%d inputs)', (inputs) => {
    const steps = 1000;
    const by = Number.EPSILON / 64;
    const { stepper, work } = straight(inputs, steps, by, 1);
    const push = (residual: number): void => stepper.step(one, Float64Array.of(residual), 1, one);
    // Away from the wall and back: the path grows to about .25, the units end where they were.
    for (let k = 0; k < 400; k++) {
      push(-1 / 4096 / by);
      push(1 / 4096 / by);
    }
    // What a step was like is forgotten, and units near the wall go back to their class.
    for (let k = 0; k < 6000; k++) push(k % 2 === 0 ? -1 : 1);
    for (let step = 1; step <= steps; step++) {
      expect(work.crossings).toBe(0);
      push(1);
    }
    expect(work.crossings).toBe(1);
  });

  it.each([1, 2, 3])(
    'hold for a margin of a few roundings, in steps that are smaller (%d inputs)',
    (inputs) => {
      // Weights of 1000 at points of size one: the margin is known to 1e-13 or so, and its sign turns early.
      const data: Data = { x: [0.7, 0.4, -0.3].slice(0, inputs), y: [0] };
      for (let roundings = 1; roundings < 30; roundings++) {
        const w = [1003, -501, 777].slice(0, inputs);
        const b = -w.reduce((sum, v, i) => sum + v * data.x[i], 0) + 2000 * roundings * (Number.EPSILON / 4);
        const network: Network = {
          activation: relu,
          w: Float64Array.from(w),
          b: Float64Array.of(b),
          a: Float64Array.of(1),
          d: 0,
        };
        const { stepper, work } = exactStepper(network, data, { hidden: 2 * Number.EPSILON, output: 0 });
        let [before] = patternsOf(network, data);
        for (let step = 0; step < 8_000 && before === '1'; step++) {
          const seen = work.crossings;
          stepper.step(one, Float64Array.of(1), 1, one);
          const [now] = patternsOf(stepper.network(), data);
          expect(work.crossings - seen).toBe(now === before ? 0 : 1);
          before = now;
        }
        expect(before).toBe('0');
      }
    },
  );
});

it.each([
  [1, 'hidden'],
  [1, 'output'],
  [2, 'hidden'],
  [2, 'output'],
  [3, 'hidden'],
  [3, 'output'],
] as const)(
  'members are written down anew whenever they have grown by half: %d inputs, %s layer',
  (inputs, layer) => {
    const x = [0.75, 0, 0].slice(0, inputs);
    const network: Network = {
      activation: relu,
      w: Float64Array.from(x),
      b: Float64Array.of(1),
      a: Float64Array.of(1),
      d: 0,
    };
    const rates = { hidden: 0, output: 0, [layer]: 0.01 };
    const { stepper, work } = exactStepper(network, { x, y: [0] }, rates);
    for (let step = 0; step < 100_000; step++)
      stepper.step(Int32Array.of(0), Float64Array.of(-1), 1, Int32Array.of(0));
    // Each grows by .01 a step, a by ‖(x, 1)‖² as much: to 1001 and to 1563.5.
    const { b, a } = stepper.network();
    const growth = layer === 'hidden' ? b[0] : a[0];
    expect(growth).toBeCloseTo(layer === 'hidden' ? 1001 : 1563.5, 8);
    expect(work.rebases).toBe(Math.floor(Math.log(growth) / Math.log(1.5)));
  },
);

it('cells that are left are forgotten, at a cost that their number pays for', () => {
  const [inputs, points, units, watch] = [3, 40, 4, 32];
  const random = streams(12).stream('cells');
  const normals = (count: number): Float64Array =>
    Float64Array.from({ length: count }, () => random.normal());
  const arrangement = cellArrangement(normals(points * inputs), inputs, [0, 1]);
  const moments = new ClassMoments(arrangement, normals(units * (inputs + 2)), inputs);
  let entered = 0;
  for (let step = 0; step < 20_000; step++) {
    const before = arrangement.classes;
    // Units wander about the origin.
    const drift = normals(points).map((v, j) => v + (j % 7 === (step >> 9) % 7 ? 1 : -0.2));
    moments.step(drift, step % 1024 < 512 ? 3e-3 : -3e-3, 0);
    entered += Math.max(0, arrangement.classes - before);
    // Twice the occupied ones and 64; a unit may enter one in each step until that is looked at again.
    expect(arrangement.classes).toBeLessThanOrEqual(2 * units + 64 + watch * units);
  }
  if (process.env.SHOW) console.log({ entered, ...moments.work });
  expect(entered).toBeGreaterThan(400);
  expect(moments.work.loads).toBeGreaterThan(2);
  // The first, and one for every 64 cells at most.
  expect(moments.work.loads).toBeLessThanOrEqual(1 + entered / 64);
});
