import { factorial } from '../../theory/factorial.js';
import { factorBanded, NotPositiveDefinite } from '../linear-algebra/banded.js';
import { gaussLegendre } from '../quadrature/gauss-legendre.js';
import { resolvedPanels } from '../quadrature/resolved-panels.js';
import { bSpline, dividedDifference } from './b-spline.js';
import { PANEL_NODES } from './interval-moments.js';
import { checkedKnots, knotInterval } from './knots.js';

/** Data, weight function and order. */
export interface NaturalSplineOptions {
  /** Strictly increasing knots, at least `order`. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** ζ ≥ 0 on [x_0, x_last]; the penalty is ∫(g^(m))²/ζ. */
  readonly zeta: (x: number) => number;
  /** Kinks and jumps of ζ. Name every jump. */
  readonly breaks?: readonly number[];
  /** m ≥ 1: 2 is the spline of `weightedNaturalSpline`. */
  readonly order: number;
}

/** A spline g with g^(m) = ζ·(spline of degree m − 1) between its knots and a polynomial of degree m − 1 beyond. */
export interface NaturalSpline {
  /** ∫(g^(m))²/ζ */
  readonly energy: number;
  readonly evaluate: (t: number) => number;
  /** g^(m) */
  readonly highestDerivative: (t: number) => number;
}

/** A piece of the line on which a Gauss–Legendre rule resolves ζ. */
interface Panel {
  readonly from: number;
  readonly to: number;
  readonly nodes: Float64Array;
  /** ∫ζf is Σ masses · f(nodes) */
  readonly masses: Float64Array;
}

// A few roundings of a sum of 16 terms.
const TOLERANCE = 8 * Number.EPSILON;

/**
 * The ζ-weighted natural spline of order m: the interpolant that minimises ∫(g^(m))²/ζ.
 *
 * g^(m) = ζ Σ c_j N_j with N_j the B-splines of degree m − 1 on the data. By Peano's theorem ∫ g^(m) N_j is
 * (m − 1)! (x_{j+m} − x_j) g[x_j, …, x_{j+m}], so A c is known from the data, A_jl = ∫ζ N_j N_l positive definite with
 * m − 1 bands beside the diagonal. (de Boor, *A Practical Guide to Splines*; for ReLU^k networks m = k + 1, Jin and
 * Montúfar 2023, Corollary 4.)
 * @throws RangeError on bad data or a negative ζ; Error when ζ vanishes wherever some N_j does not
 */
export function naturalSplineOfOrder(options: NaturalSplineOptions): NaturalSpline {
  const { zeta, breaks = [], order } = options;
  if (!(Number.isInteger(order) && order >= 1)) {
    throw new RangeError(`naturalSplineOfOrder: got order ${order}, expected an integer of at least 1`);
  }
  const { x, y } = checkedKnots('naturalSplineOfOrder', options.x, options.y, order);
  const last = x.length - 1;
  const panels: Panel[] = [];
  for (let j = 0; j < last; j++) {
    const edges = resolvedPanels(zeta, x[j], x[j + 1], { breaks, nodes: PANEL_NODES, tolerance: TOLERANCE });
    for (let k = 0; k + 1 < edges.length; k++) panels.push(panelOf(zeta, edges[k], edges[k + 1], order));
  }
  const { coefficients, energy } = multipliersOf(x, y, order, panels);

  /** g^(m)/ζ */
  const ratio = (s: number): number => {
    let sum = 0;
    for (let j = 0; j < coefficients.length; j++) sum += coefficients[j] * bSpline(x, j, order - 1, s);
    return sum;
  };
  return {
    energy,
    highestDerivative: (t) => (t < x[0] || t > x[last] ? 0 : zeta(t) * ratio(t)),
    // The polynomial through the m knots around t, plus Peano's form of the remainder.
    evaluate(t) {
      const known = x.indexOf(t);
      if (known >= 0) return y[known];
      const around = knotInterval(x, t) + 1 - (order >> 1);
      const first = Math.min(Math.max(around, 0), last + 1 - order);
      let [value, product] = [0, 1];
      for (let m = 0; m < order; m++) {
        value += dividedDifference(x, y, first, first + m) * product;
        product *= t - x[first + m];
      }
      const nodes = Float64Array.from([...x.subarray(first, first + order), t]).sort();
      const [low, high] = [nodes[0], nodes[order]];
      const pieces = panels
        .filter(({ from, to }) => from < high && to > low)
        .flatMap((panel) => {
          const { from, to } = panel;
          return from < t && t < to ? [panelOf(zeta, from, t, order), panelOf(zeta, t, to, order)] : [panel];
        });
      const remainder = weighted(pieces, (s) => ratio(s) * bSpline(nodes, 0, order - 1, s));
      return value + (product * remainder) / (factorial(order - 1) * (high - low));
    },
  };
}

/** c of g^(m)/ζ = Σ c_j N_j, and the energy. */
function multipliersOf(
  x: Float64Array,
  y: Float64Array,
  order: number,
  panels: readonly Panel[],
): { coefficients: Float64Array; energy: number } {
  const size = x.length - order;
  if (size === 0) return { coefficients: new Float64Array(0), energy: 0 };
  const bands = Array.from({ length: Math.min(order, size) }, (_, k) =>
    Float64Array.from({ length: size - k }, (_unused, j) => {
      // N_j N_{j+k} lives on [x_{j+k}, x_{j+m}].
      const shared = panels.filter(({ from, to }) => from >= x[j + k] && to <= x[j + order]);
      return weighted(shared, (s) => bSpline(x, j, order - 1, s) * bSpline(x, j + k, order - 1, s));
    }),
  );
  const known = Float64Array.from(
    { length: size },
    (_, j) => factorial(order - 1) * (x[j + order] - x[j]) * dividedDifference(x, y, j, j + order),
  );
  try {
    const coefficients = factorBanded(bands).solve(known);
    return { coefficients, energy: coefficients.reduce((sum, c, j) => sum + c * known[j], 0) };
  } catch (error) {
    if (!(error instanceof NotPositiveDefinite)) throw error;
    throw new Error(
      `naturalSplineOfOrder: ζ vanishes on [${x[error.index]}, ${x[error.index + order]}], so no spline of finite ` +
        `energy goes through its ${order + 1} points; expected at most ${order} knots on either side outside the ` +
        'support of ζ: drop the points beyond',
      { cause: error },
    );
  }
}

/** With nodes enough for ζ times a polynomial of degree 2m − 2. */
function panelOf(zeta: (s: number) => number, from: number, to: number, order: number): Panel {
  const rule = gaussLegendre(PANEL_NODES + order);
  const half = 0.5 * (to - from);
  const nodes = rule.nodes.map((node) => from + half * (1 + node));
  return { from, to, nodes, masses: rule.weights.map((weight, i) => half * weight * zeta(nodes[i])) };
}

/** ∫ζf over panels, f being a polynomial on each. */
function weighted(panels: readonly Panel[], f: (s: number) => number): number {
  let sum = 0;
  for (const { nodes, masses } of panels) {
    for (let i = 0; i < nodes.length; i++) sum += masses[i] * f(nodes[i]);
  }
  return sum;
}
