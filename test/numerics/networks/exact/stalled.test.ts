import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainUntilStalled } from '../../../../numerics/networks/exact/stalled.js';
import { evaluateNetwork, initializeNetwork } from '../../../../numerics/networks/network.js';
import { trainPlain } from '../../../../numerics/networks/plain-trainer.js';
import { stableRates } from '../../../../numerics/networks/tangent-kernel.js';
import { DivergenceError, NonConvergenceError } from '../../../../numerics/networks/training.js';
import { streams } from '../../../../numerics/random/streams.js';
import { bindLaw } from '../../../../theory/initializations/law.js';

const DATA = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };
const LAW = bindLaw('uniform');

describe('trainUntilStalled', () => {
  it('stops where the losses along plain gradient descent say so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 10, max: 40 }), (seed, half) => {
        const start = initializeNetwork(LAW, 2 * half, streams(seed));
        const rates = stableRates(start, DATA.x, 2);
        const changes = [1e-3, 1e-4];
        const stops = trainUntilStalled(start, DATA, rates, changes, 100_000);
        const steps = stops[1].steps;
        const losses: number[] = [];
        const outputs: Float64Array[] = [];
        trainPlain(start, DATA, {
          rates,
          relativeResidual: 0,
          maxSteps: steps,
          checkpoints: {
            steps: Array.from({ length: steps + 1 }, (_, k) => k),
            visit: (_, network) => {
              const f = evaluateNetwork(network, DATA.x);
              outputs.push(f);
              losses.push(
                f.reduce((sum, value, j) => sum + (value - DATA.y[j]) * (value - DATA.y[j]), 0) / 5,
              );
            },
          },
        });
        changes.forEach((change, k) => {
          const first = losses.findIndex((loss, t) => t > 0 && Math.abs(losses[t - 1] - loss) < change);
          expect(stops[k].steps).toBe(first);
          const f = evaluateNetwork(stops[k].network, DATA.x);
          f.forEach((value, j) => {
            expect(Math.abs(value - outputs[first][j])).toBeLessThan(1e-10);
          });
        });
      }),
      { numRuns: 12 },
    );
  });

  it('starts again with half the rates when the loss rises, as if it had been given them', () => {
    const start = initializeNetwork(LAW, 64, streams(1));
    const { hidden, output } = stableRates(start, DATA.x);
    const times = (factor: number): ReturnType<typeof trainUntilStalled> =>
      trainUntilStalled(start, DATA, { hidden: factor * hidden, output: factor * output }, [1e-5], 100_000);
    expect(times(64)).toEqual(times(2));
  });

  it('says when it does not stop, or never falls', () => {
    const start = initializeNetwork(LAW, 64, streams(1));
    const rates = stableRates(start, DATA.x);
    expect(() => trainUntilStalled(start, DATA, rates, [1e-12], 3)).toThrow(NonConvergenceError);
    const large = { hidden: 1e9 * rates.hidden, output: 1e9 * rates.output };
    expect(() => trainUntilStalled(start, DATA, large, [1e-12], 100_000)).toThrow(DivergenceError);
  });
});
