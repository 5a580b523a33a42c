import { bindVectorLaw } from '../../theory/initializations/several/vector-law.js';
import { vectorInitializations } from '../../theory/initializations/several/index.js';
import type { Figure, Finding, Layer, Measured } from '../claim.js';

const RANGE = 3.5;
const POINTS = 281;
const INPUTS = [2, 3];
// The linear layer is the cube again.
const SHOWN = vectorInitializations.filter(({ name }) => name !== 'linear-layer');

/** ζ(V, c) of every law at its default parameters, against c. */
export function vectorPenaltyFigures(): Figure[] {
  const c = Array.from({ length: POINTS }, (_, k) => -RANGE + (2 * RANGE * k) / (POINTS - 1));
  return [
    {
      id: 'zeta-several',
      title: 'ζ(V, c) in two and three inputs, default parameters',
      caption:
        'The weighted density ζ of hinges ⟨V, x⟩ = c per unit surface measure of their directions V. The penalty is 1/ζ; where it is ' +
        'constant, wide networks learn cubic radial splines. For weights in a cube (uniform), ζ depends on the direction: V along an axis ' +
        'unless said otherwise. For shifted biases ζ(−V, −c) ≠ ζ(V, c), and the adjusted problem has the even part as its weight.',
      x: { label: 'c' },
      y: { label: 'ζ(V, c)' },
      layers: INPUTS.flatMap((inputs) =>
        SHOWN.flatMap(({ name, directional }): Layer[] => {
          const { zeta, evenZeta, isEven } = bindVectorLaw(name, inputs);
          const along = (direction: readonly number[], series: string, f = zeta): Layer => ({
            mark: 'line',
            series,
            panel: name,
            x: c,
            y: c.map((at) => f(direction, at)),
          });
          const axis = Array.from({ length: inputs }, (_, i) => (i === 0 ? 1 : 0));
          const diagonal = axis.map(() => 1 / Math.sqrt(inputs));
          if (!isEven)
            return inputs === 2 ? [along(axis, 'd = 2'), along(axis, 'd = 2, even part', evenZeta)] : [];
          return [
            along(axis, `d = ${inputs}`),
            ...(directional ? [along(diagonal, `d = ${inputs}, V on the diagonal`)] : []),
          ];
        }),
      ),
    },
    cubeField(),
  ];
}

/** ζ over (angle of V, c) for a cube in two inputs. */
function cubeField(): Figure {
  const { zeta } = bindVectorLaw('uniform(aW=1,aB=2)', 2);
  const angles = Array.from({ length: 121 }, (_, j) => (2 * Math.PI * j) / 120);
  const c = Array.from({ length: 121 }, (_, k) => -RANGE + (2 * RANGE * k) / 120);
  return {
    id: 'zeta-cube',
    title: 'ζ(V, c) of uniform(aW=1,aB=2) in two inputs, V = (cos θ, sin θ)',
    caption:
      'Weights in a square point to its corners more often, and are longer there: ζ is largest, and curvature cheapest, for hinges whose ' +
      'normal is a diagonal, and the range of c over which it is constant is shortest there.',
    x: { label: 'angle θ of V', angle: true },
    y: { label: 'c' },
    layers: [
      {
        mark: 'field',
        series: 'ζ(V, c)',
        x: angles,
        y: c,
        values: c.flatMap((at) => angles.map((theta) => zeta([Math.cos(theta), Math.sin(theta)], at))),
      },
    ],
  };
}

/** What the integral as printed is, from the evidence of its control. */
export function vectorPenaltyFindings(evidence: Measured): Finding[] {
  const ratios = (isEven: number): number[] =>
    (evidence['whole-line'] ?? [])
      .filter(({ route, even }) => route === 'quadrature' && even === isEven)
      .map(({ ratio }) => Number(ratio));
  const [even, other] = [ratios(1), ratios(0)];
  const range = (values: readonly number[]): string =>
    `${Math.min(...values).toFixed(6)} to ${Math.max(...values).toFixed(6)}`;
  return [
    {
      title: 'The integral for ζ(V, c) runs over u > 0',
      text:
        'The paper’s proposition on $\\zeta(V,c)$ for independent $W$ and $B$ prints the integral over $u\\in\\mathbb R$. The norm $u=\\lVert W\\rVert$ is ' +
        'never negative: the part over $u<0$ is $\\zeta(-V,-c)$, that of the opposite unit, which is a point of its own on the sphere. ' +
        `Over all $u$ (with $\\lvert u\\rvert^{d+2}$), the integral is ${range(even)} times $\\zeta$ at ${even.length} points of the symmetric laws, and ` +
        `${range(other)} times $\\zeta$ at ${other.length} points of a law that is not symmetric, where it is another function: twice the even part. ` +
        'A constant factor leaves the minimiser as it is, but not the size of the penalty along training.',
    },
  ];
}
