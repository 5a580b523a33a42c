import { filteredRadon } from '../../numerics/operators/filtered-radon.js';
import { gaussianProfile, inversePowerProfile } from '../../numerics/operators/radial-profile.js';
import type { Figure, Layer } from '../claim.js';
import { gaussianFiltered } from '../../theory/operators/gaussian-pair.js';
import { rationalFiltered } from '../../theory/operators/rational-pair.js';
import { OPERATOR_THEORY } from '../../theory/operators/theory.js';
import { FALSE_OPERATORS } from './false-operators.js';
import { stable } from './operator-numbers.js';

const SHOWN = [2, 3];
const POINTS = 161;
const MEASURED = 12;
const [FROM, TO] = [0.3, 30];
/** Below this share of the value at 0 nothing is drawn. */
const FLOOR = 1e-9;

/** The theory without a Hilbert transform. */
const { theory: LOCAL } = FALSE_OPERATORS.find(({ control }) => control.id === 'local')!;

/** The densities of the Gaussian and of the rational pair far out, in d = 2 and d = 3. */
export function localityFigure(): Figure {
  const along = (count: number): number[] =>
    Array.from({ length: count }, (_, k) => FROM * Math.exp((Math.log(TO / FROM) * k) / (count - 1)));
  return {
    id: 'locality',
    title: 'How far the density of a function reaches',
    caption:
      'Size of R(−Δ)^((d+1)/2)g at the distance c from the centre of g, over its value at c = 0: closed forms (lines) and quadrature of the ' +
      'definition (points). In d = 3 it is local: that of the Gaussian ends with the Gaussian, and that of the rational pair, c^(−6), is four ' +
      'derivatives of its own c^(−2). In d = 2 the Hilbert transform leaves a tail c^(−(d+2)) (dashed) in either case, ' +
      'which a local operator (control) has not. The dips are changes of sign.',
    x: { label: 'distance c of the hyperplane', log: true },
    y: { label: '|R(−Δ)^((d+1)/2) g| / value at 0', log: true },
    layers: SHOWN.flatMap((d): Layer[] => {
      const panel = `d = ${d}`;
      const curves = (['Gaussian', 'rational pair'] as const).map((series) => {
        const [filtered, profile] =
          series === 'Gaussian'
            ? [gaussianFiltered, gaussianProfile]
            : [rationalFiltered, inversePowerProfile(d + 1)];
        const closed = stable(filtered(OPERATOR_THEORY, d), d + 1);
        const measured = filteredRadon(profile, d, d + 1);
        return { series, closed, measured };
      });
      const shown = (
        f: (c: number) => number,
        count: number,
        atZero = f(0),
      ): { x: number[]; y: number[] } => {
        const x = along(count).filter((c) => Math.abs(f(c) / atZero) > FLOOR);
        return { x, y: x.map((c) => Math.abs(f(c) / atZero)) };
      };
      const local = stable(gaussianFiltered(LOCAL, d), d + 1);
      return [
        ...curves.map(({ series, closed }): Layer => ({
          mark: 'line',
          series,
          panel,
          ...shown(closed, POINTS),
        })),
        ...curves.map(({ measured }): Layer => ({
          mark: 'points',
          series: 'quadrature',
          panel,
          ...shown(measured, MEASURED),
        })),
        ...(d % 2 === 0
          ? [
              {
                mark: 'line',
                series: 'control local, Gaussian',
                panel,
                ...shown(local, POINTS, curves[0].closed(0)),
              } as const,
            ]
          : []),
        {
          mark: 'line',
          series: 'c^(−(d+2))',
          panel,
          dashed: true,
          x: [2.5, TO],
          y: [2.5, TO].map((c) => 3 / Math.exp((d + 2) * Math.log(c))),
        },
      ];
    }),
  };
}
