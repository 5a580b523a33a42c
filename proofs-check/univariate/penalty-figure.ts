import { initializations } from '../../theory/initializations/index.js';
import { bindLaw } from '../../theory/initializations/law.js';
import type { Figure, Layer } from '../claim.js';

const RANGE = 4;
const POINTS = 161;

/** ζ of every law at its default parameters. */
export function penaltyFigure(): Figure {
  const x = Array.from({ length: POINTS }, (_, k) => -RANGE + (2 * RANGE * k) / (POINTS - 1));
  return {
    id: 'zeta',
    title: 'ζ of every initialization, default parameters',
    caption:
      'The weighted density ζ of kink positions. The penalty is 1/ζ: curvature is cheap where ζ is large. Where ζ is ' +
      'constant, wide networks learn natural cubic splines.',
    x: { label: 'x' },
    y: { label: 'ζ(x)' },
    layers: initializations.map(({ name }): Layer => {
      const { zeta } = bindLaw(name);
      return { mark: 'line', series: 'ζ', panel: name, x, y: x.map(zeta) };
    }),
  };
}
