import { gaussLegendre } from '../quadrature/gauss-legendre.js';

/** ∫ f over [edges₀, edges₁, …], by the Gauss–Legendre rule with n nodes between neighbouring edges. */
export function overPanels(f: (x: number) => number, edges: readonly number[], n: number): number {
  const { nodes, weights } = gaussLegendre(n);
  let sum = 0;
  for (let k = 1; k < edges.length; k++) {
    const half = 0.5 * (edges[k] - edges[k - 1]);
    for (let i = 0; i < n; i++) sum += half * weights[i] * f(edges[k - 1] + half * (1 + nodes[i]));
  }
  return sum;
}

/** ∫_from^∞ f for from > 0 by x = from/s: for functions that fall off like a power, or faster. */
export const overTail = (f: (x: number) => number, from: number, n: number): number =>
  overPanels((s) => (f(from / s) * from) / (s * s), [0, 1], n);

/** ∫_0^∞ f by x = scale·tan φ: for functions that fall off like a power beyond the scale. */
export const overHalfLine = (f: (x: number) => number, scale: number, n: number): number =>
  overPanels(
    (phi) => {
      const cosine = Math.cos(phi);
      return (f(scale * Math.tan(phi)) * scale) / (cosine * cosine);
    },
    [0, Math.PI / 4, Math.PI / 2],
    n / 2,
  );
