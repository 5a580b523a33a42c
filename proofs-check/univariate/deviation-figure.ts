import type { Figure, Layer, Measured, Row } from '../claim.js';

/** Deviations over tolerances, of the claim and its controls, against another column of the rows. */
export function deviationFigure(evidence: Measured, label: string, column: string): Figure {
  const hypotheses = Object.entries(evidence)
    .map(([hypothesis, rows = []]) => ({ hypothesis, rows: rows.filter((row) => 'deviation' in row) }))
    .filter(({ rows }) => rows.length > 0);
  const position = (row: Row): number => Number(row[column]);
  const positions = hypotheses.flatMap(({ rows }) => rows.map(position));
  const layers = hypotheses.map(({ hypothesis, rows }): Layer => ({
    mark: 'points',
    series: hypothesis === 'claim' ? 'claim' : `control ${hypothesis}`,
    faint: true,
    x: rows.map(position),
    y: rows.map((row) => Number(row.deviation) / Number(row.tolerance)),
  }));
  return {
    id: 'deviations',
    title: 'Deviations against tolerance',
    caption:
      'Each point is one random case. The claim lies below its tolerance, a multiple of round-off times condition number ' +
      '(dashed line); the false versions lie orders of magnitude above.',
    x: { label, log: true },
    y: { label: 'deviation / tolerance', log: true },
    layers: [
      ...layers,
      {
        mark: 'line',
        series: 'tolerance',
        dashed: true,
        x: [Math.min(...positions), Math.max(...positions)],
        y: [1, 1],
      },
    ],
  };
}
