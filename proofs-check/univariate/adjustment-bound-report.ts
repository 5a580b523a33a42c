import { lawKernel } from '../../numerics/kernels/law-kernel.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Figure, Finding, Layer, Measured, Row } from '../claim.js';
import { unadjustedGap } from './adjustment-gap.js';

/** Points as uneven as the paper's, and the lines that are added to them. */
const EXAMPLE = { x: [-2, -1.6, 0.3, 0.6, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5], lines: [0, 1, 5, 10, 50] };
const EXAMPLE_LAW = 'uniform(aW=1,aB=2)';
const WEIGHTS: Readonly<Record<string, string>> = {
  linear: 'α_s = 2(w, b)S⁻¹(u, v)ᵀ',
  heavier: 'α_s with weights added that represent 0',
};

/** One row for each case and choice of α_s. */
const casesOf = (evidence: Measured): Row[] =>
  (evidence.claim ?? []).filter((row) => String(row.group).startsWith('Theorem 38'));

/** The left side against D₁ with both bounds, and how much of each bound is used. */
export function boundFigures(evidence: Measured): readonly Figure[] {
  const rows = casesOf(evidence);
  const d1 = rows.map((row) => Number(row.d1));
  const [low, high] = [Math.min(...d1), Math.max(...d1)];
  const axis = Array.from({ length: 61 }, (_, k) => low * Math.exp((k / 60) * Math.log(high / low)));
  const line = (series: string, y: (d: number) => number): Layer => ({
    mark: 'line',
    series,
    x: axis,
    y: axis.map(y),
  });
  const points = Object.entries(WEIGHTS).map(([weights, series]): Layer => {
    const some = rows.filter((row) => row.weights === weights);
    return {
      mark: 'points',
      series,
      faint: true,
      x: some.map((row) => Number(row.d1)),
      y: some.map((row) => Number(row.left)),
    };
  });
  const used = Object.entries(WEIGHTS).flatMap(([weights, series]) =>
    (['Theorem 38', 'D₁ alone'] as const).map((panel): Layer => {
      const sorted = ratios(rows, weights, panel);
      return { mark: 'line', series, panel, x: sorted, y: sorted.map((_, k) => (k + 1) / sorted.length) };
    }),
  );
  return [
    {
      id: 'bound',
      title: 'What is lost without adjustment, and its bounds',
      caption:
        'Each point is one random data set: squared distance between the unadjusted solution and the adjusted one with the line ' +
        'put back, against the weight D₁ of the line. The bound of Theorem 38 lies far above where D₁ is small, and nears D₁ where it is large; D₁ alone is reached.',
      x: { label: 'D₁ = ‖α_s‖²/‖α₁‖²', log: true },
      y: { label: '‖α₁ − α₂ − α_s‖²/‖α₁‖²', log: true },
      layers: [
        ...points,
        line('bound of Theorem 38', (d) => 2 * Math.sqrt(d) + d),
        line('D₁ alone', (d) => d),
      ],
    },
    {
      id: 'used',
      title: 'How much of the bound is used',
      caption:
        'Share of random data sets whose squared distance is at most the given part of the bound: of that of Theorem 38 mostly a small part, ' +
        'of D₁ alone up to the whole.',
      x: { label: 'squared distance / bound', log: true },
      y: { label: 'share of data sets' },
      layers: used,
    },
  ];
}

function ratios(rows: readonly Row[], weights: string, bound: 'Theorem 38' | 'D₁ alone'): number[] {
  return rows
    .filter((row) => row.weights === weights)
    .map(({ left, tolerance, d1 }) => Number(left) / Number(bound === 'Theorem 38' ? tolerance : d1))
    .sort((p, q) => p - q);
}

/** How loose the bound of the paper is, over the random cases and on the example. */
export function boundFindings(evidence: Measured): readonly Finding[] {
  const rows = casesOf(evidence);
  if (rows.length === 0) return [];
  const quantiles = (bound: 'Theorem 38' | 'D₁ alone'): string => {
    const all = Object.keys(WEIGHTS)
      .flatMap((weights) => ratios(rows, weights, bound))
      .sort((p, q) => p - q);
    const [median, largest] = [all[all.length >> 1], all[all.length - 1]];
    return `median ${median.toPrecision(2)}, largest ${largest.toPrecision(2)}`;
  };
  const { x, y, lines } = EXAMPLE;
  const table = lines.map((size) => {
    const shifted = y.map((yj, j) => yj + size * (1 + x[j]));
    const gap = unadjustedGap(lawKernel(bindLaw(EXAMPLE_LAW), 2), { x, y: shifted }, 2);
    const { left, d1 } = gap.of(gap.line);
    const bound = 2 * Math.sqrt(d1) + d1;
    return `| ${size === 0 ? 'nothing' : `${size} + ${size}x`} | ${left.toPrecision(3)} | ${d1.toPrecision(3)} | ${bound.toPrecision(3)} |`;
  });
  return [
    {
      title: 'The bound of Theorem 38 is loose: its leading term is not needed',
      text:
        'The paper bounds $\\|\\alpha_1-\\alpha_2-\\alpha_s\\|^2/\\|\\alpha_1\\|^2$ by $2\\sqrt{D_1}+D_1$. The left side is exactly $D_1-p^\\top K^{-1}p/\\|\\alpha_1\\|^2$, ' +
        '$p=(ux_j+v)_j$, since $\\alpha_1-\\alpha_2$ is the projection of $\\alpha_s$ on the span of the features at the data; $D_1$ alone bounds it. ' +
        `Over ${rows.length} random cases the share of the bound that is used is ${quantiles('Theorem 38')} for the paper’s, ` +
        `${quantiles('D₁ alone')} for $D_1$. Example: x = (${x.join(', ')}), y = (${y.join(', ')}) plus a line, law ${EXAMPLE_LAW}, ` +
        '$\\alpha_s=2uw/E W^2+2vb/E B^2$:\n\n| added line | left side | $D_1$ | $2\\sqrt{D_1}+D_1$ |\n| --- | --- | --- | --- |\n' +
        table.join('\n'),
    },
  ];
}
