/** Nodes and weights of a quadrature rule on [−1, 1], in increasing order of the nodes. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const rules = new Map<number, QuadratureRule>();

/**
 * The Gauss–Legendre rule with n nodes, exact for polynomials of degree 2n − 1; computed once per n.
 *
 * Newton's method on the Legendre polynomial from Tricomi's first guess; the weights are 2/((1−t²) Pₙ′(t)²).
 * @throws RangeError when n is not a positive integer.
 */
export function gaussLegendre(n: number): QuadratureRule {
  if (!Number.isInteger(n) || n < 1) {
    throw new RangeError(`gaussLegendre: got n = ${n}, expected a positive integer number of nodes`);
  }
  let rule = rules.get(n);
  if (rule === undefined) {
    rule = computeRule(n);
    rules.set(n, rule);
  }
  return rule;
}

function computeRule(n: number): QuadratureRule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  // Only the non-negative half is computed, so that the rule is symmetric to the last bit.
  for (let i = 0; 2 * i < n; i++) {
    let t = 2 * i + 1 === n ? 0 : Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    // Convergence is quadratic: six steps from Tricomi's guess are past round-off for every n.
    for (let step = 0; step < 6; step++) {
      const { value, slope } = legendre(n, t);
      t -= value / slope;
    }
    const { slope } = legendre(n, t);
    nodes[i] = -t;
    nodes[n - 1 - i] = t;
    weights[i] = weights[n - 1 - i] = 2 / ((1 - t) * (1 + t) * slope * slope);
  }
  return { nodes, weights };
}

/** Pₙ(t) and Pₙ′(t) for |t| < 1, by the three-term recurrence. */
function legendre(n: number, t: number): { value: number; slope: number } {
  let previous = 1;
  let value = t;
  for (let k = 2; k <= n; k++) {
    [previous, value] = [value, ((2 * k - 1) * t * value - (k - 1) * previous) / k];
  }
  return { value, slope: (n * (previous - t * value)) / ((1 - t) * (1 + t)) };
}
