import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { sphereSurfaceByQuadrature } from '../../../proofs-check/multivariate/ray-moment.js';
import {
  drawsOf,
  heavier,
  integrateCells,
  isotropic,
  sampleCells,
  sampleNorms,
  scores,
} from '../../../proofs-check/multivariate/sampled-moments.js';
import { vectorInitializations } from '../../../theory/initializations/several/index.js';
import { bindVectorLaw } from '../../../theory/initializations/several/vector-law.js';
import { piRationalValue, sphereSurface } from '../../../theory/pi-rational.js';

const FAR = [-400, -40, -6, -1, 0, 1, 6, 40, 400];

describe('integrals of ζ over cells', () => {
  it('of a constant are the surface of the sphere', () => {
    for (const inputs of [2, 3, 4, 5]) {
      const law = bindVectorLaw('uniform', inputs);
      const cells = integrateCells(law, () => 1, [0, 1]);
      const surface = piRationalValue(sphereSurface(inputs));
      // Product rules with as few as 6 nodes in each coordinate: far below what sampling can see
      expect(Math.abs(cells[0] + cells[1] - surface) / surface).toBeLessThan(2e-5);
      expect(Math.abs(sphereSurfaceByQuadrature(inputs) / surface - 1)).toBeLessThan(1e-14);
    }
  });

  it('know the share of the middles of the faces in two inputs: the angles with tan < 1/2', () => {
    const [near, rest] = integrateCells(bindVectorLaw('uniform', 2), () => 1, [0, 1]);
    expect(near).toBeCloseTo(8 * Math.atan2(1, 2), 12);
    expect(near + rest).toBeCloseTo(2 * Math.PI, 12);
  });

  it.each(vectorInitializations.map(({ name }) => [name]))('add up to E U², for %s', (name) => {
    // E‖W‖² of the default parameters
    const square = (d: number): number =>
      ({ gaussian: d, uniform: d / 3, 'linear-layer': 1 / 3, 'ball-uniform': d / (d + 2) })[name] ?? 1;
    for (const inputs of [2, 3]) {
      const law = bindVectorLaw(name, inputs);
      const total = integrateCells(law, law.zeta, FAR).reduce((sum, value) => sum + value, 0);
      expect(Math.abs(total / square(inputs) - 1)).toBeLessThan(1e-5);
    }
  });
});

describe('sampled cells', () => {
  const worst = (draw: ReturnType<typeof drawsOf>, name: string, inputs: number, seed: number): number => {
    const law = bindVectorLaw(name, inputs);
    const edges = [-1, -0.3, 0.3, 1];
    const cells = sampleCells(draw, inputs, edges, 20_000, streams(seed).stream('draws'));
    const rows = scores(cells, integrateCells(law, law.zeta, edges));
    return Math.max(...rows.map(({ z }) => Math.abs(Number(z))));
  };

  it('agree with the integrals within their standard errors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.constantFrom(...vectorInitializations),
        (seed, { name }) => {
          for (const inputs of [2, 3]) {
            expect(worst(drawsOf(bindVectorLaw(name, inputs)), name, inputs, seed)).toBeLessThan(6);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('tell weights that are too large, and a cube whose directions are uniform', () => {
    const law = bindVectorLaw('uniform', 2);
    expect(worst(heavier(law), 'uniform', 2, 3)).toBeGreaterThan(7);
    expect(worst(isotropic(law), 'uniform', 2, 3)).toBeGreaterThan(7);
  });

  it('of the norm alone agree with ζ for rotation-invariant weights', () => {
    for (const name of ['gaussian', 'ball-uniform']) {
      const law = bindVectorLaw(name, 3);
      const places = [0, 0.5, -1];
      const rows = scores(
        sampleNorms(law, places, 20_000, streams(4).stream('norms')),
        places.map((c) => law.zeta([1, 0, 0], c)),
      );
      expect(rows).toHaveLength(3);
      for (const { z } of rows) expect(Math.abs(Number(z))).toBeLessThan(5);
    }
  });

  it('of no draws where the integral is not 0 are a failure, not a gap', () => {
    const empty = [{ mean: 0, standardError: 0 }];
    expect(scores(empty, [0])).toEqual([]);
    expect(scores(empty, [0.1])).toEqual([{ route: 'empty cell', deviation: 1 }]);
  });
});
