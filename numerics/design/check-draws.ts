import type { Variates } from '../../theory/initializations/initialization.js';
import { integrate } from '../quadrature/integrate.js';
import { kronrod21 } from '../quadrature/gauss-kronrod.js';
import type { DesignedLaw } from './designed-law.js';
import type { Penalty } from './penalty.js';

/** The share of W² that draws put on kinks in an interval, and that the penalty wants there. */
export interface IntervalShare {
  readonly from: number;
  readonly to: number;
  /** E[W² 1(C in the interval)] as drawn. */
  readonly drawn: number;
  /** The integral of 1/ρ over the interval, over that over the range. */
  readonly wanted: number;
}

/** What draws say of a designed law. */
export interface DrawCheck {
  readonly intervals: readonly IntervalShare[];
  /** Kolmogorov's distance between the drawn and the wanted distribution of kinks. */
  readonly distance: number;
  /** The probability of such a distance or a larger one, for draws from the wanted law, is at most this. */
  readonly probability: number;
}

/**
 * Draws of (W, B) against the penalty, by quadrature of 1/ρ from interval to interval: it shares nothing with the sampler.
 * The bound on the probability, 2e^(−2nD²), holds for every n (Massart 1990).
 */
export function checkDraws(
  { draw }: DesignedLaw,
  { at, from, to, breaks }: Penalty,
  draws: number,
  count: number,
  variates: Variates,
): DrawCheck {
  const kinks = new Float64Array(draws);
  const weight = new Float64Array(count);
  for (let i = 0; i < draws; i++) {
    const [w, b] = draw(variates);
    const kink = -b / w;
    kinks[i] = kink;
    const k = Math.min(Math.max(Math.floor((count * (kink - from)) / (to - from)), 0), count - 1);
    weight[k] += w * w;
  }
  kinks.sort();
  const wantedBetween = (a: number, b: number): number =>
    integrate((x) => 1 / at(x), a, b, { breaks, relativeTolerance: 1e-10 }).value;
  const edges = Array.from({ length: count + 1 }, (_, k) => from + ((to - from) * k) / count);
  const wanted = Array.from({ length: count }, (_, k) => wantedBetween(edges[k], edges[k + 1]));
  const total = wanted.reduce((sum, value) => sum + value, 0);
  const distance = kolmogorovDistance(kinks, (a, b) => kronrod21((x) => 1 / at(x), a, b).value / total, from);
  return {
    intervals: wanted.map((value, k) => ({
      from: edges[k],
      to: edges[k + 1],
      drawn: weight[k] / draws,
      wanted: value / total,
    })),
    distance,
    probability: Math.min(1, 2 * Math.exp(-2 * draws * distance * distance)),
  };
}

/** sup|F_n − F| of sorted draws, F being summed up from draw to draw. */
function kolmogorovDistance(
  sorted: Float64Array,
  massBetween: (a: number, b: number) => number,
  from: number,
): number {
  let largest = 0;
  let [last, cumulative] = [from, 0];
  sorted.forEach((x, i) => {
    cumulative += massBetween(last, x);
    last = x;
    largest = Math.max(largest, cumulative - i / sorted.length, (i + 1) / sorted.length - cumulative);
  });
  return largest;
}
