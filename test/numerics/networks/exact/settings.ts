import fc from 'fast-check';
import type { Network } from '../../../../numerics/networks/network.js';
import { stableRates, tangentKernel } from '../../../../numerics/networks/tangent-kernel.js';
import type { Data, LearningRates, TrainingOptions } from '../../../../numerics/networks/training.js';
import { streams } from '../../../../numerics/random/streams.js';
import type { Activation } from '../../../../theory/activations/activation.js';
import { leakyRelu } from '../../../../theory/activations/leaky-relu.js';
import { relu } from '../../../../theory/activations/relu.js';

/** What to train, on what, and how. */
export interface Setting {
  readonly network: Network;
  readonly data: Data;
  readonly options: TrainingOptions;
}

export interface Range {
  readonly inputs: readonly number[];
  readonly units: readonly [number, number];
  readonly points: readonly [number, number];
  readonly steps: number;
}

const ACTIVATIONS: readonly Activation[] = [relu, relu, leakyRelu(0.2), leakyRelu(-1)];

/**
 * Random networks and data: normal or uniform laws, kinks now and then exactly on a data point, dead units,
 * repeated inputs, targets of size 1 to 30 (rich training), step sizes from tiny to .8/λmax, separate rates for the
 * groups, gradient descent and SGD.
 */
export function settings({ inputs, units, points, steps }: Range): fc.Arbitrary<Setting> {
  return fc
    .record({
      seed: fc.integer({ min: 0, max: 1e9 }),
      inputs: fc.constantFrom(...inputs),
      units: fc.double({ min: Math.log(units[0]), max: Math.log(units[1]), noNaN: true }),
      points: fc.integer({ min: points[0], max: points[1] }),
      activation: fc.constantFrom(...ACTIVATIONS),
      logScale: fc.double({ min: 0, max: Math.log(30), noNaN: true }),
      logShare: fc.double({ min: -3, max: 0, noNaN: true }),
      uniform: fc.boolean(),
      skip: fc.boolean(),
      ratio: fc.constantFrom(1, 1, 0.3, 2, 0),
      batch: fc.constantFrom(0, 0, 1, 2, 3),
      replacement: fc.boolean(),
      annealed: fc.boolean(),
    })
    .map((choice): Setting => {
      const random = streams(choice.seed).stream('setting');
      const d = choice.inputs;
      const n = Math.round(Math.exp(choice.units));
      const variate = (): number => (choice.uniform ? 4 * random.uniform() - 2 : random.normal());
      const x = Array.from({ length: choice.points * d }, () => 2 * random.normal());
      if (choice.points > 2 && random.uniform() < 0.3) for (let i = 0; i < d; i++) x[i] = x[d + i];
      const y = Array.from({ length: choice.points }, () => Math.exp(choice.logScale) * random.normal());
      const w = Float64Array.from({ length: n * d }, variate);
      const b = Float64Array.from({ length: n }, variate);
      const a = Float64Array.from({ length: n }, () => random.normal() / Math.sqrt(n));
      for (let unit = 0; unit < n; unit++) {
        const kind = random.integer(10);
        const j = random.integer(choice.points);
        const onKink = Array.from({ length: d }, (_, i) => w[unit * d + i] * x[j * d + i]);
        if (kind === 0) b[unit] = -onKink.reduce((sum, term) => sum + term, 0);
        if (kind === 1) b[unit] = -100;
      }
      const network: Network = {
        activation: choice.activation,
        w,
        b,
        a,
        d: 0,
        ...(choice.skip && { u: new Float64Array(d) }),
      };
      const stable = choice.points > 50 ? cautiousRates(network, x) : stableRates(network, x, choice.ratio);
      const share = Math.exp(choice.logShare) / (choice.batch === 0 ? 1 : 2);
      const size = Math.min(choice.batch, choice.points);
      return {
        network,
        data: { x, y },
        options: {
          rates: {
            hidden: share * stable.hidden,
            output: share * stable.output,
            bias: 0.5 * share * stable.output,
            skip: 0.7 * share * stable.output,
          },
          ...(size > 0 && {
            batches: { size, replacement: choice.replacement, random: streams(choice.seed) },
          }),
          ...(choice.annealed && { schedule: (step: number) => Math.max(0.1, 1 - step / (2 * steps)) }),
          relativeResidual: 0,
          maxSteps: steps,
        },
      };
    });
}

/** The largest eigenvalue is at most the trace; for many points that is quicker. */
function cautiousRates(network: Network, x: readonly number[]): LearningRates {
  const rate = 1 / tangentKernel(network, x).trace();
  return { hidden: rate, output: rate };
}
