import { expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { fitRate } from '../../../numerics/statistics/rate-fit.js';
import { PRINTED, PUBLISHED_SQUARES } from '../../../proofs-check/multivariate/paper-bivariate-protocol.js';
import { drawSquareDirection } from '../../../proofs-check/multivariate/square-directions.js';

it('the published errors give the printed law', () => {
  const runs = PRINTED.sizes.map((width, k) => ({ width, error: Math.sqrt(PUBLISHED_SQUARES[k]) }));
  const { slope, intercept } = fitRate(runs, 0.05);
  expect(slope).toBeCloseTo(PRINTED.exponent, 4);
  expect(Math.exp(intercept)).toBeCloseTo(PRINTED.coefficient, 4);
});

it('normalised points of the square have length 1 and prefer the diagonals', () => {
  const random = streams(1).stream('directions');
  const w = new Float64Array(2);
  const draws = 20_000;
  let near = 0;
  for (let k = 0; k < draws; k++) {
    drawSquareDirection(random, w, 0);
    expect(Math.hypot(w[0], w[1])).toBeCloseTo(1, 12);
    // |tan| between 1/2 and 2: four of eight triangles of the square.
    if (Math.abs(w[0]) < 2 * Math.abs(w[1]) && Math.abs(w[1]) < 2 * Math.abs(w[0])) near++;
  }
  const uniform = (4 / Math.PI) * (Math.atan(2) - Math.PI / 4);
  const share = near / draws;
  expect(Math.abs(share - 0.5)).toBeLessThan(0.02);
  expect(share - uniform).toBeGreaterThan(0.05);
});
