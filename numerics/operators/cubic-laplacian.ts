import { overPanels, overTail } from './panels.js';
import { laplacianPower, powerProfile } from './radial-profile.js';
import { integerPower, measuredSphereArea } from './sphere.js';

const NODES = 24;

/**
 * R(−Δ)^{(d+1)/2} of Σλ_j|x−x_j|³ for an odd d from its definition, at distances ρ_j ≠ 0 of the x_j from the
 * hyperplane; Σλ = 0 and Σλx = 0. Each term alone diverges like the radius of the ball that is integrated over, the
 * same for all, so that the term at distance 1 can be taken off each.
 */
export function filteredCubics(d: number, distances: readonly number[], lambda: readonly number[]): number {
  const f = laplacianPower(powerProfile(3), d, (d + 1) / 2);
  const total = (r: number): number =>
    lambda.reduce((sum, l, j) => sum + l * (f(distances[j] * distances[j] + r * r) - f(1 + r * r)), 0);
  if (distances.includes(0))
    throw new RangeError('filteredCubics: got a point on the hyperplane, expected none; move the hyperplane');
  if (d === 1) return total(0);
  const integrand = (r: number): number => integerPower(r, d - 2) * total(r);
  // The terms are singular at r = ±iρ_j: panels that double from the nearest on.
  const edges = [0, Math.min(1, ...distances.map(Math.abs))];
  const end = 4 * Math.max(1, ...distances.map(Math.abs));
  while (edges[edges.length - 1] < end) edges.push(2 * edges[edges.length - 1]);
  const last = edges[edges.length - 1];
  const radial = overPanels(integrand, edges, NODES) + overTail(integrand, last, NODES);
  return measuredSphereArea(d - 1) * radial;
}
