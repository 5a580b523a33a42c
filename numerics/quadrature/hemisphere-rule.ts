import { gaussLegendre } from './gauss-legendre.js';

/** Unit vectors and positive weights. */
export interface DirectionRule {
  readonly directions: readonly Float64Array[];
  readonly weights: Float64Array;
}

/**
 * A rule for ∫ f(V) dV over half of the sphere in ℝ^d (one of each pair ±V), d = 1, 2, 3, fit for even f: the weights
 * sum to |S^{d−1}|/2.
 *
 * d = 2: `count` equal angles in half a turn, exact for even trigonometric polynomials of degree < 2·count. d = 3: Gauss–Legendre
 * in the third coordinate times equal angles, `count` of each, exact for even spherical harmonics of degree < 2·count.
 * @throws RangeError for other d
 */
export function hemisphereRule(inputs: number, count: number): DirectionRule {
  const angles = Array.from({ length: count }, (_, k) => ((k + 0.5) * Math.PI) / count);
  const step = Math.PI / count;
  if (inputs === 1) return { directions: [Float64Array.of(1)], weights: Float64Array.of(1) };
  if (inputs === 2) {
    return {
      directions: angles.map((angle) => Float64Array.of(Math.cos(angle), Math.sin(angle))),
      weights: new Float64Array(count).fill(step),
    };
  }
  if (inputs !== 3) {
    throw new RangeError(`hemisphereRule: got ${inputs} inputs, expected 1, 2 or 3`);
  }
  const { nodes, weights } = gaussLegendre(count);
  const pairs = Array.from(nodes, (z, k) => angles.map((angle) => ({ z, weight: weights[k], angle }))).flat();
  return {
    directions: pairs.map(({ z, angle }) => {
      const radius = Math.sqrt((1 - z) * (1 + z));
      return Float64Array.of(radius * Math.cos(angle), radius * Math.sin(angle), z);
    }),
    weights: Float64Array.from(pairs, ({ weight }) => weight * step),
  };
}

/** The rule with the antipodes: for ∫ f(V) dV over the whole sphere. */
export function withAntipodes({ directions, weights }: DirectionRule): DirectionRule {
  return {
    directions: [...directions, ...directions.map((direction) => direction.map((value) => -value))],
    weights: Float64Array.of(...weights, ...weights),
  };
}
