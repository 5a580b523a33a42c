import { overHalfLine, overPanels } from './panels.js';
import { integerPower, measuredSphereArea } from './sphere.js';

const NODES = 64;
/** For functions around several centres. */
const PLANAR_NODES = 128;
const ANGLES = 96;

/** A function g(x) = f(|x|²) on ℝ^d, smooth on its scale and 0 or negligible beyond its extent (see RadialProfile). */
export interface Radial {
  readonly f: (u: number) => number;
  readonly extent: number;
  readonly scale: number;
}

/**
 * ∫_{⟨V,x⟩=c} g for a radial g on ℝ^d, by quadrature in the distance r from the foot of the hyperplane, where
 * |x|² = c² + r².
 */
export function radialRadon({ f, extent, scale }: Radial, d: number, c: number): number {
  if (d === 1) return f(c * c);
  if (Math.abs(c) >= extent) return 0;
  const integrand = (r: number): number => integerPower(r, d - 2) * f(c * c + r * r);
  const radial =
    extent === Infinity
      ? overHalfLine(integrand, Math.sqrt(scale * scale + c * c), NODES)
      : overPanels(integrand, [0, Math.sqrt(extent * extent - c * c)], NODES);
  return measuredSphereArea(d - 1) * radial;
}

/**
 * ∫_{⟨V,x⟩=c} g for any g on ℝ² or ℝ³ that falls off like a power beyond `scale` around the origin: along the line, or in
 * polar coordinates of the plane, from the foot of the origin. V is a unit vector.
 * @throws RangeError for other dimensions
 */
export function planarRadon(
  g: (x: readonly number[]) => number,
  direction: readonly number[],
  c: number,
  scale: number,
): number {
  if (direction.length === 2) {
    const [v, w] = direction;
    const at = (t: number): number => g([c * v - t * w, c * w + t * v]);
    return overHalfLine((t) => at(t) + at(-t), scale, PLANAR_NODES);
  }
  if (direction.length !== 3)
    throw new RangeError(`planarRadon: got ${direction.length} inputs, expected 2 or 3`);
  const [e, f] = orthonormal(direction);
  return overHalfLine(
    (r) => {
      let sum = 0;
      for (let k = 0; k < ANGLES; k++) {
        const angle = (2 * Math.PI * k) / ANGLES;
        const [p, q] = [r * Math.cos(angle), r * Math.sin(angle)];
        sum += g(direction.map((v, i) => c * v + p * e[i] + q * f[i]));
      }
      return (2 * Math.PI * r * sum) / ANGLES;
    },
    scale,
    PLANAR_NODES,
  );
}

/** Two unit vectors that complete a unit vector of ℝ³. */
function orthonormal([x, y, z]: readonly number[]): readonly [readonly number[], readonly number[]] {
  // Duff et al. (2017), stable for every direction.
  const sign = z < 0 ? -1 : 1;
  const a = -1 / (sign + z);
  const b = x * y * a;
  return [
    [1 + sign * x * x * a, sign * b, -sign * x],
    [b, sign + y * y * a, -y],
  ];
}
