import type { Figure, Layer, Measured, Row } from '../claim.js';

const SERIES = [
  ['curvature', 'designed from |g₀″|'],
  ['data', 'designed from the data'],
  ['inverted', 'control inverted'],
] as const;

const valuesOf = <T>(rows: readonly Row[], column: string, as: (value: unknown) => T): T[] => [
  ...new Set(rows.map((row) => as(row[column]))),
];

/** Errors over that of uniform initialization, geometric means against the number of points; a panel for each target. */
export function benefitFigure(evidence: Measured): Figure {
  const rows = evidence.ratios ?? [];
  const points = valuesOf(rows, 'points', Number);
  return {
    id: 'ratios',
    title: 'Error of designed over uniform initialization',
    caption:
      'L2 error of the infinite-width limit, over that under uniform initialization on the same points: geometric mean over random ' +
      'points. Below 1 the design helps. The curvature of corner, hyperbola, two corners and exponential keeps its sign; that of the others does not.',
    x: { label: 'data points' },
    y: { label: 'error / error under uniform', log: true },
    layers: valuesOf(rows, 'target', String).flatMap((panel): Layer[] => [
      ...SERIES.flatMap(([design, series]): Layer[] => {
        const y = points.map((count) => {
          const logs = rows
            .filter((row) => row.target === panel && row.points === count && row.design === design)
            .map((row) => Number(row.logRatio));
          return Math.exp(logs.reduce((sum, value) => sum + value, 0) / logs.length);
        });
        return [
          { mark: 'line', series, panel, x: points, y },
          { mark: 'points', series, panel, x: points, y },
        ];
      }),
      { mark: 'line', series: 'uniform', panel, dashed: true, x: points, y: points.map(() => 1) },
    ]),
  };
}

/** Where the error lies: one example of each kind of target. */
export function errorFigure(evidence: Measured): Figure {
  const examples = [
    ['corner', 16],
    ['bump', 8],
    ['sine', 16],
  ] as const;
  return {
    id: 'errors',
    title: 'Where the limits miss the target',
    caption:
      'Infinite-width limit less target for one set of points. Corner: the design bends where the target does. Bump: too few points, ' +
      'and the design oscillates less. Sine: the design misses beside the places where the curvature is 0, the ends and the middle.',
    x: { label: 'x' },
    y: { label: 'limit − target' },
    layers: examples.flatMap(([target, points]): Layer[] => {
      const rows = (evidence.functions ?? []).filter((row) => row.target === target && row.points === points);
      const column = (name: string): number[] => rows.map((row) => Number(row[name]));
      const panel = `${target}, ${points} points`;
      return [
        { mark: 'line', series: 'uniform', panel, x: column('x'), y: column('uniform') },
        { mark: 'line', series: 'designed from |g₀″|', panel, x: column('x'), y: column('designed') },
      ];
    }),
  };
}
