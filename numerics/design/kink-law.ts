import { gaussLegendre } from '../quadrature/gauss-legendre.js';
import { resolvedPanels } from '../quadrature/resolved-panels.js';
import { knotInterval } from '../splines/knots.js';

/** A density on [from, to], up to a factor. */
export interface DensityOptions {
  readonly density: (x: number) => number;
  readonly from: number;
  readonly to: number;
  readonly breaks: readonly number[];
}

/** A law on an interval, made ready for sampling and for the ReLU kernel. */
export interface KinkLaw {
  /** The integral of the density that was given. */
  readonly mass: number;
  /** The u-quantile, 0 ≤ u ≤ 1, to round-off. */
  readonly quantile: (u: number) => number;
  /** ½E[(x−C)₊(y−C)₊ + (C−x)₊(C−y)₊] */
  readonly kernel: (x: number, y: number) => number;
}

const NODES = 16;
const TOLERANCE = 8 * Number.EPSILON;
/** Panels with more of the mass are halved: Newton's method then starts near its end. */
const LARGEST_SHARE = 1 / 64;
/** Where Newton's method stops, relative to the panel's mass or to the quantile. */
const ROUND_OFF = 8 * Number.EPSILON;
/** It is past round-off after a few steps; where it leaves the panel, bisection takes over. */
const MOST_STEPS = 64;

/**
 * Cuts the range into panels on each of which a Gauss–Legendre rule integrates the density, and every part of the panel, to
 * round-off. With the moments of the panels summed up, the cumulative distribution, its inverse and the kernel cost one
 * panel each.
 */
export function kinkLaw({ density, from, to, breaks }: DensityOptions): KinkLaw {
  const { nodes, weights } = gaussLegendre(NODES);
  // Moments about a point inside: the kernel then cancels as little as it can.
  const centre = 0.5 * (from + to);

  /** The integral of (c − centre)^k times the density, k = 0, 1, 2, over [a, b] in one panel. */
  const moments = (a: number, b: number): Moments => {
    const half = 0.5 * (b - a);
    let [zeroth, first, second] = [0, 0, 0];
    for (let i = 0; i < NODES; i++) {
      const c = a + half * (1 + nodes[i]);
      const share = half * weights[i] * density(c);
      const offset = c - centre;
      zeroth += share;
      first += share * offset;
      second += share * offset * offset;
    }
    return [zeroth, first, second];
  };
  const resolved = resolvedPanels(density, from, to, { breaks, nodes: NODES, tolerance: TOLERANCE });
  const most =
    LARGEST_SHARE * resolved.subarray(1).reduce((sum, b, k) => sum + moments(resolved[k], b)[0], 0);
  const edges = halved(resolved, (a, b) => moments(a, b)[0] > most);
  const panels = edges.length - 1;
  const sums: Moments[] = [[0, 0, 0]];
  for (let k = 0; k < panels; k++) sums.push(plus(sums[k], moments(edges[k], edges[k + 1])));
  const total = sums[panels];
  const [mass] = total;
  const cumulative = Float64Array.from(sums, ([zeroth]) => zeroth);

  const upTo = (x: number): Moments => {
    if (x <= from) return sums[0];
    if (x >= to) return total;
    const k = knotInterval(edges, x);
    return plus(sums[k], moments(edges[k], x));
  };
  const partial = (a: number, b: number): number => {
    const half = 0.5 * (b - a);
    let sum = 0;
    for (let i = 0; i < NODES; i++) sum += weights[i] * density(a + half * (1 + nodes[i]));
    return half * sum;
  };

  return {
    mass,
    quantile(u) {
      const wanted = u * mass;
      if (wanted <= 0) return from;
      if (wanted >= mass) return to;
      const k = knotInterval(cumulative, wanted);
      const [start, end] = [edges[k], edges[k + 1]];
      const inPanel = cumulative[k + 1] - cumulative[k];
      const rest = wanted - cumulative[k];
      let [low, high] = [start, end];
      let x = start + ((end - start) * rest) / inPanel;
      for (let step = 0; step < MOST_STEPS; step++) {
        const excess = partial(start, x) - rest;
        const shift = excess / density(x);
        if (Math.abs(excess) <= ROUND_OFF * inPanel || Math.abs(shift) <= ROUND_OFF * Math.abs(x)) return x;
        if (excess > 0) high = x;
        else low = x;
        x -= shift;
        if (!(x >= low && x <= high)) x = 0.5 * (low + high);
      }
      return x;
    },
    kernel(x, y) {
      const [p, q] = [x - centre, y - centre];
      const product = ([zeroth, first, second]: Moments): number => p * q * zeroth - (p + q) * first + second;
      const below = product(upTo(Math.min(x, y)));
      const above = product(total) - product(upTo(Math.max(x, y)));
      return (below + above) / (2 * mass);
    },
  };
}

type Moments = readonly [zeroth: number, first: number, second: number];

/** The panels, halved as long as `large` says so (and the halves are distinct in floating point). */
function halved(edges: Float64Array, large: (a: number, b: number) => boolean): Float64Array {
  const result = [edges[0]];
  const add = (a: number, b: number): void => {
    const middle = 0.5 * (a + b);
    if (middle > a && middle < b && large(a, b)) {
      add(a, middle);
      add(middle, b);
    } else result.push(b);
  };
  for (let k = 0; k + 1 < edges.length; k++) add(edges[k], edges[k + 1]);
  return Float64Array.from(result);
}

const plus = (p: Moments, q: Moments): Moments => [p[0] + q[0], p[1] + q[1], p[2] + q[2]];
