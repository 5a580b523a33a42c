import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linearizedTrajectory } from '../../../numerics/networks/linearized/trajectory.js';
import { initializeNetwork } from '../../../numerics/networks/network.js';
import { outputLayerLimit } from '../../../numerics/networks/output-layer-limit.js';
import { streams } from '../../../numerics/random/streams.js';
import { activations } from '../../../theory/activations/index.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const x = [-2, -1, 0.5, 2];
const places = [-1.5, 0, 1, 2];

it('is the limit of the linearized model of a paired network whose hidden layer stands still', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...activations),
      fc.constantFrom('binary-uniform(w0=1,aB=4)', 'gaussian(sigmaW=1,sigmaB=1)'),
      fc.integer({ min: 20, max: 200 }),
      fc.nat(1_000_000),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      (activation, name, units, seed, y) => {
        const [law, random] = [bindLaw(name), streams(seed)];
        const options = { activation, law, units, x, places, hidden: random.stream('hidden') };
        const own = outputLayerLimit(options)(y);
        const start = initializeNetwork(law, 2 * units, random, true, activation);
        const trajectory = linearizedTrajectory(start, { x, y }, { output: 1, hidden: 0, bias: 0 });
        const { eigenvalues } = trajectory;
        const condition = eigenvalues[eigenvalues.length - 1] / eigenvalues[0];
        fc.pre(condition < 1e9);
        const other = trajectory.limit().evaluate(places);
        own.forEach((value, k) => {
          expect(Math.abs(value - other[k])).toBeLessThan(1e2 * Number.EPSILON * condition);
        });
        expect(Math.abs(own[3] - y[3])).toBeLessThan(1e2 * Number.EPSILON * condition);
      },
    ),
  );
});
