import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driver } from '../../bench/drive.js';
import { descend } from '../../numerics/networks/descend.js';
import { evaluateNetwork, initializeNetwork } from '../../numerics/networks/network.js';
import { plainStepper } from '../../numerics/networks/plain-trainer.js';
import { batchOrder } from '../../numerics/networks/batch-order.js';
import { streams } from '../../numerics/random/streams.js';
import { bindLaw } from '../../theory/initializations/law.js';

const LAW = bindLaw('gaussian(sigmaW=1,sigmaB=1)');
const data = { x: [-1, 0, 0.5, 2], y: [1, -1, 0.5, 0] };
const rates = { hidden: 0.003, output: 0.003 };

describe('driver', () => {
  it('takes the steps of training, in as many calls as one likes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.nat(),
        (calls, stochastic, seed) => {
          const maxSteps = calls.reduce((sum, steps) => sum + steps, 0);
          const network = initializeNetwork(LAW, 20, streams(seed));
          const batches = { size: 1, replacement: false, random: streams(seed) };
          const points = batchOrder(4, batches);
          const order = Int32Array.from({ length: 64 }, () => points.next()[0]);

          const stepper = plainStepper(network, data, rates);
          const drive = driver(stepper, data, stochastic ? order : undefined);
          calls.forEach(drive);

          const { network: expected } = descend(plainStepper(network, data, rates), data, {
            rates,
            maxSteps,
            relativeResidual: 0,
            ...(stochastic && { batches }),
          });
          expect(stepper.network()).toEqual(expected);
          expect(evaluateNetwork(expected, data.x)).toHaveLength(4);
        },
      ),
      { numRuns: 30 },
    );
  });
});
