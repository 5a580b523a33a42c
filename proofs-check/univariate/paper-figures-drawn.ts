import type { Figure, Layer, Measured } from '../claim.js';
import { fitLaw } from '../decisions/reproduction.js';
import { FIGURES } from './paper-figures-published.js';

/** Errors against n, a panel for each of the paper's figures: our networks, our fit, the printed law. */
export function lawsFigure(evidence: Measured): Figure {
  const layers = Object.entries(FIGURES).flatMap(([panel, printed]): Layer[] => {
    const runs = (evidence.claim ?? [])
      .filter(({ group }) => group === panel)
      .map((row) => ({ size: Number(row.size), error: Number(row.error) }));
    if (runs.length === 0) return [];
    const { coefficient, exponent } = fitLaw(runs, printed);
    const sizes = [...new Set(runs.map(({ size }) => size))].sort((p, q) => p - q);
    const rms = sizes.map((size) => {
      const squares = runs.filter((run) => run.size === size).map(({ error }) => error * error);
      return Math.sqrt(squares.reduce((sum, s) => sum + s, 0) / squares.length);
    });
    const law = (c: number, p: number): number[] => sizes.map((n) => c * Math.exp(p * Math.log(n)));
    const { coefficient: c, exponent: p } = printed;
    return [
      {
        mark: 'points',
        series: 'one network, ours',
        panel,
        faint: true,
        x: runs.map(({ size }) => size),
        y: runs.map(({ error }) => error),
      },
      { mark: 'points', series: 'root mean square, ours', panel, x: sizes, y: rms },
      { mark: 'line', series: 'fit, ours', panel, x: sizes, y: law(coefficient, exponent) },
      { mark: 'line', series: 'fit printed in the paper', panel, dashed: true, x: sizes, y: law(c, p) },
    ];
  });
  return {
    id: 'laws',
    title: 'The paper’s convergence figures, and ours',
    caption:
      'Root mean square over [−2, 2] of the difference between trained networks and what each figure of the paper compares them with, ' +
      'against n, half the number of hidden units. Our fits are least squares of the log of the root mean square over networks, as in ' +
      'the paper; dashed are the fits that it prints.',
    x: { label: 'n, half of the hidden units', log: true },
    y: { label: 'root mean square difference', log: true },
    layers,
  };
}

/** Figure 13: what gradient flow and the smoothing spline have learned of a mode, and the gap between them. */
export function filtersFigure(): Figure {
  const z = Array.from({ length: 201 }, (_, k) => Math.exp(Math.log(1e-2) + (k / 200) * Math.log(1e4)));
  const flow = z.map((t) => -Math.expm1(-t));
  const spline = z.map((t) => t / (1 + t));
  const [at, most] = largestFilterGap();
  return {
    id: 'filters',
    title: 'Figure 13: the filters of training and of smoothing',
    caption:
      'Share of a mode with eigenvalue κ that is learned at time t, z = η̄κt: 1 − exp(−z) by gradient flow, z/(1 + z) by the smoothing spline ' +
      `with λ = 1/(η̄t). The gap is at most ${most.toFixed(4)}, at z = ${at.toFixed(3)}.`,
    x: { label: 'z = η̄κt', log: true },
    y: { label: 'share learned' },
    layers: [
      { mark: 'line', series: 'gradient flow, 1 − exp(−z)', x: z, y: flow },
      { mark: 'line', series: 'smoothing spline, z/(1 + z)', dashed: true, x: z, y: spline },
      { mark: 'line', series: 'gap', x: z, y: flow.map((value, k) => value - spline[k]) },
      { mark: 'points', series: 'largest gap', x: [at], y: [most] },
    ],
  };
}

/** The largest of (1 − e^(−z)) − z/(1 + z) over z > 0, and where: the root of e^z = (1 + z)² by bisection. */
export function largestFilterGap(): [at: number, gap: number] {
  let [low, high] = [1, 5];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (middle < 2 * Math.log1p(middle)) low = middle;
    else high = middle;
  }
  return [low, -Math.expm1(-low) - low / (1 + low)];
}

/** Figure 14: a network on its way, beside the smoothing splines with λ = 1/(η̄t). */
export function snapshotsFigure(evidence: Measured): Figure[] {
  const rows = evidence.trajectory ?? [];
  if (rows.length === 0) return [];
  const layers = [...new Set(rows.map(({ lambda }) => Number(lambda)))].flatMap((lambda): Layer[] => {
    const own = rows.filter((row) => row.lambda === lambda);
    const column = (name: string): number[] => own.map((row) => Number(row[name]));
    const panel = `step ${own[0].step}, λ = ${lambda}`;
    return [
      { mark: 'line', series: 'network, n = 2000', panel, x: column('x'), y: column('network') },
      {
        mark: 'line',
        series: 'smoothing spline, λ = 1/(η̄t)',
        panel,
        dashed: true,
        x: column('x'),
        y: column('spline'),
      },
      {
        mark: 'points',
        series: 'data',
        panel,
        x: (evidence.adjusted ?? []).map((row) => Number(row.x)),
        y: (evidence.adjusted ?? []).map((row) => Number(row.y)),
      },
    ];
  });
  return [
    {
      id: 'snapshots',
      title: 'Figure 14: a network along training, and smoothing splines',
      caption:
        'One network of n = 2000 (4000 hidden units), Gaussian initialization, trained on the five points less their least-squares line, at four times; ' +
        'dashed the ζ-weighted smoothing spline with λ = 1/(η̄t).',
      x: { label: 'x' },
      y: { label: 'f(x)' },
      layers,
    },
  ];
}
