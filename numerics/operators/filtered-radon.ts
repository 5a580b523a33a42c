import { lineModulus } from './line-modulus.js';
import { laplacianPower, type RadialProfile } from './radial-profile.js';
import { radialRadon } from './radon.js';

/**
 * R(−Δ)^{s/2}g at distance c from the centre of a radial g on ℝ^d, from its definition and no closed form: for an even
 * s the Laplacians of g are taken first and the result is integrated over the hyperplane. For an odd s the last
 * factor (−Δ)^{1/2} is |σ| on the line, by its singular integral.
 */
export function filteredRadon(profile: RadialProfile, d: number, s: number): (c: number) => number {
  const half = Math.floor(s / 2);
  const { extent, scale } = profile;
  const radial = { f: laplacianPower(profile, d, half), extent, scale };
  const local = (c: number): number => radialRadon(radial, d, c);
  return s % 2 === 0 ? local : (c) => lineModulus(local, c, scale);
}
