import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideOrder } from '../../../proofs-check/decisions/order.js';

const rows = (differences: readonly number[], error: number): Parameters<typeof decideOrder>[0] =>
  differences.map((difference, k) => ({ group: `g${k % 3}`, smaller: 2, larger: 2 + difference, error }));

const error = 1e-3;
const above = fc.double({ min: 0.0011, max: 1, noNaN: true });
const within = fc.double({ min: -0.0009, max: 0.0009, noNaN: true });

describe('an order', () => {
  it('is supported when every difference exceeds its error', () => {
    fc.assert(
      fc.property(fc.array(above, { minLength: 1 }), (differences) => {
        const decision = decideOrder(rows(differences, error), 'excess');
        expect(decision.verdict).toBe('supported');
        expect(decision.statistic.estimate).toBeCloseTo(Math.min(...differences) / 2, 12);
      }),
    );
  });

  it('is refuted by one difference below its error, whatever the others are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(above, within)), above, fc.nat(), (others, wrong, at) => {
        const differences = others.toSpliced(at % (others.length + 1), 0, -wrong);
        const decision = decideOrder(rows(differences, error), 'excess');
        expect(decision.verdict).toBe('refuted');
        expect(decision.groups[0]['least excess']).toBe(decision.statistic.estimate);
      }),
    );
  });

  it('is open when a difference lies within its error and none below', () => {
    fc.assert(
      fc.property(fc.array(above), within, (others, equal) => {
        expect(decideOrder(rows([equal, ...others], error), 'excess').verdict).toBe('inconclusive');
      }),
    );
  });

  it('is not supported by a difference that is not a number', () => {
    expect(decideOrder(rows([NaN, 1], error), 'excess').verdict).toBe('inconclusive');
  });
});
