import type { Figure, Measured } from '../claim.js';

/** A case with two points outside: the limit, the theorem read literally, and the natural cubic spline. */
export function outsideFigure({ functions = [], points = [] }: Measured, support: number): Figure {
  const column = (rows: typeof functions, name: string): number[] => rows.map((row) => Number(row[name]));
  const onSupport = functions.filter((row) => Number(row.x) <= support);
  const x = column(functions, 'x');
  return {
    id: 'outside',
    title: `Two data points outside supp ζ = [−${support}, ${support}]`,
    caption:
      `The infinite-width limit goes through all points and is affine to the right of ${support}, where no unit has its ` +
      'kink. The theorem read literally sees only the points inside; the natural cubic spline bends outside.',
    x: { label: 'x' },
    y: { label: 'f(x)' },
    layers: [
      { mark: 'line', series: 'infinite-width limit', x, y: column(functions, 'limit') },
      {
        mark: 'line',
        series: 'theorem read literally (on S)',
        dashed: true,
        x: column(onSupport, 'x'),
        y: column(onSupport, 'literal'),
      },
      { mark: 'line', series: 'natural cubic spline', dashed: true, x, y: column(functions, 'cubic') },
      { mark: 'points', series: 'data', x: column(points, 'x'), y: column(points, 'y') },
    ],
  };
}
