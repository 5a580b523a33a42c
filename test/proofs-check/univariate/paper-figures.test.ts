import { describe, expect, it } from 'vitest';
import { evaluateNetwork } from '../../../numerics/networks/network.js';
import { trainPlain } from '../../../numerics/networks/plain-trainer.js';
import { streams } from '../../../numerics/random/streams.js';
import { bindLaw } from '../../../theory/initializations/law.js';
import { P5 } from '../../../proofs-check/univariate/data-sets.js';
import { largestFilterGap } from '../../../proofs-check/univariate/paper-figures-drawn.js';
import {
  publishedNetwork,
  publishedRates,
} from '../../../proofs-check/univariate/paper-figures-published.js';

/** A network with parameters of its own and gradient descent on the mean of squares, all at one rate: as published. */
interface Half {
  w: number[];
  b: number[];
  a: number[];
  d: number;
}
const outputOf = ({ w, b, a, d }: Half, x: number): number =>
  a.reduce((sum, ai, i) => sum + ai * Math.max(0, w[i] * x + b[i]), d);
const ofPair = ([p, q]: readonly Half[], x: number): number => (outputOf(p, x) - outputOf(q, x)) / Math.SQRT2;

function descend(pair: Half[], rate: number): Half[] {
  const { x, y } = P5;
  const pulls = x.map((xj, j) => (2 / x.length) * (ofPair(pair, xj) - y[j]));
  return pair.map(({ w, b, a, d }, which) => {
    const sign = (which === 0 ? 1 : -1) / Math.SQRT2;
    const gather = (term: (xj: number) => number): number =>
      rate * sign * x.reduce((sum, xj, j) => sum + pulls[j] * term(xj), 0);
    const on = (i: number, xj: number): number => (w[i] * xj + b[i] > 0 ? 1 : 0);
    return {
      w: w.map((wi, i) => wi - gather((xj) => a[i] * on(i, xj) * xj)),
      b: b.map((bi, i) => bi - gather((xj) => a[i] * on(i, xj))),
      a: a.map((ai, i) => ai - gather((xj) => Math.max(0, w[i] * xj + b[i]))),
      d: d - gather(() => 1),
    };
  });
}

describe('the networks of the paper’s figures', () => {
  it('train as two copies, subtracted and over √2, with one rate on the mean of squares', () => {
    const size = 24;
    const start = publishedNetwork(bindLaw('uniform'), size, streams(4));
    const rates = publishedRates(start, P5.x, true);
    const half = (): Half => {
      const every = (values: Float64Array): number[] => [...values].filter((_, i) => i % 2 === 0);
      return { w: every(start.w), b: every(start.b), a: every(start.a).map((ai) => ai * Math.SQRT2), d: 0.1 };
    };
    // Output weights U(−1, 1)/√n before the factor 1/√2.
    expect(Math.max(...half().a.map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(size));
    let pair = [half(), half()];
    const steps = 300;
    for (let step = 0; step < steps; step++) pair = descend(pair, (rates.hidden * P5.x.length) / 2);
    const { network } = trainPlain(start, P5, { rates, relativeResidual: 0, maxSteps: steps });
    const places = [-2, -1.3, -0.4, 0.2, 0.9, 2];
    const trained = evaluateNetwork(network, places);
    places.forEach((x, k) => expect(trained[k]).toBeCloseTo(ofPair(pair, x), 10));
    expect(Math.abs(trained[0] - P5.y[0])).toBeLessThan(0.5);
  });
});

it('the filters of Figure 13 are farthest apart where a search says', () => {
  const gap = (z: number): number => 1 - Math.exp(-z) - z / (1 + z);
  const [at, most] = largestFilterGap();
  expect(most).toBeCloseTo(gap(at), 12);
  for (let z = 0.001; z < 60; z *= 1.001) expect(gap(z)).toBeLessThanOrEqual(most + 1e-12);
  expect(most).toBeCloseTo(0.203632, 5);
});
