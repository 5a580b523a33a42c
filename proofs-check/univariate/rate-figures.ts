import { fitRate } from '../../numerics/statistics/rate-fit.js';
import type { Data } from '../../numerics/networks/training.js';
import type { Figure, Layer, Measured, Row } from '../claim.js';
import { rounded } from '../decisions/rate.js';

/** Panels are titled by the name of the law; its parameters stand in the protocol. */
const panelOf = (law: string): string => law.replace(/\(.*/, '');

/** Errors against width by initialization (L2 norm): every run, medians, fitted line with interval, theory, a control. */
export function rateFigure(
  evidence: Measured,
  laws: readonly string[],
  alpha: number,
  exponent: number,
): Figure {
  const inPanel = (hypothesis: string, law: string): Row[] =>
    (evidence[hypothesis] ?? []).filter((row) => row.law === law && String(row.group).endsWith('L2'));
  const layers = laws.flatMap((law): Layer[] => {
    const id = ['natural-cubic', 'ntk'].find((each) => inPanel(each, law).length > 0);
    return ratePanel(
      panelOf(law),
      inPanel('claim', law),
      alpha,
      [exponent, `claimed slope ≤ ${exponent}`],
      id ? [id, inPanel(id, law)] : undefined,
    );
  });
  return {
    id: 'errors',
    title: 'Error of trained networks against width',
    caption:
      'L2 distance between the trained network and the predicted function against width, each point one network with its ' +
      'own seed. The theory claims a slope of at most −1/2; a wrong theory (control) levels off.',
    x: { label: 'width n', log: true },
    y: { label: 'L2 error', log: true },
    layers,
  };
}

export interface GroupFigureOptions {
  /** The figure's name within its claim (default: `errors`). */
  readonly id?: string;
  readonly title: string;
  readonly caption: string;
  /** What is measured, for the axis. */
  readonly error: string;
  readonly exponent: number | ((group: string) => number);
  /** The column of what the error is a power of, and its name on the axis (default: `width`, width n). */
  readonly variable?: { readonly column: string; readonly label: string };
  /** What one point is (default: one network). */
  readonly point?: string;
  /** The control to draw beside each group. */
  readonly controls: Readonly<Partial<Record<string, string>>>;
  /** The rate is claimed both ways, not as a bound. */
  readonly sharp?: boolean;
  /** Which groups are drawn (default: all). */
  readonly only?: (group: string) => boolean;
}

/** Errors against width, a panel for each group. */
export function groupFigure(evidence: Measured, alpha: number, options: GroupFigureOptions): Figure {
  const { id = 'errors', title, caption, error, exponent, controls, only = () => true } = options;
  const { variable = { column: 'width', label: 'width n' }, point = 'one network', sharp = false } = options;
  const claimed = typeof exponent === 'number' ? (): number => exponent : exponent;
  const rows = (hypothesis: string, group: string): Row[] =>
    (evidence[hypothesis] ?? []).filter((row) => row.group === group);
  const groups = [...new Set((evidence.claim ?? []).map((row) => String(row.group)))].filter(only);
  return {
    id,
    title,
    caption:
      `${caption} The theory claims ${sharp ? 'slope' : 'a slope of at most'} ${[...new Set(groups.map(claimed).map(rounded))].join(' or ')}` +
      `${Object.keys(controls).length > 0 ? '; a wrong theory (control, where drawn) falls more slowly or not at all' : ''}.`,
    x: { label: variable.label, log: true },
    y: { label: error, log: true },
    layers: groups.flatMap((group) => {
      const control = controls[group];
      const drawn = control ? ([control, rows(control, group)] as const) : undefined;
      const slope = `claimed slope ${sharp ? '' : '≤ '}${rounded(claimed(group))}`;
      return ratePanel(
        group,
        rows('claim', group),
        alpha,
        [claimed(group), slope],
        drawn,
        variable.column,
        point,
      );
    }),
  };
}

/** One panel: every run, medians, fitted line with interval, the claimed slope, and medians of a control. */
function ratePanel(
  panel: string,
  rows: readonly Row[],
  alpha: number,
  [exponent, claimed]: readonly [exponent: number, name: string],
  control: readonly [id: string, rows: readonly Row[]] | undefined,
  variable = 'width',
  point = 'one network',
): Layer[] {
  if (rows.length === 0) return [];
  const runs = rows.map((row) => ({ width: Number(row[variable]), error: Number(row.error) }));
  const fit = fitRate(runs, alpha);
  const widths = [...new Set(runs.map(({ width }) => width))].sort((a, b) => a - b);
  const centre = Math.exp(runs.reduce((sum, { width }) => sum + Math.log(width), 0) / runs.length);
  const middle = Math.exp(fit.intercept + fit.slope * Math.log(centre));
  const line = (slope: number, at = widths): number[] =>
    at.map((n) => middle * Math.exp(slope * Math.log(n / centre)));
  // All slopes of the interval pass through the centre.
  const along = [...widths, centre].sort((a, b) => a - b);
  const edges = fit.interval.map((slope) => line(slope, along));
  return [
    {
      mark: 'points',
      series: point,
      panel,
      faint: true,
      x: runs.map((r) => r.width),
      y: runs.map((r) => r.error),
    },
    {
      mark: 'band',
      series: 'fit, interval of its slope',
      panel,
      x: along,
      lower: along.map((_, k) => Math.min(edges[0][k], edges[1][k])),
      upper: along.map((_, k) => Math.max(edges[0][k], edges[1][k])),
    },
    { mark: 'line', series: 'fit, interval of its slope', panel, x: widths, y: line(fit.slope) },
    {
      mark: 'line',
      series: claimed,
      panel,
      dashed: true,
      x: widths,
      y: line(exponent),
    },
    { mark: 'points', series: 'median', panel, ...medians(rows, variable) },
    ...(control && control[1].length > 0
      ? [
          {
            mark: 'points' as const,
            series: `control ${control[0]}, median`,
            panel,
            ...medians(control[1], variable),
          },
        ]
      : []),
  ];
}

/** The median error at each value of the variable. */
export function medians(rows: readonly Row[], variable: string): { x: number[]; y: number[] } {
  const widths = [...new Set(rows.map((row) => Number(row[variable])))].sort((a, b) => a - b);
  const median = (values: number[]): number => {
    const sorted = values.sort((a, b) => a - b);
    return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  };
  return {
    x: widths,
    y: widths.map((n) => median(rows.filter((r) => r[variable] === n).map((r) => Number(r.error)))),
  };
}

/** The function that training ended in, at the smallest and the largest width, against the prediction. */
export function functionFigure(evidence: Measured, laws: readonly string[], data: Data): Figure {
  const rows = evidence.functions ?? [];
  const widths = rows.map((row) => Number(row.width));
  const [narrow, wide] = [Math.min(...widths), Math.max(...widths)];
  const layers = laws.flatMap((law): Layer[] => {
    const at = (width: number): Row[] => rows.filter((row) => row.law === law && row.width === width);
    const column = (width: number, name: string): number[] => at(width).map((row) => Number(row[name]));
    if (at(wide).length === 0) return [];
    return [
      {
        mark: 'line',
        series: `network, width ${narrow}`,
        panel: panelOf(law),
        x: column(narrow, 'x'),
        y: column(narrow, 'network'),
      },
      {
        mark: 'line',
        series: `network, width ${wide}`,
        panel: panelOf(law),
        x: column(wide, 'x'),
        y: column(wide, 'network'),
      },
      {
        mark: 'line',
        series: 'prediction (weighted spline)',
        panel: panelOf(law),
        dashed: true,
        x: column(wide, 'x'),
        y: column(wide, 'prediction'),
      },
      { mark: 'points', series: 'data', panel: panelOf(law), x: data.x, y: data.y },
    ];
  });
  return {
    id: 'functions',
    title: 'What training ends in, and what the theory predicts',
    caption:
      'One trained network of the smallest and one of the largest width (linear part added back) against the weighted ' +
      'natural spline that Theorem 1 predicts.',
    x: { label: 'x' },
    y: { label: 'f(x)' },
    layers,
  };
}
