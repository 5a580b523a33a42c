import { overPanels, overTail } from './panels.js';
import { laplacianPower, type RadialProfile } from './radial-profile.js';
import { radialRadon } from './radon.js';
import { integerPower, measuredSphereArea, sphereMean } from './sphere.js';

const NODES = 48;

/** A test function φ: a profile that is negligible beyond its extent, here around the origin. */
const valuesOf = (profile: RadialProfile): ((u: number) => number) => laplacianPower(profile, 1, 0);
const radialOf = (profile: RadialProfile, d: number, m: number) => ({
  ...profile,
  f: laplacianPower(profile, d, m),
});

/** The edges of panels from 0 to the extent of a profile, finer and finer towards a weak singularity at `corner`. */
function edgesOf({ extent }: RadialProfile, corner = extent): number[] {
  const around = corner < extent ? [0, 0.004, 0.03, 0.2].flatMap((gap) => [corner - gap, corner + gap]) : [];
  const inside = [extent / 2, ...around].filter((at) => at > 0 && at < extent);
  return [...new Set([0, ...inside, extent])].sort((p, q) => p - q);
}

/** φ̂(ξ) = ∫φ(x)e^{−i⟨ξ,x⟩}dx at |ξ| = sigma, in polar coordinates. */
export function radialFourier(profile: RadialProfile, d: number, sigma: number): number {
  const f = valuesOf(profile);
  const radial = (r: number): number =>
    integerPower(r, d - 1) * f(r * r) * sphereMean((v) => Math.cos(sigma * r * v), d, { nodes: 2 * NODES });
  return measuredSphereArea(d) * overPanels(radial, edgesOf(profile), NODES);
}

/** ∫(Rφ)(c)e^{−iσc}dc, of the hyperplane integrals. */
export function transformOfRadon(profile: RadialProfile, d: number, sigma: number): number {
  const radial = radialOf(profile, d, 0);
  const integrand = (c: number): number => Math.cos(sigma * c) * radialRadon(radial, d, c);
  return 2 * overPanels(integrand, edgesOf(profile), NODES);
}

/** (R*Rφ)(x) at |x| = rho: the hyperplane integrals, averaged over the directions of the hyperplanes through x. */
export function normalOperator(profile: RadialProfile, d: number, rho: number): number {
  const radial = radialOf(profile, d, 0);
  return measuredSphereArea(d) * sphereMean((v) => radialRadon(radial, d, rho * v), d);
}

/** (−Δ)^{−(d−1)/2}φ at |x| = rho as (2π)^{−d}∫|ξ|^{1−d}φ̂(ξ)e^{i⟨ξ,x⟩}dξ; `reach` bounds the frequencies of φ. */
export function rieszPotential(profile: RadialProfile, d: number, rho: number, reach: number): number {
  const radial = (sigma: number): number =>
    radialFourier(profile, d, sigma) * sphereMean((v) => Math.cos(sigma * rho * v), d);
  const integral = measuredSphereArea(d) * overPanels(radial, [0, reach / 2, reach], NODES);
  return integral / integerPower(2 * Math.PI, d);
}

/** ∫_{S^{d−1}}∫|c − ⟨V,x⟩|·(Rφ)(V,c) dc dV at |x| = rho. */
export function conesAgainst(profile: RadialProfile, d: number, rho: number): number {
  const radial = radialOf(profile, d, 0);
  const integrand = (c: number): number =>
    radialRadon(radial, d, c) * sphereMean((v) => Math.abs(c - rho * v), d, { breaks: [c / rho] });
  return 2 * measuredSphereArea(d) * overPanels(integrand, edgesOf(profile, rho), NODES);
}

/** ∫h(|y−x|)·(−Δφ)(y) dy at |x| = rho, in polar coordinates around the centre of φ. */
export function laplacianAgainst(
  h: (distance: number) => number,
  profile: RadialProfile,
  d: number,
  rho: number,
): number {
  const f = laplacianPower(profile, d, 1);
  const distance = (r: number, v: number): number =>
    Math.sqrt(Math.max(0, r * r + rho * rho - 2 * r * rho * v));
  const integrand = (r: number): number =>
    integerPower(r, d - 1) * f(r * r) * sphereMean((v) => h(distance(r, v)), d);
  return measuredSphereArea(d) * overPanels(integrand, edgesOf(profile, rho), NODES);
}

/** ∫[⟨w,x⟩ − t]₊Δφ(x)dx for a unit vector w, slice by slice. */
export function ridgeAgainst(profile: RadialProfile, d: number, t: number): number {
  const radial = radialOf(profile, d, 1);
  const { extent } = profile;
  if (t >= extent) return 0;
  const integrand = (c: number): number => -(c - t) * radialRadon(radial, d, c);
  return overPanels(integrand, [Math.max(t, -extent), 0.5 * (Math.max(t, -extent) + extent), extent], NODES);
}

/** Beyond so much more than |x| a density is a power of c, or negligible. */
const CORE = 12;

/**
 * The network ∫∫β(c)φ(⟨V,x⟩ − c) dc dV, φ(z) = z₊^k/k!, at |x| = rho for a density that does not depend on V, smooth on
 * the scale 1 and falling off like a power of c, or faster.
 */
export function networkOf(density: (c: number) => number, d: number, rho: number, k = 1): number {
  let factorial = 1;
  for (let n = 2; n <= k; n++) factorial *= n;
  const alongDirection = (p: number): number => {
    const integrand = (t: number): number => (integerPower(t, k) / factorial) * density(p - t);
    const last = Math.ceil(Math.abs(p)) + CORE;
    const edges = Array.from({ length: last + 1 }, (_, k) => k);
    return overPanels(integrand, edges, 20) + overTail(integrand, last, 20);
  };
  return measuredSphereArea(d) * sphereMean((v) => alongDirection(rho * v), d, { nodes: 2 * NODES });
}
