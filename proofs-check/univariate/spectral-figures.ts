import type { Figure, Layer, Measured, Row } from '../claim.js';
import { fourthPower } from './spectral-protocol.js';

/** What is left of each frequency along training. */
export function residualFigure(evidence: Measured): Figure {
  const rows = evidence.residuals ?? [];
  const frequencies = [...new Set(rows.map((row) => Number(row.frequency)))];
  return {
    id: 'residuals',
    title: 'What is left of each frequency along training',
    caption:
      'Size of the residual’s component at each frequency relative to the start, of one network trained on all parameters (points) and of gradient ' +
      'descent at infinite width (lines). Twice the frequency takes sixteen times as long.',
    x: { label: 'time η̄t', log: true },
    y: { label: 'share of the component that is left' },
    layers: frequencies.flatMap((frequency): Layer[] => {
      const here = rows.filter((row) => row.frequency === frequency);
      const x = here.map((row) => Number(row.time));
      const series = `frequency ${frequency}`;
      return [
        { mark: 'line', series, x, y: here.map((row) => Number(row.infinite)) },
        { mark: 'points', series, faint: true, x, y: here.map((row) => Number(row.network)) },
      ];
    }),
  };
}

/** The time that each frequency takes, of all runs, against the derived law. */
export function timeFigure(evidence: Measured): Figure {
  const timed = (hypothesis: string, learner = ''): Row[] =>
    (evidence[hypothesis] ?? []).filter((row) => 'error' in row && String(row.group).includes(learner));
  const panelOf = (row: Row): string => String(row.group).replace(/,.*/, '');
  const series: (readonly [name: string, rows: readonly Row[]])[] = [
    ['infinite width', timed('claim', 'infinite')],
    ['linearized networks', timed('claim', 'linearized')],
    ['trained networks', timed('claim', 'trained')],
    ['control ntk', timed('ntk')],
    ['control third-differences', timed('third-differences')],
  ];
  const claimed = timed('claim');
  const frequencies = [...new Set(claimed.map((row) => Number(row.frequency)))].sort((p, q) => p - q);
  return {
    id: 'times',
    title: 'The time that a frequency takes',
    caption:
      'Time until the residual’s component at a frequency is halved, in units of log 2 (2π)⁴/(ζML³), the time that the derived law gives frequency 1 (ζ by its ' +
      'mean); each point is a run with its own phases and network. Derived is f⁴; the control with NTK parametrization grows as f², the loss on third differences ' +
      'falls as f⁻².',
    x: { label: 'frequency f (periods over the range)', log: true },
    y: { label: 'time / derived time of frequency 1', log: true },
    layers: [...new Set(claimed.map(panelOf))].flatMap((panel): Layer[] => [
      {
        mark: 'line',
        series: 'derived law, f⁴',
        panel,
        dashed: true,
        x: frequencies,
        y: frequencies.map(fourthPower),
      },
      ...series.flatMap(([name, rows]): Layer[] => {
        const here = rows.filter((row) => panelOf(row) === panel);
        return here.length === 0
          ? []
          : [
              {
                mark: 'points',
                series: name,
                panel,
                x: here.map((row) => Number(row.frequency)),
                y: here.map((row) => Number(row.error)),
              },
            ];
      }),
    ]),
  };
}
