import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOrder } from '../../../numerics/networks/batch-order.js';
import type { Batches } from '../../../numerics/networks/training.js';
import { streams } from '../../../numerics/random/streams.js';

const sizes = fc.integer({ min: 1, max: 12 }).chain((points) =>
  fc.record({
    points: fc.constant(points),
    size: fc.integer({ min: 1, max: points }),
    seed: fc.integer({ min: 0, max: 1e9 }),
  }),
);

const batches = (size: number, replacement: boolean, seed: number): Batches => ({
  size,
  replacement,
  random: streams(seed),
});

/** The points of the first `count` batches, in order. */
function drawn(points: number, wanted: Batches, count: number): number[] {
  const order = batchOrder(points, wanted);
  return Array.from({ length: count }, () => [...order.next()]).flat();
}

/** Whether counts of equally likely outcomes are within 5 standard deviations of their mean. */
function alike(counts: Iterable<number>, outcomes: number, total: number): boolean {
  const mean = total / outcomes;
  return [...counts].every((count) => Math.abs(count - mean) < 5 * Math.sqrt(mean * (1 - 1 / outcomes)));
}

const countsOf = (items: readonly (string | number)[]): Map<string | number, number> => {
  const counts = new Map<string | number, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

describe('batchOrder', () => {
  it('without batches: all points in every step', () => {
    const order = batchOrder(4, undefined);
    expect(order.epoch).toBe(1);
    for (let step = 0; step < 3; step++) expect([...order.next()]).toEqual([0, 1, 2, 3]);
  });

  it('without replacement: every epoch is a permutation, also where batches run over its end', () => {
    fc.assert(
      fc.property(sizes, ({ points, size, seed }) => {
        const all = Array.from({ length: points }, (_, j) => j);
        const order = drawn(points, batches(size, false, seed), 5 * points);
        for (let start = 0; start < order.length; start += points)
          expect(order.slice(start, start + points).sort((p, q) => p - q)).toEqual(all);
      }),
    );
  });

  it('without replacement: all permutations are equally likely, in every epoch', () => {
    const epochs = 12_000;
    const order = drawn(3, batches(3, false, 5), epochs);
    const permutations = countsOf(
      Array.from({ length: epochs }, (_, e) => order.slice(3 * e, 3 * e + 3).join('')),
    );
    expect(permutations.size).toBe(6);
    expect(alike(permutations.values(), 6, epochs)).toBe(true);
    // … whatever the one before was.
    const pairs = countsOf(
      Array.from({ length: epochs / 2 }, (_, e) => order.slice(6 * e, 6 * e + 6).join('')),
    );
    expect(pairs.size).toBe(36);
    expect(alike(pairs.values(), 36, epochs / 2)).toBe(true);
  });

  it('with replacement: independent uniform draws from the stream of that name', () => {
    const draws = drawn(5, batches(2, true, 9), 10_000);
    expect(alike(countsOf(draws).values(), 5, draws.length)).toBe(true);
    const pairs = countsOf(Array.from({ length: 10_000 }, (_, k) => `${draws[2 * k]}${draws[2 * k + 1]}`));
    expect(pairs.size).toBe(25);
    expect(alike(pairs.values(), 25, 10_000)).toBe(true);
    const random = streams(9).stream('batches');
    expect(draws.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => random.integer(5)));
  });

  it('an epoch is as many steps as it takes to draw every point once on average', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ points, size, seed }, replacement) => {
        const { epoch } = batchOrder(points, batches(size, replacement, seed));
        expect(epoch * size).toBeGreaterThanOrEqual(points);
        expect((epoch - 1) * size).toBeLessThan(points);
      }),
    );
  });

  it('is the same every time, and leaves a batch alone until the next but one is taken', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ points, size, seed }, replacement) => {
        const wanted = batches(size, replacement, seed);
        const again = drawn(points, wanted, 20);
        const order = batchOrder(points, wanted);
        const seen: number[] = [];
        let batch = order.next();
        for (let step = 0; step < 20; step++) {
          const following = order.next();
          expect(batch.length).toBe(size);
          seen.push(...batch);
          batch = following;
        }
        expect(seen).toEqual(again);
      }),
    );
  });

  it.each([0, -1, 5, 1.5, NaN, Infinity])('refuses a batch of %d of 4 points', (size) => {
    for (const replacement of [false, true])
      expect(() => batchOrder(4, batches(size, replacement, 1))).toThrow(RangeError);
  });
});
