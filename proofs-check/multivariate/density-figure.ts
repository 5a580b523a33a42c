import { pointInterpolant } from '../../numerics/kernels/several/point-interpolant.js';
import { dot, norm, pointRows } from '../../numerics/kernels/several/points.js';
import { hemisphereRule } from '../../numerics/quadrature/hemisphere-rule.js';
import { kinkGrid } from '../../numerics/variational/several/kink-grid.js';
import { evenModel, kinkProblem } from '../../numerics/variational/several/kink-problem.js';
import { kinkSaddle } from '../../numerics/variational/several/kink-saddle.js';
import { halfDistances } from '../../numerics/variational/several/unit-density.js';
import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import type { Figure, Layer } from '../claim.js';
import { S10 } from './point-sets.js';

/** Directions on half a turn, and offsets. */
const SIZE = 48;
/** No further than ζ of the uniform law goes, so that every node is kept. */
const REACH = 1;

/** β_e over angle and offset, for the ten points: the solution on a grid beside what the kernel says. */
export function densityFigure(laws: readonly string[]): Figure {
  const points = pointRows(S10.x, 2);
  const rule = hemisphereRule(2, SIZE);
  const grid = kinkGrid(rule, SIZE, REACH);
  const angles = rule.directions.map(([x, y]) => Math.atan2(y, x));
  const offsets = grid.nodes.slice(0, SIZE).map(({ offset }) => offset);
  const largest = Math.max(...points.map(norm));
  const edges = [Math.max, Math.min].map((last) =>
    rule.directions.map((direction) => last(...points.map((point) => dot(direction, point)))),
  );
  const panel = (name: string, nodes: ArrayLike<number>): Layer[] => {
    const roundOff = 1e-9 * Math.max(...Array.from(nodes, Math.abs));
    return [
      {
        mark: 'field',
        series: 'β_e, the density of units',
        panel: name,
        x: angles,
        y: offsets,
        // The nodes go by direction, the rows of the picture by offset.
        values: offsets.flatMap((_, l) =>
          angles.map((__, k) => (Math.abs(nodes[k * SIZE + l]) > roundOff ? nodes[k * SIZE + l] : null)),
        ),
        diverging: true,
      },
      ...edges.map((y): Layer => ({
        mark: 'line',
        series: 'last hyperplanes that meet the points’ convex hull',
        panel: name,
        x: angles,
        y,
      })),
      {
        mark: 'line',
        series: 'largest ‖xⱼ‖',
        panel: name,
        dashed: true,
        x: [angles[0], angles[SIZE - 1]],
        y: [largest, largest],
      },
    ];
  };
  const layers = laws.flatMap((spec) => {
    const law = bindVectorLaw(spec, 2);
    const { name } = law.initialization;
    const problem = kinkProblem({ ...S10, grid, model: evenModel(law.evenZeta) });
    const solved = kinkSaddle(problem).z.map((value, l) => value * problem.density[l]);
    const { coefficients } = pointInterpolant({ ...S10, kernel: law.kernel!.at, degree: 1 });
    const distances = halfDistances(points, coefficients);
    const exact = grid.nodes.map(
      ({ direction, offset }) => law.evenZeta(direction, offset) * distances(direction)(offset),
    );
    return [...panel(`${name}, grid`, solved), ...panel(`${name}, kernel`, exact)];
  });
  return {
    id: 'density',
    title: 'Where the solution for ten points bends',
    caption:
      'The density β_e of units with direction V and offset c that makes up the function. Left: solution of the discretised variational problem on ' +
      `${SIZE} directions and ${SIZE} offsets; right: ζ_e ½Σλⱼ|⟨V,xⱼ⟩ − c| with the coefficients of the kernel interpolant. White: no units, to round-off; ` +
      'the function bends only along hyperplanes that meet the convex hull of the points, so the penalty matters nowhere else.',
    x: { label: 'angle of V (radians)', angle: true },
    y: { label: 'c' },
    layers,
  };
}
