import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const names = fc.string({ maxLength: 8 });

describe('streams', () => {
  it('yield the same numbers for the same seed and path, whatever was drawn elsewhere', () => {
    fc.assert(
      fc.property(seeds, names, names, (seed, group, name) => {
        const first = streams(seed).below(group).stream(name);
        const expected = [first.uniform(), first.normal(), first.sign(), first.integer(10)];
        const family = streams(seed, [group]);
        family.stream(`${name} other`).normal();
        const second = family.stream(name);
        expect([second.uniform(), second.normal(), second.sign(), second.integer(10)]).toEqual(expected);
      }),
    );
  });

  it('differ by seed, by name and by where a path is cut', () => {
    const firstOf = (s: ReturnType<typeof streams>, name: string): number => s.stream(name).uniform();
    const draws = [
      firstOf(streams(1), 'a'),
      firstOf(streams(2), 'a'),
      firstOf(streams(1), 'b'),
      firstOf(streams(1, ['a']), 'b'),
      firstOf(streams(1), 'ab'),
      firstOf(streams(1, ['a,b']), ''),
      firstOf(streams(1, ['a']), 'b,'),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  it('have first draws that are uniform over neighbouring seeds, and uncorrelated', () => {
    const n = 2000;
    const first = Array.from({ length: n }, (_, seed) => streams(seed).stream('x').uniform());
    const sorted = [...first].sort((a, b) => a - b);
    const kolmogorov = Math.max(
      ...sorted.map((u, k) => Math.max(Math.abs(u - k / n), Math.abs(u - (k + 1) / n))),
    );
    expect(kolmogorov).toBeLessThan(1.95 / Math.sqrt(n)); // 0.1 % point
    const correlation =
      first.slice(1).reduce((sum, u, k) => sum + (u - 0.5) * (first[k] - 0.5), 0) / (n / 12);
    expect(Math.abs(correlation)).toBeLessThan(3.3 / Math.sqrt(n));
  });

  it('have normal variates with the moments of N(0, 1), and fair signs', () => {
    const stream = streams(5).stream('normal');
    const n = 200_000;
    const sums = [0, 0, 0, 0];
    let signs = 0;
    for (let i = 0; i < n; i++) {
      const z = stream.normal();
      [z, z * z, z * z * z, z * z * z * z].forEach((power, k) => (sums[k] += power));
      signs += stream.sign();
    }
    const standardDeviations = [1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)];
    [0, 1, 0, 3].forEach((moment, k) => {
      expect(Math.abs(sums[k] / n - moment)).toBeLessThan((4 * standardDeviations[k]) / Math.sqrt(n));
    });
    expect(Math.abs(signs)).toBeLessThan(4 * Math.sqrt(n));
  });

  it('have integers in range, all of them', () => {
    const stream = streams(6).stream('integer');
    const seen = new Set(Array.from({ length: 500 }, () => stream.integer(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
