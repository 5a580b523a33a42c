import { integrate } from '../../numerics/quadrature/integrate.js';
import { integerPower } from '../../theory/integer-power.js';
import type { Direction, VectorLaw } from '../../theory/initializations/several/vector-law.js';

/**
 * (V, c) ↦ ∫₀^∞ u^m p_W(uV) p_B(−cu) du by quadrature of the densities: ζ(V, c) for m = d + 2, the density p(V, c) of
 * kinks for m = d (Jin and Montúfar 2023, Theorem 6).
 */
export function rayMoment(
  { density, inputs }: VectorLaw,
  m: number,
): (direction: Direction, c: number) => number {
  const [low, high] = density.biasRange;
  const bias = (b: number): number => (b > low && b < high ? density.bias(b) : 0);
  if (density.form === 'shell') {
    // p_W(uV) du is a point mass at u = s, spread evenly over the sphere.
    const weight = integerPower(density.radius, m - inputs + 1) / sphereSurfaceByQuadrature(inputs);
    return (_, c) => weight * bias(-c * density.radius);
  }
  const { ray, reach } = density;
  return (direction, c) => {
    const [from, to] = crossing(-c, low, high);
    const end = reach(direction);
    // The scales of a law are of order one: cut a long range there.
    const f = (u: number): number => integerPower(u, m) * ray(u, direction) * bias(-c * u);
    return from < end ? integrate(f, from, Math.min(to, end), { breaks: [1, 2, 4, 8, 16, 64] }).value : 0;
  };
}

/** The u > 0 with low < slope·u < high. */
function crossing(slope: number, low: number, high: number): [from: number, to: number] {
  if (slope === 0) return low < 0 && high > 0 ? [0, Infinity] : [0, 0];
  const [from, to] = slope > 0 ? [low / slope, high / slope] : [high / slope, low / slope];
  return to > 0 ? [Math.max(0, from), to] : [0, 0];
}

/** |S^(d−1)| = |S^(d−2)| ∫₀^π sin^(d−2) t dt from |S⁰| = 2, each integral by quadrature. */
export function sphereSurfaceByQuadrature(inputs: number): number {
  let surface = 2;
  for (let d = 2; d <= inputs; d++)
    surface *= integrate((t) => integerPower(Math.sin(t), d - 2), 0, Math.PI).value;
  return surface;
}
