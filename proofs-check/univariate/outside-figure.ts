import type { Figure, Measured } from '../claim.js';

/** The first case with two points outside: the limit, the theorem read literally, and the natural cubic spline. */
export function outsideFigure(evidence: Measured): Figure {
  const points = evidence.points ?? [];
  // Each case lists its points in ascending order: the first case ends where x falls.
  const end = points.findIndex((row, k) => k > 0 && Number(row.x) < Number(points[k - 1].x));
  const first = end < 0 ? points : points.slice(0, end);
  const functions = evidence.functions ?? [];
  const stop = functions.findIndex((row, k) => k > 0 && Number(row.x) < Number(functions[k - 1].x));
  const shown = stop < 0 ? functions : functions.slice(0, stop);
  const x = shown.map((row) => Number(row.x));
  const column = (name: string): number[] => shown.map((row) => Number(row[name]));
  return {
    id: 'outside',
    title: 'Two data points outside supp ζ = [−1, 1]',
    caption:
      'The infinite-width limit goes through all points and is affine to the right of 1, where no unit has its kink. The ' +
      'theorem read literally sees only the points inside; the natural cubic spline bends outside.',
    x: { label: 'x' },
    y: { label: 'f(x)' },
    layers: [
      { mark: 'line', series: 'infinite-width limit', x, y: column('limit') },
      { mark: 'line', series: 'theorem read literally', dashed: true, x, y: column('literal') },
      { mark: 'line', series: 'natural cubic spline', dashed: true, x, y: column('cubic') },
      {
        mark: 'points',
        series: 'data',
        x: first.map((row) => Number(row.x)),
        y: first.map((row) => Number(row.y)),
      },
    ],
  };
}
