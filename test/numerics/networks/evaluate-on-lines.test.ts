import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateOnLines, linesInBall, pointsOnLines } from '../../../numerics/networks/evaluate-on-lines.js';
import { evaluateNetwork, initializeNetwork } from '../../../numerics/networks/network.js';
import { streams } from '../../../numerics/random/streams.js';
import { activations } from '../../../theory/activations/index.js';
import { bindVectorLaw } from '../../../theory/initializations/several/vector-law.js';

it('agrees with the network point by point, also with a skip connection and an output bias', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...activations),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      fc.nat(1_000_000),
      (activation, inputs, units, skip, seed) => {
        const law = bindVectorLaw('gaussian(sigmaW=1,sigmaB=1)', inputs);
        const start = initializeNetwork(law, units, streams(seed), false, activation);
        const network = skip ? { ...start, u: start.w.slice(0, inputs) } : start;
        const lines = linesInBall(inputs, 2, 4, 12);
        const expected = evaluateNetwork(network, pointsOnLines(lines).flat());
        evaluateOnLines(network, lines).forEach((value, k) => {
          expect(Math.abs(value - expected[k])).toBeLessThan(1e3 * Number.EPSILON * units);
        });
      },
    ),
  );
});

it('covers the ball evenly: no point outside, and the share of the cube that it fills', () => {
  for (const [inputs, share] of [
    [1, 1],
    [2, Math.PI / 4],
    [3, Math.PI / 6],
  ]) {
    const points = pointsOnLines(linesInBall(inputs, 0.5, 41, 41));
    for (const point of points) expect(Math.hypot(...point)).toBeLessThan(0.5 + 1e-12);
    const whole = Array.from({ length: inputs }, () => 41).reduce((product, side) => product * side, 1);
    expect(points.length / whole).toBeCloseTo(share, 1);
    expect(points.some((point) => Math.hypot(...point) > 0.499)).toBe(true);
  }
});
