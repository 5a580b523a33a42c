import { fitAffine } from '../kernels/affine-part.js';
import type { AffinePart } from '../kernels/affine-part.js';
import { gaussLegendre } from '../quadrature/gauss-legendre.js';
import { knotInterval } from '../splines/knots.js';
import type { DiscretisedProblem, Panel } from './discretised-problem.js';

/** A solution of the variational problem: g(x) = ux + v + ∫β(c)[x−c]₊ dc, with its energy ∫β²/ζ. */
export interface VariationalSolution extends AffinePart {
  readonly energy: number;
  readonly evaluate: (t: number) => number;
}

/** β on one panel, with ∫β and ∫cβ over all panels to its left. */
interface Stretch {
  readonly beta: (c: number) => number;
  readonly massBefore: number;
  readonly momentBefore: number;
}

const NODES = 16;

/**
 * The function of a discrete solution z: the affine part takes up what Φz leaves of y.
 *
 * Between the nodes β/ζ is the polynomial through its values at the nodes of a panel; a sum of kinks at the nodes
 * would be accurate at the data only.
 */
export function reconstruct(
  { x, y, panels, features }: DiscretisedProblem,
  zeta: (x: number) => number,
  z: ArrayLike<number>,
): VariationalSolution {
  const rest = y.map((value, j) => features[j].reduce((sum, feature, l) => sum - feature * z[l], value));
  const { u, v } = fitAffine(x, rest, (vector) => vector);

  let massBefore = 0;
  let momentBefore = 0;
  const stretches = panels.map((panel): Stretch => {
    const beta = betaOn(panel, zeta, z);
    const stretch = { beta, massBefore, momentBefore };
    const [mass, moment] = moments(beta, panel.from, panel.to);
    massBefore += mass;
    momentBefore += moment;
    return stretch;
  });
  const starts = Float64Array.from([...panels.map((panel) => panel.from), panels.at(-1)!.to]);

  const bend = (t: number): number => {
    if (t <= starts[0]) return 0;
    if (t >= starts[starts.length - 1]) return t * massBefore - momentBefore;
    const k = knotInterval(starts, t);
    const stretch = stretches[k];
    const [mass, moment] = moments(stretch.beta, panels[k].from, t);
    return t * (stretch.massBefore + mass) - (stretch.momentBefore + moment);
  };
  const energy = Array.from(z).reduce((sum, value) => sum + value * value, 0);
  return { u, v, energy, evaluate: (t) => u * t + v + bend(t) };
}

/** β on a panel: ζ times the polynomial through β_l/ζ_l = z_l/√(q_l ζ_l), in barycentric form. */
function betaOn(panel: Panel, zeta: (x: number) => number, z: ArrayLike<number>): (c: number) => number {
  const { nodes, weights, offset } = panel;
  const ratios = nodes.map((_, l) => z[offset + l] / Math.sqrt(weights[l] * panel.zeta[l]));
  const half = 0.5 * (panel.to - panel.from);
  const barycentric = nodes.map((node, l) =>
    nodes.reduce((product, other, k) => (k === l ? product : (product * half) / (node - other)), 1),
  );
  return (c) => {
    let above = 0;
    let below = 0;
    for (let l = 0; l < nodes.length; l++) {
      if (c === nodes[l]) return zeta(c) * ratios[l];
      const share = barycentric[l] / (c - nodes[l]);
      above += share * ratios[l];
      below += share;
    }
    return nodes.length === 0 ? 0 : (zeta(c) * above) / below;
  };
}

/** ∫β and ∫cβ over [from, to]. */
function moments(beta: (c: number) => number, from: number, to: number): [number, number] {
  const { nodes, weights } = gaussLegendre(NODES);
  const half = 0.5 * (to - from);
  let mass = 0;
  let moment = 0;
  for (let i = 0; i < NODES; i++) {
    const c = from + half * (1 + nodes[i]);
    const share = half * weights[i] * beta(c);
    mass += share;
    moment += c * share;
  }
  return [mass, moment];
}
