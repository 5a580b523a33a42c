import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointInterpolant } from '../../../../numerics/kernels/several/point-interpolant.js';
import { dot } from '../../../../numerics/kernels/several/points.js';
import { hemisphereRule, withAntipodes } from '../../../../numerics/quadrature/hemisphere-rule.js';
import { streams } from '../../../../numerics/random/streams.js';
import { kinkGrid } from '../../../../numerics/variational/several/kink-grid.js';
import {
  evenModel,
  kinkProblem,
  reluModel,
  type KinkProblem,
} from '../../../../numerics/variational/several/kink-problem.js';
import { kinkQp } from '../../../../numerics/variational/several/kink-qp.js';
import { kinkSaddle } from '../../../../numerics/variational/several/kink-saddle.js';
import { pointInBall, randomPoints, S10 } from '../../../../proofs-check/multivariate/point-sets.js';
import { bindVectorLaw, type Direction } from '../../../../theory/initializations/several/vector-law.js';

const cases = fc.record({
  inputs: fc.integer({ min: 1, max: 3 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
  count: fc.integer({ min: 5, max: 8 }),
  law: fc.constantFrom('sphere-uniform(aB=1.2)', 'gaussian', 'uniform', 'sphere-shifted(aB=1.3,meanB=.2)'),
});

/** Random data, and the full and the even problem on grids of the same directions. */
function problems({ inputs, seed, count, law }: typeof cases extends fc.Arbitrary<infer T> ? T : never): {
  full: KinkProblem;
  even: KinkProblem;
  places: number[][];
  size: number;
} {
  const random = streams(seed).stream('data');
  const data = randomPoints(count, inputs, 1, random);
  const { zeta, evenZeta } = bindVectorLaw(law, inputs);
  const half = hemisphereRule(inputs, inputs === 3 ? 3 : 6);
  const full = kinkProblem({
    ...data,
    grid: kinkGrid(withAntipodes(half), inputs === 1 ? 40 : 8, 1.5),
    model: reluModel(zeta),
  });
  const even = kinkProblem({
    ...data,
    grid: kinkGrid(half, inputs === 1 ? 40 : 8, 1.5),
    model: evenModel(evenZeta),
  });
  const places = Array.from({ length: 20 }, () => pointInBall(inputs, 1, random));
  return { full, even, places, size: Math.max(...data.y.map(Math.abs)) };
}

const gap = (
  f: (point: number[]) => number,
  g: (point: number[]) => number,
  places: readonly number[][],
): number => Math.max(...places.map((place) => Math.abs(f(place) - g(place))));

describe('the variational problem on a grid of units', () => {
  it('has one solution, by quadratic program, saddle system and kernel of the grid, over the whole sphere and half of it', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { full, even, places, size } = problems(each);
        const saddle = kinkSaddle(full);
        fc.pre(saddle.condition < 1e8);
        const bound = 1e3 * Number.EPSILON * saddle.condition;
        const qp = kinkQp(full);
        expect(qp.kktResidual).toBeLessThanOrEqual(qp.kktBound);
        const kernel = pointInterpolant({
          kernel: (p, q) => dot(full.featuresAt(p), full.featuresAt(q)),
          x: full.points.flatMap((point) => [...point]),
          inputs: each.inputs,
          y: full.y,
          degree: 1,
        });
        for (const other of [qp, kinkSaddle(even), kinkQp(even), kernel]) {
          expect(gap(saddle.evaluate, other.evaluate, places)).toBeLessThan(bound * size);
          const energy = 'energy' in other ? other.energy : other.squaredNorm;
          expect(Math.abs(energy - saddle.energy)).toBeLessThan(bound * saddle.energy);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('interpolates, and no other z with the same values has less energy', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { even, size } = problems(each);
        const { z, evaluate, energy, condition } = kinkSaddle(even);
        fc.pre(condition < 1e8);
        even.points.forEach((point, j) => {
          expect(Math.abs(evaluate([...point]) - even.y[j])).toBeLessThan(
            1e3 * Number.EPSILON * condition * size,
          );
        });
        // Away from z along what the conditions do not see: a random vector less its part in their span.
        const random = streams(each.seed).stream('away');
        const away = Float64Array.from(z, () => random.normal());
        const rows: Float64Array[] = [];
        for (const feature of even.features) {
          const left = without(without(feature, rows), rows);
          rows.push(left.map((value) => value / Math.sqrt(dot(left, left))));
        }
        const blind = without(without(away, rows), rows);
        const other = z.map((value, l) => value + 1e-3 * Math.sqrt(energy / dot(blind, blind)) * blind[l]);
        expect(dot(other, other)).toBeGreaterThan(energy);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    { law: 'sphere-uniform(aB=1)', bounds: [0.4, 0.025, 0.003, 0.0006] },
    { law: 'gaussian', bounds: [0.5, 0.03, 0.0035, 0.0006] },
  ])('comes to the kernel solution of $law as the square of the cell', ({ law: text, bounds }) => {
    const law = bindVectorLaw(text, 2);
    const limit = pointInterpolant({ ...S10, kernel: law.kernel!.at, degree: 1 });
    const random = streams(1).stream('places');
    const places = Array.from({ length: 60 }, () => pointInBall(2, 0.95, random));
    bounds.forEach((bound, k) => {
      const n = 8 << k;
      const relu = kinkProblem({
        ...S10,
        grid: kinkGrid(withAntipodes(hemisphereRule(2, n / 2)), n, 1),
        model: reluModel(law.zeta),
      });
      const even = kinkProblem({
        ...S10,
        grid: kinkGrid(hemisphereRule(2, n), n, 1),
        model: evenModel(law.evenZeta),
      });
      expect(gap(kinkSaddle(relu).evaluate, limit.evaluate, places)).toBeLessThan(bound);
      // Twice the directions for the same number of unknowns.
      expect(gap(kinkSaddle(even).evaluate, limit.evaluate, places)).toBeLessThan(0.9 * bound);
    });
  });

  it('needs points that span the space, a weight that is not negative, and as many targets', () => {
    const grid = kinkGrid(hemisphereRule(2, 4), 4, 1);
    const model = evenModel(() => 1);
    const line = { x: [0, 0, 0.1, 0.1, 0.4, 0.4, 0.7, 0.7], inputs: 2, y: [0, 1, 0, 1] };
    expect(() => kinkProblem({ ...line, grid, model })).toThrow('all 4 points lie on one line');
    const square = { x: [0, 0, 0, 1, 1, 0, 0.5, 0.6], inputs: 2 };
    expect(() => kinkProblem({ ...square, y: [0, 1], grid, model })).toThrow('got 4 points and 2 targets');
    const wrong = evenModel((_: Direction, c: number) => c);
    expect(() => kinkProblem({ ...square, y: [0, 1, 0, 1], grid, model: wrong })).toThrow(
      'expected a number of',
    );
  });

  it('bends nowhere where the data are affine', () => {
    const grid = kinkGrid(hemisphereRule(2, 6), 6, 1);
    const x = [0, 0, 0, 0.9, 0.9, 0, 0.5, 0.6, -0.4, -0.3];
    const y = Array.from({ length: 5 }, (_, j) => 2 * x[2 * j] - x[2 * j + 1] + 3);
    const problem = kinkProblem({ x, inputs: 2, y, grid, model: evenModel(() => 1) });
    for (const solution of [kinkSaddle(problem), kinkQp(problem)]) {
      expect(solution.energy).toBeLessThan(1e-20);
      expect(solution.evaluate([0.3, -0.7])).toBeCloseTo(4.3, 10);
    }
  });
});

/** Without its part in the span of orthonormal rows; twice is enough for round-off. */
const without = (vector: Float64Array, rows: readonly Float64Array[]): Float64Array =>
  rows.reduce((rest, row) => {
    const factor = dot(rest, row);
    return rest.map((value, l) => value - factor * row[l]);
  }, vector);
