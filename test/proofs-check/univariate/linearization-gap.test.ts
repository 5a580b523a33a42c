import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearizedTrajectory } from '../../../numerics/networks/linearized/trajectory.js';
import { evaluateNetwork, initializeNetwork, type Network } from '../../../numerics/networks/network.js';
import { trainBy } from '../../../numerics/networks/trainers.js';
import { stableRates } from '../../../numerics/networks/tangent-kernel.js';
import { streams } from '../../../numerics/random/streams.js';
import { linearizationGap } from '../../../proofs-check/univariate/linearization-gap.js';
import { bindLaw } from '../../../theory/initializations/law.js';

const X = [-1, 0, 1];
const STOP = { relativeResidual: 1e-6, maxSteps: 1_000_000 };
const start = (seed: number): Network => initializeNetwork(bindLaw('gaussian'), 48, streams(seed));
const targets = fc.tuple(
  ...X.map(() => fc.double({ min: -1, max: 1, noNaN: true }).filter((y) => Math.abs(y) > 0.01)),
);
const seeds = fc.integer({ min: 0, max: 1e6 });

describe('linearizationGap', () => {
  it('is what the plain trainer and a fine grid find', () => {
    fc.assert(
      fc.property(seeds, targets, (seed, y) => {
        const [network, data] = [start(seed), { x: X, y }];
        const rates = stableRates(network, X);
        const gap = linearizationGap(network, data, rates, STOP);
        const plain = trainBy('plain')(network, data, { rates, relativeResidual: 0, maxSteps: gap.steps });
        const grid = Array.from({ length: 40_000 }, (_, k) => -1 + (k + 0.5) / 20_000);
        const linear = linearizedTrajectory(network, data, rates).descent(gap.steps).evaluate(grid);
        const gaps = evaluateNetwork(plain.network, grid).map((f, k) => Math.abs(f - linear[k]));
        const l2 = Math.sqrt(gaps.reduce((sum, g) => sum + g * g, 0) / 20_000);
        // Jumps: the midpoint rule misplaces each by up to half a spacing.
        expect(Math.abs(gap.l2 - l2)).toBeLessThan(0.02 * l2);
        expect(gap.sup).toBeLessThanOrEqual(Math.max(...gaps) * (1 + 1e-6));
        expect(gap.sup).toBeGreaterThan(0.5 * Math.max(...gaps));
        expect(gap.undisturbed).toBeLessThanOrEqual(gap.l2);
      }),
      { numRuns: 6 },
    );
  });

  it('is the same for −y, since twins change places', () => {
    fc.assert(
      fc.property(seeds, targets, (seed, y) => {
        const network = start(seed);
        const rates = stableRates(network, X);
        const [one, other] = [y, y.map((v) => -v)].map((each) =>
          linearizationGap(network, { x: X, y: each }, rates, STOP),
        );
        expect(other.steps).toBe(one.steps);
        expect(Math.abs(other.l2 - one.l2)).toBeLessThan(1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('falls as s² away from kinks if none passes a data point, and no faster', () => {
    const network = start(7);
    const rates = stableRates(network, X);
    const relative = [1e-2, 1e-3].map((s) => {
      const gap = linearizationGap(network, { x: X, y: [s, -s, s] }, rates, STOP);
      expect(gap.crossed).toBe(false);
      return gap.undisturbed / s;
    });
    expect(relative[0] / relative[1]).toBeGreaterThan(98);
    expect(relative[0] / relative[1]).toBeLessThan(102);
  });
});
