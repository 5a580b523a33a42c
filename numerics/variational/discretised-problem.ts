import { gaussLegendre } from '../quadrature/gauss-legendre.js';
import { resolvedPanels } from '../quadrature/resolved-panels.js';
import { checkedKnots } from '../splines/knots.js';

/** Data and weight function of the variational problem. */
export interface VariationalData {
  /** Strictly increasing inputs, at least two. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** ζ ≥ 0 on [x_0, x_last]. */
  readonly zeta: (x: number) => number;
  /** Kinks and jumps of ζ. */
  readonly breaks?: readonly number[];
}

/** A stretch of the line with its quadrature nodes c_l, weights q_l and ζ_l = ζ(c_l) > 0. */
export interface Panel {
  readonly from: number;
  readonly to: number;
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  readonly zeta: Float64Array;
  /** Index of the panel's first node among all nodes. */
  readonly offset: number;
}

/**
 * min Σ q_l β_l²/ζ_l subject to u x_j + v + Σ q_l β_l [x_j − c_l]₊ = y_j, with z = √(q/ζ) β: min |z|² subject to
 * Φz + P(u,v)ᵀ = y.
 */
export interface DiscretisedProblem {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly panels: readonly Panel[];
  /** Φ_jl = √(q_l ζ_l) [x_j − c_l]₊ (M rows of N). */
  readonly features: readonly Float64Array[];
  /** Number of nodes, N. */
  readonly size: number;
}

// Ten nodes to 1e-13 keep the program small; its solution is wanted to 1e-9.
const NODES = 10;
const TOLERANCE = 1e-13;

/**
 * The variational problem of the theory as a quadratic program in the values of β = g″ at quadrature nodes.
 *
 * The nodes are Gauss–Legendre's between knots and breaks, in panels that resolve ζ. The optimal β is ζ times a linear
 * function on each of them, so the discretisation is spectrally accurate. Nodes with ζ = 0 cannot bend and are dropped.
 * @throws RangeError on bad data or a negative ζ.
 */
export function discretise({
  x: inputs,
  y: targets,
  zeta,
  breaks = [],
}: VariationalData): DiscretisedProblem {
  const { x, y } = checkedKnots('variational problem', inputs, targets, 2);
  const edges = resolvedPanels(zeta, x[0], x[x.length - 1], {
    breaks: [...breaks, ...x],
    nodes: NODES,
    tolerance: TOLERANCE,
  });
  const panels: Panel[] = [];
  let size = 0;
  for (let k = 0; k + 1 < edges.length; k++) {
    const panel = panelOf(zeta, edges[k], edges[k + 1], size);
    panels.push(panel);
    size += panel.nodes.length;
  }
  return { x, y, panels, features: Array.from(x, (point) => featureRow(panels, size, point)), size };
}

function panelOf(zeta: (x: number) => number, from: number, to: number, offset: number): Panel {
  const rule = gaussLegendre(NODES);
  const half = 0.5 * (to - from);
  const all = Array.from(rule.nodes, (t, i) => {
    const node = from + half * (1 + t);
    return { node, weight: half * rule.weights[i], zeta: zeta(node) };
  });
  const kept = all.filter((entry) => entry.zeta > 0);
  return {
    from,
    to,
    nodes: Float64Array.from(kept, (entry) => entry.node),
    weights: Float64Array.from(kept, (entry) => entry.weight),
    zeta: Float64Array.from(kept, (entry) => entry.zeta),
    offset,
  };
}

function featureRow(panels: readonly Panel[], size: number, point: number): Float64Array {
  const row = new Float64Array(size);
  for (const { nodes, weights, zeta, offset } of panels) {
    for (let l = 0; l < nodes.length; l++) {
      row[offset + l] = Math.sqrt(weights[l] * zeta[l]) * Math.max(point - nodes[l], 0);
    }
  }
  return row;
}
