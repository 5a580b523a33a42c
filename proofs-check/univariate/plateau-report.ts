import { bindLaw } from '../../theory/initializations/law.js';
import { fitRate } from '../../numerics/statistics/rate-fit.js';
import type { Figure, Finding, Layer, Measured, Row } from '../claim.js';
import { meanInterval } from '../../numerics/statistics/mean-interval.js';
import { planText } from './chain-protocol.js';
import { ADJUST_NAMES, BINARY, CELLS, plateauOf, UNIFORM, type Adjust } from './plateau-protocol.js';

const nameOf = (law: string): string => bindLaw(law).initialization.name;

/** The plan in words, cells with one plan together. */
export function planWords(): string {
  const cells = (profile: 'quick' | 'full'): string =>
    CELLS.filter(({ plan }) => Object.keys(plan[profile]).length > 0)
      .map(({ law, adjust, plan }) => `${nameOf(law)}, ${ADJUST_NAMES[adjust]}: ${planText(plan[profile])}`)
      .join('; ');
  return `Networks by width in the quick profile: ${cells('quick')}. In the full one: ${cells('full')}.`;
}

/** One row for each network of a cell. */
const networks = (evidence: Measured, law: string, adjust: Adjust): Row[] =>
  (evidence.claim ?? []).filter((row) => 'error' in row && row.law === law && row.adjust === adjust);

const widthsOf = (rows: readonly Row[]): number[] =>
  [...new Set(rows.map((row) => Number(row.width)))].sort((p, q) => p - q);

const distancesAt = (rows: readonly Row[], width: number): number[] =>
  rows.filter((row) => row.width === width).map((row) => Number(row.distance));

/** Distance from the spline against width, with the predicted plateaus. */
export function plateauFigure(evidence: Measured): Figure {
  const layers = CELLS.flatMap(({ law, adjust }): Layer[] => {
    const rows = networks(evidence, law, adjust);
    if (rows.length === 0) return [];
    const panel = nameOf(law);
    const series = adjust === 'none' ? 'no adjustment' : ADJUST_NAMES[adjust];
    const widths = widthsOf(rows);
    const plateau = plateauOf(law, adjust).rms;
    return [
      {
        mark: 'points',
        series,
        panel,
        faint: true,
        x: rows.map((row) => Number(row.width)),
        y: rows.map((row) => Number(row.distance)),
      },
      {
        mark: 'line',
        series,
        panel,
        x: widths,
        y: widths.map((width) => meanInterval(distancesAt(rows, width), 0.05).mean),
      },
      ...(adjust === 'gls'
        ? []
        : [
            {
              mark: 'line' as const,
              series: `${series}: predicted plateau`,
              panel,
              dashed: true,
              x: widths,
              y: widths.map(() => plateau),
            },
          ]),
    ];
  });
  return {
    id: 'plateau',
    title: 'Distance from the spline against width',
    caption:
      'Root mean square distance between trained networks (linear part put back) and the weighted spline of the data; each point one ' +
      'network, lines their means. Dashed and dotted: the distance of the infinite-width limit from the spline, predicted without training.' +
      (layers.some(({ series }) => series === 'GLS') ? ' With GLS the distance falls on.' : ''),
    x: { label: 'width n', log: true },
    y: { label: 'distance from the spline (rms)', log: true },
    layers,
  };
}

/** Predicted and measured plateaus, and what the paper read off its Figure 7. */
export function plateauFindings(evidence: Measured): readonly Finding[] {
  const lines = CELLS.filter(({ adjust }) => adjust !== 'gls').flatMap(({ law, adjust }) => {
    const rows = networks(evidence, law, adjust);
    if (rows.length === 0) return [];
    const width = Math.max(...widthsOf(rows));
    const { mean, half } = meanInterval(distancesAt(rows, width), 0.05);
    const { rms, sup } = plateauOf(law, adjust);
    return [
      `| ${nameOf(law)} | ${ADJUST_NAMES[adjust]} | ${sup.toPrecision(3)} | ${rms.toPrecision(3)} | ${mean.toPrecision(3)} ± ${half.toPrecision(2)} | ${width} |`,
    ];
  });
  const figure7 = networks(evidence, UNIFORM, 'none');
  if (figure7.length === 0) return [];
  const slope = fitRate(
    figure7.map((row) => ({ width: Number(row.width), error: Number(row.distance) })),
    0.05,
  );
  const { rms, sup } = plateauOf(UNIFORM, 'none');
  const [none, ols] = (['none', 'ols'] as const).map((adjust) => plateauOf(BINARY, adjust).rms);
  return [
    {
      title: 'The plateau of Figure 7 is predicted, and OLS has one too',
      text:
        `The paper’s Figure 7 (data with 10 + 10x added, not adjusted) levels off at about .08 and is fitted by .2757 n^−.1707. No rate is behind it: ` +
        `the kernel and ζ alone predict a plateau of ${rms.toPrecision(3)} in root mean square (the largest distance, which .08 does not fit, is ` +
        `${sup.toPrecision(3)}), and a line through the errors of our networks on the way down to it has slope ${slope.slope.toFixed(2)} ` +
        `(${slope.interval.map((end) => end.toFixed(2)).join(' to ')}), which depends on the widths. The adjustment that the paper suggests, OLS, levels off too; ` +
        `under binary weights at a predicted ${ols.toPrecision(2)}, against ${none.toPrecision(2)} without any. For GLS theory predicts none.` +
        '\n\n| law | adjustment | predicted sup | predicted rms | measured rms (95 %) | at width |\n| --- | --- | --- | --- | --- | --- |\n' +
        lines.join('\n'),
    },
  ];
}
