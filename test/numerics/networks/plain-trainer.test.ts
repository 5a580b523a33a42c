import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateNetwork, type Network } from '../../../numerics/networks/network.js';
import { plainStepper } from '../../../numerics/networks/plain-trainer.js';
import { streams } from '../../../numerics/random/streams.js';
import { activationNamed } from '../../../theory/activations/index.js';

const NAMES = [
  'relu',
  'leaky-relu(slope=0.1)',
  'tanh',
  'erf',
  'softplus',
  'gaussian-bump',
  'relu-power(k=2)',
];
const GROUPS = ['w', 'b', 'a', 'u'] as const;

const random = (seed: number) => {
  const stream = streams(seed).stream('network');
  return (count: number): number[] => Array.from({ length: count }, () => stream.normal());
};

describe.each(NAMES)('plainStepper, %s', (name) => {
  const activation = activationNamed(name);

  it('moves every group against the gradient of ½Σr² over the batch, repeats counted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
        (seed, inputs, batch) => {
          const normals = random(seed);
          const width = 3;
          const [w, b, a, u] = [width * inputs, width, width, inputs].map((n) =>
            Float64Array.from(normals(n)),
          );
          const start: Network = { activation, w, b, a, u, d: 0.3 };
          const x = normals(3 * inputs);
          const y = normals(3);
          const loss = (network: Network): number => {
            const outputs = evaluateNetwork(network, x);
            return batch.reduce((sum, j) => sum + 0.5 * (outputs[j] - y[j]) * (outputs[j] - y[j]), 0);
          };
          const h = 1e-6;
          // A kink within reach of h has no gradient.
          const margins = b.map((bi, i) => {
            let least = Infinity;
            for (let j = 0; j < 3; j++) {
              let z = bi;
              for (let k = 0; k < inputs; k++) z += w[i * inputs + k] * x[j * inputs + k];
              least = Math.min(least, Math.abs(z));
            }
            return least;
          });
          fc.pre(margins.every((margin) => margin > 100 * h));

          const rates = { hidden: 1e-3, output: 2e-3, bias: 3e-3, skip: 4e-3 };
          const rateOf = { w: rates.hidden, b: rates.hidden, a: rates.output, u: rates.skip };
          const stepper = plainStepper(start, { x, y }, rates);
          const residuals = stepper.outputs.map((f, j) => f - y[j]);
          const factor = 0.5;
          stepper.step(Int32Array.from(batch), residuals, factor, Int32Array.from(batch));
          const moved = stepper.network();

          const scale = 1 + loss(start);
          const slopeOf = (shift: (by: number) => Network): number =>
            (loss(shift(h)) - loss(shift(-h))) / (2 * h);
          const agrees = (before: number, after: number, rate: number, slope: number): void => {
            // Differences have error h²·f‴ and ε/h; the step is divided out, which costs ε/rate.
            expect(Math.abs((before - after) / (factor * rate) - slope)).toBeLessThan(
              1e-6 * scale * (1 + Math.abs(slope)),
            );
          };
          for (const group of GROUPS) {
            start[group]!.forEach((before, i) => {
              const slope = slopeOf((by) => ({
                ...start,
                [group]: start[group]!.map((v, k) => (k === i ? v + by : v)),
              }));
              agrees(before, moved[group]![i], rateOf[group], slope);
            });
          }
          agrees(
            start.d,
            moved.d,
            rates.bias,
            slopeOf((by) => ({ ...start, d: start.d + by })),
          );

          const outputs = evaluateNetwork(moved, x);
          for (const j of batch) {
            expect(Math.abs(stepper.outputs[j] - outputs[j])).toBeLessThan(
              100 * Number.EPSILON * (1 + Math.abs(outputs[j])) * 10,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('plainStepper', () => {
  it('leaves outputs of points that were not asked for alone', () => {
    const normals = random(1);
    const [w, b, a] = [4, 4, 4].map((n) => Float64Array.from(normals(n)));
    const start: Network = { activation: activationNamed('tanh'), w, b, a, d: 0 };
    const stepper = plainStepper(start, { x: [0, 1, 2], y: [0, 0, 0] }, { hidden: 0.1, output: 0.1 });
    const before = stepper.outputs.slice();
    stepper.step(Int32Array.of(0), Float64Array.of(1, 1, 1), 1, Int32Array.of(1));
    expect(stepper.outputs[0]).toBe(before[0]);
    expect(stepper.outputs[1]).not.toBe(before[1]);
    expect(stepper.outputs[2]).toBe(before[2]);
  });
});
