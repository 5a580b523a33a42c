import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linearizedTrajectory } from '../../../numerics/networks/linearized/trajectory.js';
import { initializeNetwork } from '../../../numerics/networks/network.js';
import { outputLayerLimit } from '../../../numerics/networks/output-layer-limit.js';
import { streams } from '../../../numerics/random/streams.js';
import { activations } from '../../../theory/activations/index.js';
import { relu } from '../../../theory/activations/relu.js';
import { bindLaw } from '../../../theory/initializations/law.js';
import { bindVectorLaw } from '../../../theory/initializations/several/vector-law.js';
import { star } from '../../../proofs-check/multivariate/point-sets.js';

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

it('is the limit of the linearized model in several inputs', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('sphere-uniform(aB=1)', 'gaussian(sigmaW=1,sigmaB=1)'),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 60, max: 200 }),
      fc.nat(1_000_000),
      (name, inputs, units, seed) => {
        const [law, random] = [bindVectorLaw(name, inputs), streams(seed)];
        const data = star(inputs);
        const where = [...data.x.slice(0, inputs), ...data.x.map((value) => value / 3)];
        const own = outputLayerLimit({
          activation: relu,
          law,
          units,
          x: data.x,
          places: where,
          hidden: random.stream('hidden'),
        })(data.y);
        const start = initializeNetwork(law, 2 * units, random);
        const trajectory = linearizedTrajectory(start, data, { output: 1, hidden: 0, bias: 0 });
        const { eigenvalues } = trajectory;
        const condition = eigenvalues[eigenvalues.length - 1] / eigenvalues[0];
        fc.pre(condition < 1e9);
        const other = trajectory.limit().evaluate(where);
        expect(own.length).toBe(other.length);
        own.forEach((value, k) => {
          expect(Math.abs(value - other[k])).toBeLessThan(1e3 * Number.EPSILON * condition);
        });
        expect(Math.abs(own[0] - data.y[0])).toBeLessThan(1e3 * Number.EPSILON * condition);
      },
    ),
  );
});
