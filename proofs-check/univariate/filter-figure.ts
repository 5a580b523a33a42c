import type { FilterGap } from '../../numerics/networks/linearized/filter-gap.js';
import type { Figure, Layer, Measured } from '../claim.js';

/** The two filters over z = η̄tκ with the measured modes, and their distance (Jin and Montúfar 2023, Figure 13). */
export function filterFigure(evidence: Measured, largest: FilterGap): Figure {
  const modes = (evidence.modes ?? [])
    .map((row) => ({
      z: Number(row.z),
      descent: Number(row.descent),
      spline: Number(row.spline),
    }))
    .filter(({ z }) => z >= LOW && z <= HIGH);
  const z = Array.from({ length: 201 }, (_, k) => LOW * Math.exp((k / 200) * Math.log(HIGH / LOW)));
  const flow = z.map((each) => -Math.expm1(-each));
  const spline = z.map((each) => each / (1 + each));
  const [learned, apart] = ['share of the mode that is learned', 'gradient descent less spline'];
  const points = (series: string, panel: string, of: (mode: (typeof modes)[number]) => number): Layer => ({
    mark: 'points',
    series,
    panel,
    faint: true,
    x: modes.map((mode) => mode.z),
    y: modes.map(of),
  });
  return {
    id: 'filters',
    title: 'Gradient descent and smoothing spline as filters of the modes',
    caption:
      'Left: share of each mode of the data that is learned at time t, against t times the mode’s rate; each point is a mode of random ' +
      'data at one time, measured by matrix powers and by the spline’s own system, lines are the two filters. Right: their difference, ' +
      `which is never negative; dotted: the largest for small steps, ${largest.gap.toFixed(4)}, at ${largest.z.toFixed(3)}. A mode of step η̄κ = .1, the fastest here, may exceed it a little, up to .2144.`,
    x: { label: 'z = η̄κt (time in units of the mode’s rate)', log: true },
    y: { label: 'share' },
    layers: [
      points('gradient descent, measured', learned, ({ descent }) => descent),
      points('smoothing spline, measured', learned, (mode) => mode.spline),
      { mark: 'line', series: '1 − e^(−z)', panel: learned, x: z, y: flow },
      { mark: 'line', series: 'z/(1 + z)', panel: learned, dashed: true, x: z, y: spline },
      points('difference, measured', apart, (mode) => mode.descent - mode.spline),
      {
        mark: 'line',
        series: 'difference of the filters',
        panel: apart,
        x: z,
        y: z.map((_, k) => flow[k] - spline[k]),
      },
      {
        mark: 'line',
        series: `largest, ${largest.gap.toFixed(4)}`,
        panel: apart,
        dashed: true,
        x: [LOW, HIGH],
        y: [largest.gap, largest.gap],
      },
    ],
  };
}

const LOW = 0.01;
const HIGH = 1000;
