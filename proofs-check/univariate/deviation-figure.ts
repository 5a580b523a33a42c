import type { Figure, Layer, Measured } from '../claim.js';

/** Deviations of the claim and its controls against another column of the rows, with the claim's tolerance. */
export function deviationFigure(evidence: Measured, label: string, column: string): Figure {
  const hypotheses = Object.entries(evidence).map(([hypothesis, rows = []]) => ({
    hypothesis,
    rows: rows.filter((row) => 'deviation' in row),
  }));
  const layers = hypotheses
    .filter(({ rows }) => rows.length > 0)
    .map(({ hypothesis, rows }): Layer => ({
      mark: 'points',
      series: hypothesis === 'claim' ? 'claim' : `control ${hypothesis}`,
      faint: hypothesis !== 'claim',
      x: rows.map((row) => Number(row[column])),
      y: rows.map((row) => Number(row.deviation)),
    }));
  const claim = [...(evidence.claim ?? [])].sort((a, b) => Number(a[column]) - Number(b[column]));
  return {
    id: 'deviations',
    title: 'Deviations against tolerance',
    caption:
      'Each point is one random case. The claim lies below its tolerance, a multiple of round-off times condition number; ' +
      'the false versions lie orders of magnitude above.',
    x: { label, log: true },
    y: { label: 'largest deviation', log: true },
    layers: [
      ...layers,
      {
        mark: 'points',
        series: 'tolerance of the claim',
        faint: true,
        x: claim.map((row) => Number(row[column])),
        y: claim.map((row) => Number(row.tolerance)),
      },
    ],
  };
}
