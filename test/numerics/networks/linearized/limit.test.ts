import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  trainLinearized,
  trainOutputLayer,
} from '../../../../numerics/networks/linearized/linearized-trainer.js';
import { squaredLength } from '../../../../numerics/networks/linearized/displacement.js';
import { linearizedTrajectory } from '../../../../numerics/networks/linearized/trajectory.js';
import { evaluateNetwork } from '../../../../numerics/networks/network.js';
import { streams } from '../../../../numerics/random/streams.js';
import { leakyRelu } from '../../../../theory/activations/leaky-relu.js';
import { relu } from '../../../../theory/activations/relu.js';
import {
  dot,
  explicit,
  flatten,
  linear,
  problems,
  randomNetwork,
  scaledRates,
  scales,
  rational,
} from './explicit.js';

const norm = (v: readonly number[]): number => Math.sqrt(dot(v, v));
const P5 = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };

/** v without its parts along the rows, by Gram and Schmidt, twice. */
function without(rows: readonly number[][], v: readonly number[]): number[] {
  const basis: number[][] = [];
  const project = (from: readonly number[]): number[] => {
    let rest = [...from];
    for (let pass = 0; pass < 2; pass++) {
      for (const q of basis) {
        const along = dot(q, rest);
        rest = rest.map((value, i) => value - along * q[i]);
      }
    }
    return rest;
  };
  for (const row of rows) {
    const rest = project(row);
    const length = norm(rest);
    if (length > 0) basis.push(rest.map((value) => value / length));
  }
  return project(v);
}

describe('the limit', () => {
  it('is the interpolant nearest to θ₀ in the metric of the rates (T20)', () => {
    let cases = 0;
    fc.assert(
      fc.property(problems(), fc.integer(), ({ start, data, rates }, seed) => {
        const { eigenvalues, rank, limit } = linearizedTrajectory(start, data, rates);
        const points = data.y.length;
        const condition = eigenvalues[points - 1] / eigenvalues[0];
        fc.pre(rank === points && condition < 1e8);
        cases++;
        const model = explicit(start, data.x, rates);
        const { coefficients, displacement } = limit();
        const delta = flatten(displacement);
        const roundOff = 8 * points * Number.EPSILON * condition;
        const size = scales(model, data.y).output;
        expect(norm(linear(model, delta).map((f, j) => f - data.y[j]))).toBeLessThanOrEqual(roundOff * size);

        // In units of √rate the metric is the Euclidean one; what has rate 0 cannot move.
        const free = model.rates.flatMap((rate, p) => (rate > 0 ? [p] : []));
        const unit = free.map((p) => Math.sqrt(model.rates[p]));
        const rows = model.jacobian.map((row) => free.map((p, i) => row[p] * unit[i]));
        const moved = free.map((p, i) => delta[p] / unit[i]);
        model.rates.forEach((rate, p) => expect(rate > 0 || delta[p] === 0).toBe(true));
        const random = streams(seed).stream('direction');
        const neutral = without(
          rows,
          free.map(() => random.normal()),
        );
        const summed = rows.reduce((sum, row, j) => sum + Math.abs(coefficients[j]) * norm(row), 0);
        const inner = Math.abs(dot(moved, neutral));
        // Gram and Schmidt leave eps of a row, times the condition number of the rows.
        const orthogonal = 8 * points * Number.EPSILON * Math.sqrt(condition) * summed;
        expect(inner).toBeLessThanOrEqual(orthogonal * (1 + norm(neutral)));

        // Any other interpolant is farther, by Pythagoras.
        const other = moved.map((v, i) => v + neutral[i]);
        const expected = dot(moved, moved) + dot(neutral, neutral);
        expect(Math.abs(dot(other, other) - expected)).toBeLessThanOrEqual(
          2 * orthogonal * (1 + norm(neutral)) + 1e-14 * expected,
        );
        expect(Math.abs(squaredLength(displacement, rates) - dot(moved, moved))).toBeLessThanOrEqual(
          1e-13 * dot(moved, moved),
        );
      }),
      { numRuns: 200 },
    );
    expect(cases).toBe(200);
  });

  it('of data that cannot be fitted is the nearest least-squares fit', () => {
    // Two units with three inputs, output layer alone: three parameters for eight points.
    const start = randomNetwork(4, 2, 3, rational);
    const x = Array.from({ length: 24 }, (_, i) => Math.sin(5 * i * i));
    const y = Array.from({ length: 8 }, (_, j) => Math.cos(7 * j));
    const rates = scaledRates(start, x, { hidden: 0, output: 1 }, 1);
    const { rank, limit, descent } = linearizedTrajectory(start, { x, y }, rates);
    expect(rank).toBe(3);
    const { jacobian, rates: each } = explicit(start, x, rates);
    for (const { network } of [limit(), descent(1_000_000_000_000)]) {
      const residuals = Array.from(evaluateNetwork(network, x), (f, j) => f - y[j]);
      expect(norm(residuals)).toBeGreaterThan(0.1);
      each.forEach((rate, p) => {
        const gradient = dot(
          residuals,
          jacobian.map((row) => row[p]),
        );
        if (rate > 0) expect(Math.abs(gradient)).toBeLessThan(1e-10);
      });
    }
  });

  it('is where gradient descent and SGD end, whatever the batches (T24)', () => {
    for (const activation of [relu, leakyRelu(0.2), rational]) {
      for (const trainer of [trainLinearized, trainOutputLayer]) {
        const start = randomNetwork(12, 80, 1, activation);
        const hidden = trainer === trainOutputLayer ? 0 : 2;
        const data = activation === rational ? { x: [-2, 0.3, 2], y: [1, -0.5, 1] } : P5;
        const points = data.y.length;
        for (const size of [0, 1, 2, points]) {
          for (const replacement of [false, true]) {
            // At most 1 in every batch: Σ_{j ∈ batch} G_jj ≤ size · trace.
            const rates = scaledRates(start, data.x, { hidden, output: 1 }, size > 0 ? 1 / size : 1);
            const { network, relativeResidual } = trainer(start, data, {
              rates,
              relativeResidual: 1e-9,
              maxSteps: 20_000_000,
              ...(size > 0 && { batches: { size, replacement, random: streams(size) } }),
            });
            const { eigenvalues, limit } = linearizedTrajectory(start, data, rates);
            const end = flatten(limit().network);
            const { rates: each } = explicit(start, data.x, rates);
            const gap = flatten(network).map((v, p) => (each[p] > 0 ? (v - end[p]) / Math.sqrt(each[p]) : 0));
            // Both differ from θ₀ by a sum of gradients, and on those ‖δ‖² = rᵀG⁻¹r.
            const residual = relativeResidual * norm(data.y);
            expect(norm(gap)).toBeLessThanOrEqual((1.01 * residual) / Math.sqrt(eigenvalues[0]));
            expect(norm(gap)).toBeGreaterThan(0);
          }
        }
      }
    }
  });
});
