import type { Direction } from '../../../theory/initializations/several/vector-law.js';
import { dot } from '../../kernels/several/points.js';
import { gaussLegendre } from '../../quadrature/gauss-legendre.js';
import type { DirectionRule } from '../../quadrature/hemisphere-rule.js';

/** A function of direction and offset, in two steps, for what depends on the direction alone. */
export type UnitFunction = (direction: Direction) => (c: number) => number;

/** (V, c) ↦ ½Σ λ_j |⟨V,x_j⟩ − c|, which vanishes where all points lie on one side of the hyperplane if Σλ = 0 and Σλx = 0. */
export function halfDistances(points: readonly Direction[], coefficients: ArrayLike<number>): UnitFunction {
  return (direction) => {
    const along = points.map((point) => dot(direction, point));
    return (c) => along.reduce((sum, t, j) => sum + 0.5 * coefficients[j] * Math.abs(t - c), 0);
  };
}

/** A rule for ∫∫ f(V, c) dc dV: for each direction of one over directions, offsets and the weights of the nodes. */
export type UnitRule = readonly {
  readonly direction: Direction;
  readonly offsets: Float64Array;
  readonly weights: Float64Array;
}[];

/** Nodes on each piece between breaks: for weights that are analytic there, far more than the directions deserve. */
const NODES = 8;

/**
 * The rule over the directions of a rule and, in each, from the first to the last of the breaks (ascending), between
 * which f is smooth in c.
 */
export function unitRule(
  { directions, weights }: DirectionRule,
  breaks: (direction: Direction) => readonly number[],
): UnitRule {
  const { nodes, weights: shares } = gaussLegendre(NODES);
  return directions.map((direction, k) => {
    const ends = breaks(direction);
    const offsets: number[] = [];
    const products: number[] = [];
    for (let piece = 0; piece + 1 < ends.length; piece++) {
      const half = 0.5 * (ends[piece + 1] - ends[piece]);
      if (half === 0) continue;
      for (let l = 0; l < NODES; l++) {
        offsets.push(ends[piece] + half * (1 + nodes[l]));
        products.push(weights[k] * half * shares[l]);
      }
    }
    return { direction, offsets: Float64Array.from(offsets), weights: Float64Array.from(products) };
  });
}

/** The values of f at the nodes of a rule, direction by direction. */
export function valuesAt(rule: UnitRule, f: UnitFunction): Float64Array {
  const values = new Float64Array(rule.reduce((sum, { offsets }) => sum + offsets.length, 0));
  let at = 0;
  for (const { direction, offsets } of rule) {
    const along = f(direction);
    for (const c of offsets) values[at++] = along(c);
  }
  return values;
}

/** ∫∫ f(V, c) dc dV */
export function unitIntegral(f: UnitFunction, rule: UnitRule): number {
  let sum = 0;
  for (const { direction, offsets, weights } of rule) {
    const along = f(direction);
    for (let l = 0; l < offsets.length; l++) sum += weights[l] * along(offsets[l]);
  }
  return sum;
}

/**
 * The offsets at which a hyperplane of the direction passes through a point, with those breaks that lie between, and more of
 * them where two are further apart than `longest`: for weights that vary on that scale.
 */
export function shadowBreaks(
  points: readonly Direction[],
  breaks: (direction: Direction) => readonly number[],
  longest = Infinity,
): (direction: Direction) => number[] {
  return (direction) => {
    const along = points.map((point) => dot(direction, point));
    const [from, to] = [Math.min(...along), Math.max(...along)];
    const ends = [...along, ...breaks(direction).filter((c) => from < c && c < to)].sort((a, b) => a - b);
    return ends.flatMap((end, k) => {
      const length = k + 1 < ends.length ? ends[k + 1] - end : 0;
      const parts = Math.max(1, Math.ceil(length / longest));
      return Array.from({ length: parts }, (_, part) => end + (part * length) / parts);
    });
  };
}
