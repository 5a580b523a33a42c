import { integerPower } from '../../../theory/integer-power.js';
import type { VectorLaw } from '../../../theory/initializations/several/vector-law.js';
import { gaussLegendre } from '../../quadrature/gauss-legendre.js';
import { resolvedPanels } from '../../quadrature/resolved-panels.js';

const NODES = 20;
/** A density is cut where it has fallen to this share of its value at its centre. */
const NEGLIGIBLE = 1e-30;

/**
 * (p, q) ↦ E[max(p + B, 0)^k max(q + B, 0)^k] from the density of B, for an integer k ≥ 0: a sum of positive terms, to
 * round-off for densities that are smooth on their range.
 */
export function biasProduct(
  { bias, biasRange }: VectorLaw['density'],
  degree: number,
): (p: number, q: number) => number {
  const [from, to] = cutRange(bias, biasRange);
  const edges = resolvedPanels(bias, from, to, {
    breaks: [0.5 * (from + to)],
    nodes: NODES,
    tolerance: 1e-15,
  });
  const { nodes, weights } = gaussLegendre(NODES);
  const panels = edges.length - 1;
  const [biases, masses] = [new Float64Array(panels * NODES), new Float64Array(panels * NODES)];
  for (let i = 0; i < panels * NODES; i++) {
    const panel = Math.trunc(i / NODES);
    const half = 0.5 * (edges[panel + 1] - edges[panel]);
    biases[i] = edges[panel] + half * (1 + nodes[i % NODES]);
    masses[i] = half * weights[i % NODES] * bias(biases[i]);
  }
  return (p, q) => {
    // Both factors are positive above −min(p, q).
    const start = -Math.min(p, q);
    let panel = panels;
    let sum = 0;
    while (panel > 0 && edges[panel - 1] >= start) panel--;
    for (let i = panel * NODES; i < panels * NODES; i++) {
      sum += masses[i] * integerPower((p + biases[i]) * (q + biases[i]), degree);
    }
    if (panel === 0 || edges[panel] <= start) return sum;
    const half = 0.5 * (edges[panel] - start);
    for (let i = 0; i < NODES; i++) {
      const b = start + half * (1 + nodes[i]);
      sum += half * weights[i] * bias(b) * integerPower((p + b) * (q + b), degree);
    }
    return sum;
  };
}

/** A finite range that holds all of the density but a share far below round-off. */
function cutRange(
  density: (b: number) => number,
  [from, to]: readonly [from: number, to: number],
): readonly [from: number, to: number] {
  if (Number.isFinite(from) && Number.isFinite(to)) return [from, to];
  const floor = NEGLIGIBLE * density(0);
  const isNegligible = (reach: number): boolean => density(reach) <= floor && density(-reach) <= floor;
  let reach = 1;
  while (!isNegligible(reach)) reach *= 2;
  while (isNegligible(reach / 2)) reach /= 2;
  return [-reach, reach];
}
