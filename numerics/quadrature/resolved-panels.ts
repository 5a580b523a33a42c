import { gaussLegendre } from './gauss-legendre.js';

/** How finely to resolve. */
export interface ResolveOptions {
  /** Points where the function has a kink or a jump; those outside the range are ignored. Name every jump. */
  readonly breaks?: readonly number[];
  /** Gauss–Legendre nodes per panel. */
  readonly nodes: number;
  /** Relative accuracy of the rule on every panel. */
  readonly tolerance: number;
}

// Below this relative width or error a panel that gains nothing from bisection is limited by round-off.
const NARROWEST = 16 * Number.EPSILON;
const NOISE = 1e-11;
// The middle of a panel is rounded, which moves mass from one half to the other.
const ROUNDED = 4 * Number.EPSILON;
// Of a function that needs more of them no panel is resolved: it oscillates too fast, or is noise.
const MOST_PANELS = 20_000;

/**
 * Cuts [a, b] into panels on each of which a Gauss–Legendre rule integrates f ≥ 0 times a linear function.
 *
 * A panel is accepted when its two linear moments equal those of its halves. A rule that resolves f on a panel
 * resolves it on every part of the panel, so partial integrals are as accurate as whole ones.
 * @returns the panels' edges, from a to b, increasing.
 * @throws RangeError when f is negative or not finite at a node, or needs too many panels.
 */
export function resolvedPanels(
  f: (x: number) => number,
  a: number,
  b: number,
  { breaks = [], nodes, tolerance }: ResolveOptions,
): Float64Array {
  const cuts = breaks.filter((point) => point > a && point < b).sort((p, q) => p - q);
  const starts = [a, ...cuts];
  const ends = [...cuts, b];
  const edges = [a];
  const narrowest = NARROWEST * Math.max(b - a, Math.abs(a), Math.abs(b));
  const resolve = (left: number, right: number, whole: Moments, parentError: number): void => {
    const middle = 0.5 * (left + right);
    const first = linearMoments(f, left, middle, nodes);
    const second = linearMoments(f, middle, right, nodes);
    // Moments against the hats of the whole panel, from those against the hats of its halves.
    const falling = first.falling + 0.5 * (first.rising + second.falling);
    const rising = second.rising + 0.5 * (first.rising + second.falling);
    const error = Math.max(
      relative(whole.falling - falling, falling),
      relative(whole.rising - rising, rising),
    );
    const stalled = error <= NOISE && error >= 0.25 * parentError;
    const rounding = (ROUNDED * Math.max(Math.abs(left), Math.abs(right))) / (right - left);
    if (error <= Math.max(tolerance, rounding) || stalled || right - left <= narrowest) {
      edges.push(right);
      return;
    }
    if (edges.length > starts.length + MOST_PANELS) {
      throw new RangeError(
        `resolvedPanels: ${MOST_PANELS} panels from ${a} to ${left} do not resolve the function, expected one that varies ` +
          'more slowly: leave out fast oscillations',
      );
    }
    resolve(left, middle, first, error);
    resolve(middle, right, second, error);
  };
  starts.forEach((left, k) => {
    if (ends[k] > left) resolve(left, ends[k], linearMoments(f, left, ends[k], nodes), Infinity);
  });
  return Float64Array.from(edges);
}

interface Moments {
  readonly falling: number;
  readonly rising: number;
}

/** The integrals of f(x)(1−t) and f(x)t over [a, b], with t from 0 to 1. */
function linearMoments(f: (x: number) => number, a: number, b: number, n: number): Moments {
  const { nodes, weights } = gaussLegendre(n);
  const half = 0.5 * (b - a);
  let falling = 0;
  let rising = 0;
  for (let i = 0; i < n; i++) {
    const x = a + half * (1 + nodes[i]);
    const value = f(x);
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`resolvedPanels: got f(${x}) = ${value}, expected a finite value of at least 0`);
    }
    falling += half * weights[i] * value * 0.5 * (1 - nodes[i]);
    rising += half * weights[i] * value * 0.5 * (1 + nodes[i]);
  }
  return { falling, rising };
}

function relative(difference: number, scale: number): number {
  return difference === 0 ? 0 : Math.abs(difference) / scale;
}
