import { overPanels, overTail } from './panels.js';
import type { RadialProfile } from './radial-profile.js';
import { integerPower, measuredSphereArea, sphereMean } from './sphere.js';

const NODES = 12;
/** A function of scale 1 is a peak of so small a part of the circle through its centre. */
const ANGLES = 128;

/**
 * R(−Δ)^{1/2}g at distance c from the centre of a radial g on ℝ^d, d ≥ 2, that is negligible beyond its extent, with
 * (−Δ)^{1/2} taken in space.
 */
export function radonOfHalfLaplacian(profile: RadialProfile, d: number, c: number): number {
  const half = (r: number): number =>
    integerPower(r, d - 2) * halfLaplacian(profile, d, Math.sqrt(c * c + r * r));
  const { extent } = profile;
  const edges = [0, 1, 2, 3, 4].map((k) => (extent * k) / 4);
  return measuredSphereArea(d - 1) * (overPanels(half, edges, 2 * NODES) + overTail(half, extent, 2 * NODES));
}

/**
 * ((−Δ)^{1/2}g)(x) = C∫(g(x) − g(y))/|x−y|^{d+1}dy at |x| = rho, C = Γ((d+1)/2)/π^{(d+1)/2} = 2/|S^d|: sphere by sphere
 * around x, or where g(x) is negligible in polar coordinates around the centre.
 */
function halfLaplacian(profile: RadialProfile, d: number, rho: number): number {
  const { extent, scale } = profile;
  const f = (u: number): number => profile.derivatives(u, 0)[0];
  const factor = (2 / measuredSphereArea(d + 1)) * measuredSphereArea(d);
  if (rho >= extent) {
    const shell = (r: number): number => {
      const kernel = sphereMean((v) => {
        const square = rho * rho + r * r - 2 * rho * r * v;
        return d % 2 === 1
          ? 1 / integerPower(square, (d + 1) / 2)
          : 1 / (integerPower(square, d / 2) * Math.sqrt(square));
      }, d);
      return integerPower(r, d - 1) * f(r * r) * kernel;
    };
    return -factor * overPanels(shell, [0, 0.4 * extent, 0.9 * extent], 2 * NODES);
  }
  const centre = f(rho * rho);
  const sphere = (r: number): number => {
    const mean = sphereMean((v) => f(rho * rho + r * r + 2 * rho * r * v), d, { nodes: ANGLES });
    return (centre - mean) / (r * r);
  };
  const panels = Math.ceil((rho + extent) / scale);
  const edges = Array.from({ length: panels + 1 }, (_, k) => k * scale);
  return factor * (overPanels(sphere, edges, NODES) + centre / (panels * scale));
}
