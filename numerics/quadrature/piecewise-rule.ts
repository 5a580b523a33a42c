import { gaussLegendre } from './gauss-legendre.js';

/** Points, ascending, and a positive weight for each. */
export interface LineRule {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The two-point Gauss rule on each piece into which the breaks cut [from, to]: exact to round-off for squares and
 * products of functions that are affine on each piece, with kinks and jumps at the breaks. Breaks outside the interval
 * and repeated ones are left out.
 * @throws RangeError unless from < to are finite and no break is NaN
 */
export function piecewiseRule(breaks: ArrayLike<number>, from: number, to: number): LineRule {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    throw new RangeError(`piecewiseRule: got the interval [${from}, ${to}], expected finite ends, from < to`);
  }
  const inside = Array.from(breaks).filter((at) => {
    if (Number.isNaN(at)) throw new RangeError('piecewiseRule: got a break that is NaN, expected numbers');
    return at > from && at < to;
  });
  const ends = [...new Set([from, ...inside, to])].sort((p, q) => p - q);
  const { nodes, weights: shares } = gaussLegendre(2);
  const pieces = ends.length - 1;
  const [points, weights] = [new Float64Array(2 * pieces), new Float64Array(2 * pieces)];
  for (let k = 0; k < pieces; k++) {
    const half = (ends[k + 1] - ends[k]) / 2;
    for (let g = 0; g < 2; g++) {
      points[2 * k + g] = ends[k] + half * (1 + nodes[g]);
      weights[2 * k + g] = half * shares[g];
    }
  }
  return { points, weights };
}
