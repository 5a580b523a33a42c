import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linearizedChange } from '../../../numerics/networks/linearized/evaluate-linearized.js';
import { evaluateNetwork, type Network } from '../../../numerics/networks/network.js';
import { sumOfLinesApplies } from '../../../numerics/networks/sum-of-lines.js';
import { leakyRelu } from '../../../theory/activations/leaky-relu.js';
import { relu } from '../../../theory/activations/relu.js';

/** Coarse values too: kinks on points, weights 0, points that coincide. */
const value = fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: -2, max: 2 }));
const setting = fc.record({
  units: fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 40 }),
  activation: fc.constantFrom(relu, leakyRelu(0.2), leakyRelu(-1)),
  d: value,
  points: fc.array(value, { minLength: 8, maxLength: 30 }).map((x) => x.sort((p, q) => p - q)),
});

function networks(
  units: readonly number[][],
): [Omit<Network, 'activation' | 'd'>, Omit<Network, 'activation' | 'd'>] {
  const column = (k: number): Float64Array => Float64Array.from(units, (unit) => unit[k]);
  return [
    { w: column(0), b: column(1), a: column(2) },
    { w: column(3), b: column(4), a: column(5) },
  ];
}

it('a network and its linear change at ascending points are those at each point alone', () => {
  fc.assert(
    fc.property(setting, ({ units, activation, d, points }) => {
      const [start, by] = networks(units);
      const network = { ...start, activation, d };
      expect(sumOfLinesApplies(points)).toBe(true);
      const tolerance = 8 * (units.length + points.length) * Number.EPSILON * (units.length * 60 + 3);
      const outputs = evaluateNetwork(network, points);
      const changes = linearizedChange(network, { ...by, d }, points);
      points.forEach((x, k) => {
        expect(Math.abs(outputs[k] - evaluateNetwork(network, [x])[0])).toBeLessThanOrEqual(tolerance);
        const alone = linearizedChange(network, { ...by, d }, [x])[0];
        expect(Math.abs(changes[k] - alone)).toBeLessThanOrEqual(tolerance);
      });
    }),
    { numRuns: 300 },
  );
});

it('twins of opposite sign cancel exactly', () => {
  fc.assert(
    fc.property(setting, ({ units, activation, points }) => {
      const [start] = networks(units.flatMap((unit) => [unit, unit]));
      const a = start.a.map((weight, i) => (i % 2 === 0 ? weight : -weight));
      const outputs = evaluateNetwork({ ...start, a, activation, d: 0 }, points);
      expect(outputs.every((f) => f === 0)).toBe(true);
    }),
  );
});

it('points that do not ascend, or are few, are taken one by one', () => {
  expect(sumOfLinesApplies([1, 2, 3, 4, 5, 6, 7])).toBe(false);
  expect(sumOfLinesApplies([1, 2, 3, 4, 5, 6, 8, 7])).toBe(false);
  expect(sumOfLinesApplies([1, 2, 3, 4, 5, 6, 7, NaN])).toBe(false);
});
