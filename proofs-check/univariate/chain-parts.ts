import { fitRate, type RateFit } from '../../numerics/statistics/rate-fit.js';
import type { Figure, Finding, Layer, Row } from '../claim.js';
import { medians } from './rate-figures.js';

/** What a row of parts measures, each in the sup norm. */
export const PARTS = {
  sampling: 'sampling',
  hidden: 'hidden layer, linearized',
  nonlinear: 'nonlinearity',
  both: 'full − output layer only',
  total: 'total',
} as const;

/**
 * Figure 6 of the paper, full training against the output layer only under the uniform law: 81.454 m^(−1.5076) with m pairs
 * of units, m = 20 … 2560.
 */
const FIGURE_6 = { law: 'uniform', factor: 81.454, exponent: -1.5076, pairs: [128, 2560] };
/** Widths below and above which the slope is told apart. */
const SMALL = 4096;

/** The parts of the error against width, a panel for each law, with the paper's line beside them. */
export function partsFigure(rows: readonly Row[]): Figure {
  const laws = [...new Set(rows.map((row) => String(row.law)))];
  const layers = laws.flatMap((law): Layer[] => [
    ...Object.values(PARTS).flatMap((part): Layer[] => {
      const of = rows.filter((row) => row.law === law && row.part === part);
      const middle = medians(of, 'width');
      const points: Layer = { mark: 'points', series: part, panel: law, ...middle };
      return part === PARTS.total ? [points] : [points, { ...points, mark: 'line' }];
    }),
    ...(law === FIGURE_6.law
      ? [
          {
            mark: 'line' as const,
            series: 'paper, Figure 6',
            panel: law,
            dashed: true,
            x: FIGURE_6.pairs.map((m) => 2 * m),
            y: FIGURE_6.pairs.map((m) => FIGURE_6.factor * Math.exp(FIGURE_6.exponent * Math.log(m))),
          },
        ]
      : []),
  ]);
  return {
    id: 'parts',
    title: 'The parts of the error',
    caption:
      'Median sup distances: at large width the total lies on what sampling makes; what training the hidden layer adds (full − output layer only) ' +
      'falls faster, in the linearized model as well as by nonlinearity (full − linearized). The paper’s line counts pairs of units (here: n/2), and is a root mean square on unadjusted, smaller targets: compare its slope.',
    x: { label: 'width n', log: true },
    y: { label: 'sup distance', log: true },
    layers,
  };
}

/** Where the paper's rates of the parts and the measured ones differ by more than their intervals. */
export function partFindings(rows: readonly Row[]): Finding[] {
  const slope = (part: string, keep: (width: number) => boolean): RateFit | undefined => {
    const runs = rows
      .filter((row) => row.law === FIGURE_6.law && row.part === part && keep(Number(row.width)))
      .map((row) => ({ width: Number(row.width), error: Number(row.error) }));
    return new Set(runs.map(({ width }) => width)).size > 1 ? fitRate(runs, 0.05) : undefined;
  };
  const text = ({ slope: estimate, interval }: RateFit): string =>
    `${estimate.toFixed(2)} [${interval.map((bound) => bound.toFixed(2)).join(', ')}]`;
  const small = slope(PARTS.both, (width) => width <= SMALL);
  const large = slope(PARTS.both, (width) => width >= SMALL);
  const nonlinear = slope(PARTS.nonlinear, () => true);
  const hidden = slope(PARTS.hidden, () => true);
  return [
    ...(small && large && small.interval[1] < large.interval[0]
      ? [
          {
            title: 'The slope −1.5 of Figure 6 is one of small widths',
            text:
              'The paper fits $81.454\\,n^{-1.5076}$ to the distance between full training and training of the output layer only. Measured ' +
              `(uniform law, slopes with 95 % intervals): ${text(small)} up to width ${SMALL}, ${text(large)} from there on. Small networks feel ` +
              'the nonlinearity, which falls fast; what is left tends to the hidden layer’s share of the linearized kernel, which Theorem 10 bounds by $O_p(n^{-1})$.',
          },
        ]
      : []),
    ...(nonlinear && hidden && Math.max(nonlinear.interval[1], hidden.interval[1]) < -1
      ? [
          {
            title: 'Nonlinearity costs far less than the n^(−1/2) that is cited',
            text:
              'The paper takes $O_p(n^{-1/2})$ for the distance from the linearized model, as large as the sampling error itself. Measured after ' +
              `training to zero error, with antisymmetric pairs (uniform law, slopes with 95 % intervals): ${text(nonlinear)}, and ${text(hidden)} for ` +
              'training of the hidden layer in the linearized model. Neither decides the rate of Theorem 1.',
          },
        ]
      : []),
  ];
}
