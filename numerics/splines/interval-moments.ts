import { gaussLegendre } from '../quadrature/gauss-legendre.js';
import { resolvedPanels } from '../quadrature/resolved-panels.js';

/** Nodes per panel: enough to resolve a smooth ζ on a knot interval in one to four panels. */
export const PANEL_NODES = 16;
// A few roundings of a sum of 16 terms.
const TOLERANCE = 8 * Number.EPSILON;

/** One knot interval [left, right], cut into panels on which a Gauss–Legendre rule resolves ζ. */
export interface KnotInterval {
  readonly left: number;
  readonly right: number;
  /** Panel edges, from left to right. */
  readonly edges: Float64Array;
  /** ∫ζ(1−t)², ∫ζt(1−t) and ∫ζt² with t from 0 to 1: the products of the interval's two hat functions. */
  readonly leftSquare: number;
  readonly product: number;
  readonly rightSquare: number;
}

/**
 * Resolves ζ on [left, right] and integrates it against the products of hat functions.
 *
 * @throws RangeError when ζ is negative or not finite somewhere in the interval.
 */
export function knotIntervalOf(
  zeta: (x: number) => number,
  left: number,
  right: number,
  breaks: readonly number[],
): KnotInterval {
  const edges = resolvedPanels(zeta, left, right, { breaks, nodes: PANEL_NODES, tolerance: TOLERANCE });
  const h = right - left;
  let leftSquare = 0;
  let product = 0;
  let rightSquare = 0;
  for (let k = 0; k + 1 < edges.length; k++) {
    forEachNode(edges[k], edges[k + 1], (x, weight) => {
      const t = (x - left) / h;
      const mass = weight * zeta(x);
      leftSquare += mass * (1 - t) * (1 - t);
      product += mass * t * (1 - t);
      rightSquare += mass * t * t;
    });
  }
  return { left, right, edges, leftSquare, product, rightSquare };
}

/** Calls `visit` with every Gauss–Legendre node and weight of [a, b]. */
export function forEachNode(a: number, b: number, visit: (x: number, weight: number) => void): void {
  const { nodes, weights } = gaussLegendre(PANEL_NODES);
  const half = 0.5 * (b - a);
  for (let i = 0; i < PANEL_NODES; i++) visit(a + half * (1 + nodes[i]), half * weights[i]);
}
