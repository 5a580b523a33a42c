import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOrder } from '../../../../numerics/networks/batch-order.js';
import { evaluateLinearized } from '../../../../numerics/networks/linearized/evaluate-linearized.js';
import {
  trainLinearized,
  trainOutputLayer,
} from '../../../../numerics/networks/linearized/linearized-trainer.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../../../numerics/networks/network.js';
import { trainPlain } from '../../../../numerics/networks/plain-trainer.js';
import { stableRates } from '../../../../numerics/networks/tangent-kernel.js';
import { DivergenceError, NonConvergenceError } from '../../../../numerics/networks/training.js';
import { streams } from '../../../../numerics/random/streams.js';
import { bindLaw } from '../../../../theory/initializations/law.js';
import {
  explicit,
  explicitDescent,
  flatten,
  largestGap,
  linear,
  problems,
  randomNetwork,
  scaledRates,
  scales,
  rational,
} from './explicit.js';

const P5 = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };
const GRID = Array.from({ length: 81 }, (_, i) => -2 + i / 20);
/** Round-off of t steps in units of (t + 1)·eps·scale; the worst of 3·10³ random problems was .9. */
const C = 4;

const smallSteps = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 500 }));

describe('trainLinearized', () => {
  it('equals gradient descent of the linearized model written from the definition, all parameters', () => {
    fc.assert(
      fc.property(problems(), smallSteps, ({ start, data, rates }, steps) => {
        const model = explicit(start, data.x, rates);
        const delta = explicitDescent(model, data.y, steps);
        const trained = trainLinearized(start, data, { rates, relativeResidual: 0, maxSteps: steps });
        const scale = scales(model, data.y);
        const roundOff = C * (steps + 1) * Number.EPSILON;
        expect(largestGap(flatten(trained.displacement), delta)).toBeLessThanOrEqual(roundOff * scale.theta);
        const expected = linear(model, delta);
        for (const f of [trained.evaluate(data.x), evaluateLinearized(start, trained.network, data.x)]) {
          expect(largestGap(f, expected)).toBeLessThanOrEqual(roundOff * scale.output);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('equals SGD written from the definition, with batches and a schedule', () => {
    const schedule = (step: number): number => 1 / (1 + step / 50);
    fc.assert(
      fc.property(
        problems({ width: 40 }),
        smallSteps,
        fc.boolean(),
        fc.integer({ min: 1, max: 6 }),
        ({ start, data, rates }, steps, replacement, wanted) => {
          const points = data.y.length;
          const size = Math.min(wanted, points);
          // A point can be drawn `size` times: then the trace of a batch's kernel is at most that often the whole.
          const smaller = scaledRates(start, data.x, rates, 1 / size);
          const batches = { size, replacement, random: streams(steps) };
          const order = batchOrder(points, batches);
          const drawn = Array.from({ length: steps }, () => [...order.next()]);
          const model = explicit(start, data.x, smaller);
          const delta = explicitDescent(model, data.y, steps, (step) => drawn[step], schedule);
          const options = { rates: smaller, relativeResidual: 0, maxSteps: steps, batches, schedule };
          const { displacement } = trainLinearized(start, data, options);
          expect(largestGap(flatten(displacement), delta)).toBeLessThanOrEqual(
            C * (steps + 1) * Number.EPSILON * scales(model, data.y).theta,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes the first step of the real network, whose function it leaves by O(η²)', () => {
    fc.assert(
      fc.property(problems({ width: 50 }), ({ start, data }) => {
        const smooth = { ...start, activation: rational };
        const gaps = (eta: number): Float64Array => {
          const rates = scaledRates(smooth, data.x, { hidden: 2, output: 1 }, eta);
          const options = { rates, relativeResidual: 0, maxSteps: 1 };
          const plain = trainPlain(smooth, data, options).network;
          const { network, evaluate } = trainLinearized(smooth, data, options);
          const scale = scales(explicit(smooth, data.x, rates), data.y);
          expect(largestGap(flatten(network), flatten(plain))).toBeLessThanOrEqual(
            C * Number.EPSILON * scale.theta,
          );
          const f = evaluate(data.x);
          return evaluateNetwork(plain, data.x).map((value, j) => value - f[j]);
        };
        const { output } = scales(explicit(smooth, data.x, { hidden: 1, output: 1 }), data.y);
        const eta = 1e-5;
        const [whole, half] = [gaps(eta), gaps(eta / 2)];
        // The second derivatives of f, of order one, times the squares of steps of at most η·output.
        const second = eta * output * (eta * output);
        expect(largestGap(whole, [0, 0, 0, 0, 0, 0])).toBeLessThanOrEqual(second);
        expect(
          largestGap(
            whole,
            half.map((gap) => 4 * gap),
          ),
        ).toBeLessThanOrEqual(eta * output * second + 20 * Number.EPSILON * output);
      }),
      { numRuns: 100 },
    );
  });

  it('evaluates the derivative of f along θ − θ₀ (central differences)', () => {
    for (const [inputs, seed] of [
      [1, 5],
      [3, 6],
    ]) {
      const start = randomNetwork(seed, 30, inputs, rational, true);
      const by = randomNetwork(seed + 10, 30, inputs, rational, true);
      const x = Array.from({ length: 4 * inputs }, (_, i) => Math.sin(3 * i));
      const along = (h: number): Network => ({
        activation: rational,
        w: start.w.map((v, i) => v + h * by.w[i]),
        b: start.b.map((v, i) => v + h * by.b[i]),
        a: start.a.map((v, i) => v + h * by.a[i]),
        d: start.d + h * by.d,
        u: start.u!.map((v, i) => v + h * by.u![i]),
      });
      const h = 1e-5;
      const [up, down] = [evaluateNetwork(along(h), x), evaluateNetwork(along(-h), x)];
      const f0 = evaluateNetwork(start, x);
      evaluateLinearized(start, along(1), x).forEach((f, j) =>
        expect(Math.abs(f - f0[j] - (up[j] - down[j]) / (2 * h))).toBeLessThan(1e-8),
      );
    }
  });

  it('stays closer to the real network the wider that is (full against linearized, P5)', () => {
    const gap = (width: number): number => {
      let sum = 0;
      for (const seed of [1, 2, 3]) {
        const start = initializeNetwork(bindLaw('gaussian'), width, streams(seed));
        const options = { rates: stableRates(start, P5.x), relativeResidual: 0, maxSteps: 1000 };
        const { evaluate } = trainLinearized(start, P5, options);
        sum += largestGap(evaluateNetwork(trainPlain(start, P5, options).network, GRID), evaluate(GRID));
      }
      return sum / 3;
    };
    const [narrow, wider, wide] = [gap(32), gap(128), gap(512)];
    // At least as fast as the O(n^(−1/2)) of the theory.
    expect(wider).toBeLessThan(narrow / 2);
    expect(wide).toBeLessThan(wider / 2);
  });

  it('hands out parameters at checkpoints, stops at the wanted residual, and leaves its input alone', () => {
    const start = randomNetwork(3, 60, 1, rational);
    const before = flatten(start);
    const rates = scaledRates(start, P5.x, { hidden: 1, output: 1 }, 1);
    const seen = new Map<number, Network>();
    const steps = [0, 3, 40];
    const { network, evaluate, relativeResidual } = trainLinearized(start, P5, {
      rates,
      relativeResidual: 1e-3,
      maxSteps: 10_000_000,
      checkpoints: { steps, visit: (step, at) => seen.set(step, at) },
    });
    expect([...seen.keys()]).toEqual(steps);
    for (const [step, at] of seen) {
      const alone = trainLinearized(start, P5, { rates, relativeResidual: 0, maxSteps: step });
      expect(flatten(at)).toEqual(flatten(alone.network));
    }
    expect(relativeResidual).toBeLessThanOrEqual(1e-3);
    expect(largestGap(evaluate(P5.x), P5.y)).toBeLessThan(1e-3 * Math.sqrt(7.25));
    expect(largestGap(evaluateLinearized(start, network, GRID), evaluate(GRID))).toBeLessThan(1e-12);
    expect(flatten(start)).toEqual(before);
  });

  it('fails as every trainer does', () => {
    const start = randomNetwork(1, 20, 1, rational);
    const options = { relativeResidual: 1e-6, maxSteps: 10 };
    const train = (hidden: number, maxSteps: number, x = P5.x): unknown =>
      trainLinearized(start, { ...P5, x }, { ...options, maxSteps, rates: { hidden, output: 0.01 } });
    expect(() => train(10, 1000)).toThrow(DivergenceError);
    expect(() => train(0, 10)).toThrow(NonConvergenceError);
    expect(() => train(-1, 10)).toThrow(/learning rate of -1 \(hidden\)/);
    expect(() => train(NaN, 10)).toThrow(RangeError);
    expect(() => train(0, 10, [1, 2])).toThrow(/2 points and 5 targets/);
    const plane = randomNetwork(1, 20, 2, rational);
    const rates = { hidden: 0, output: 0.01 };
    expect(() => trainLinearized(plane, P5, { ...options, rates })).toThrow(/5 input values/);
  });
});

describe('trainOutputLayer', () => {
  it('equals the plain trainer with a hidden layer that stands still, for gradient descent and SGD', () => {
    fc.assert(
      fc.property(
        problems({ hidden: [0, 2] }),
        smallSteps,
        fc.constantFrom(0, 1, 2),
        fc.boolean(),
        ({ start, data, rates }, steps, wanted, replacement) => {
          const frozen = scaledRates(start, data.x, { ...rates, hidden: 0 }, wanted === 2 ? 0.5 : 1);
          const size = Math.min(wanted, data.y.length);
          const options = {
            rates: { ...frozen, hidden: 7 },
            relativeResidual: 0,
            maxSteps: steps,
            ...(size > 0 && { batches: { size, replacement, random: streams(4) } }),
          };
          const { network } = trainOutputLayer(start, data, options);
          const plain = trainPlain(start, data, { ...options, rates: frozen }).network;
          const scale = scales(explicit(start, data.x, frozen), data.y);
          const roundOff = C * (steps + 1) * Number.EPSILON;
          expect(largestGap(flatten(network), flatten(plain))).toBeLessThanOrEqual(roundOff * scale.theta);
          expect([network.w, network.b]).toEqual([start.w, start.b]);
          expect(
            largestGap(evaluateNetwork(network, data.x), evaluateLinearized(start, network, data.x)),
          ).toBeLessThanOrEqual(roundOff * scale.output);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('holds the output bias at rate 0', () => {
    const start = randomNetwork(2, 50, 1, rational);
    const rates = { hidden: 1, output: 1e-3, bias: 0 };
    const { network } = trainOutputLayer(start, P5, { rates, relativeResidual: 0, maxSteps: 50 });
    expect(network.d).toBe(start.d);
    expect(network.a).not.toEqual(start.a);
  });
});
