import type { Figure, Layer, Measured, Row } from '../claim.js';
import { dataLayer, distinct, fieldLayer } from './field-layer.js';
import { DATA, RADIUS } from './multivariate-rate-protocol.js';

/** Prediction, two trained networks, and what separates them from it, as contours with the data. */
export function contoursFigure(evidence: Measured): Figure[] {
  const rows = evidence.contours ?? [];
  const widths = distinct(rows, 'width');
  if (widths.length === 0) return [];
  const field = (width: number, panel: string, value: (row: Row) => number, difference = false): Layer =>
    fieldLayer(
      rows.filter((row) => row.width === width),
      ['x', 'y'],
      value,
      {
        panel,
        series: difference ? 'difference from the prediction' : 'function value',
        disk: RADIUS,
        diverging: difference,
      },
    );
  const less = (width: number, panel: string, column: string): Layer =>
    field(width, panel, (row) => Number(row[column]) - Number(row.prediction), true);
  return [
    {
      id: 'contours',
      title: 'Prediction and trained networks in two inputs',
      caption:
        'Above: the predicted r³ spline, and one trained network (affine part added back) of a small and of a large width. Below: what separates from the prediction a wrong theory (r² log r) ' +
        'and the same networks, on one scale. Weights uniform on the circle, uniform biases; dots are the data.',
      x: { label: 'x₁' },
      y: { label: 'x₂' },
      equalAspect: true,
      layers: [
        field(widths[0], 'prediction', (row) => Number(row.prediction)),
        ...widths.map((n) => field(n, `network, n = ${n}`, (row) => Number(row.network))),
        less(widths[0], 'r² log r less prediction', 'thin-plate'),
        ...widths.map((n) => less(n, `n = ${n} less prediction`, 'network')),
        dataLayer(DATA[2]),
      ],
    },
  ];
}

/** What training does to the output weights, by direction and offset of a unit's kink, beside its prediction. */
export function kinksFigure(evidence: Measured): Figure[] {
  const rows = evidence.kinks ?? [];
  if (rows.length === 0) return [];
  const panel = (name: string, column: string): Layer =>
    fieldLayer(rows, ['angle', 'offset'], (row) => Number(row[column]), {
      panel: name,
      series: 'n · Δa',
      diverging: true,
    });
  const angles = Array.from({ length: 73 }, (_, k) => (k / 36 - 1) * Math.PI);
  const { x, y } = DATA[2];
  return [
    {
      id: 'kinks',
      title: 'What training does to units, by direction and offset of their kink',
      caption:
        'A unit is flat on one side of the line ⟨V, x⟩ = c, V = (cos t, sin t). Left: the change of output weights times n, averaged over the units of a trained network in small cells of (t, c). ' +
        'Right: what the theory predicts, β(V, c)/p(V, c) = Σ λ_j [⟨V, x_j⟩ − c]₊. Lines mark the c at which a unit meets a data point, where β has its creases.',
      x: { label: 'angle t of the direction', angle: true },
      y: { label: 'offset c' },
      layers: [
        panel('trained network', 'measured'),
        panel('prediction', 'predicted'),
        ...y.map((_, j): Layer => ({
          mark: 'line',
          series: 'kink at a data point',
          panel: 'prediction',
          x: angles,
          y: angles.map((t) => x[2 * j] * Math.cos(t) + x[2 * j + 1] * Math.sin(t)),
        })),
      ],
    },
  ];
}
