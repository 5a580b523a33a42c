import { gaussLegendre } from '../../quadrature/gauss-legendre.js';
import { integerPower } from '../../../theory/integer-power.js';

/**
 * E|Σ A_i ξ_i|³ for independent ξ_i ~ U(−1, 1) and A_i ≥ 0: the third absolute moment of a projection of the uniform
 * cube, to a few eps for every number of terms. (The usual sum over corners cancels when some A_i is small.)
 *
 * Averaged over the largest, A, with R the sum of the others: |R| ≤ A gives (A⁴ + 6A²R² + R⁴)/(4A), and where |R| > A
 * this is too large by (|R| − A)⁴/(4A). The latter, a piecewise polynomial, is averaged over one term after the other by
 * Gauss–Legendre quadrature between its kinks, which is exact.
 */
export function projectedCubeMoment(sizes: ArrayLike<number>): number {
  const [largest, ...rest] = Array.from(sizes)
    .filter((size) => size > 0)
    .sort((p, q) => q - p);
  if (rest.length === 0) return integerPower(largest || 0, 3) / 4;
  const { square, fourth, reach } = moments(rest);
  const inside = integerPower(largest, 4) + 6 * largest * largest * square + fourth;
  const outside = reach > largest ? 2 * excess(rest, -largest) : 0;
  return (inside - outside) / (4 * largest);
}

/** E R², E R⁴ and the largest value of R = Σ A_i ξ_i. */
function moments(sizes: readonly number[]): { square: number; fourth: number; reach: number } {
  let [square, fourth, reach] = [0, 0, 0];
  for (const a of sizes) {
    fourth += integerPower(a, 4) / 5 + 2 * a * a * square;
    square += (a * a) / 3;
    reach += a;
  }
  return { square, fourth, reach };
}

/** E max(z + R, 0)⁴ for R = Σ A_i ξ_i, A descending. */
function excess(sizes: readonly number[], z: number): number {
  const { square, fourth, reach } = moments(sizes);
  if (z <= -reach) return 0;
  if (z >= reach) return integerPower(z, 4) + 6 * z * z * square + fourth;
  const a = sizes[sizes.length - 1];
  if (sizes.length === 1) return integerPower(z + a, 5) / (10 * a);
  const others = sizes.slice(0, -1);
  // In ξ, so that a small A_i costs no accuracy.
  const inside = kinks(others)
    .map((kink) => (kink - z) / a)
    .filter((at) => at > -1 && at < 1)
    .sort((p, q) => p - q);
  const ends = [-1, ...inside, 1];
  // A polynomial of degree 3 + the number of terms on each piece.
  const { nodes, weights } = gaussLegendre(Math.ceil(sizes.length / 2) + 2);
  let total = 0;
  for (let piece = 1; piece < ends.length; piece++) {
    const half = 0.5 * (ends[piece] - ends[piece - 1]);
    for (let i = 0; i < nodes.length; i++) {
      total += half * weights[i] * excess(others, z + a * (ends[piece - 1] + half * (1 + nodes[i])));
    }
  }
  return 0.5 * total;
}

/** The corners Σ ±A_i. */
const kinks = (sizes: readonly number[]): number[] =>
  sizes.reduce<number[]>((corners, a) => corners.flatMap((corner) => [corner - a, corner + a]), [0]);
