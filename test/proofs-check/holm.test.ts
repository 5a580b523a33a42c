import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmLevels } from '../../proofs-check/holm.js';
import { streams } from '../../numerics/random/streams.js';

const ALPHA = 1e-3;
const decidedOf = (p: readonly number[], levels: readonly number[]): boolean[] =>
  p.map((each, k) => each <= levels[k]);

/** Holm’s procedure by its definition: the smallest k with p_(k) > alpha/(m − k) stops it (0-based). */
function byDefinition(p: readonly number[], alpha: number, size: number): boolean[] {
  const order = p.map((_, k) => k).sort((a, b) => p[a] - p[b]);
  const stop = order.findIndex((k, position) => p[k] > alpha / (size - position));
  const rejected = new Set(stop < 0 ? order : order.slice(0, stop));
  return p.map((_, k) => rejected.has(k));
}

const pValues = fc.array(
  fc.oneof(
    fc.double({ min: 1e-12, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 12 }).map((k) => ALPHA / k),
    fc.double({ min: -16, max: 0, noNaN: true }).map(Math.exp),
  ),
  { minLength: 1, maxLength: 12 },
);

describe('holmLevels', () => {
  it('decides what Holm’s procedure rejects, with hypotheses that were not tested in the family too', () => {
    fc.assert(
      fc.property(pValues, fc.nat(5), (p, more) => {
        const size = p.length + more;
        expect(decidedOf(p, holmLevels(p, ALPHA, size))).toEqual(byDefinition(p, ALPHA, size));
      }),
    );
  });

  it('grants at least what Bonferroni grants, and at most all of the budget', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        for (const level of holmLevels(p, ALPHA)) {
          expect(level).toBeGreaterThanOrEqual(ALPHA / p.length);
          expect(level).toBeLessThanOrEqual(ALPHA);
        }
      }),
    );
  });

  it('a smaller p-value never makes another hypothesis undecided', () => {
    fc.assert(
      fc.property(pValues, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (p, which, factor) => {
        const k = which % p.length;
        const smaller = p.map((each, j) => (j === k ? each * factor : each));
        const before = decidedOf(p, holmLevels(p, ALPHA));
        decidedOf(smaller, holmLevels(smaller, ALPHA)).forEach((is, j) => {
          if (before[j]) expect(is).toBe(true);
        });
      }),
    );
  });

  it('errs in a family of true and false hypotheses no more often than allowed', () => {
    // 12 hypotheses, 5 of them null (uniform p): a wrong decision in at most 20 % of 2000 families, up to 4 standard errors.
    const random = streams(20_261_129).stream('families');
    const [families, alpha] = [2000, 0.2];
    let wrong = 0;
    for (let k = 0; k < families; k++) {
      const p = Array.from({ length: 12 }, (_, j) => (j < 5 ? random.uniform() : random.uniform() * 1e-3));
      const levels = holmLevels(p, alpha);
      if (p.slice(0, 5).some((each, j) => each <= levels[j])) wrong++;
    }
    expect(wrong / families).toBeLessThan(alpha + 4 * Math.sqrt((alpha * (1 - alpha)) / families));
    // It spends what it may: five nulls at about alpha/5 each.
    expect(wrong / families).toBeGreaterThan(0.12);
  });
});
