import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { testUniformity } from '../../../numerics/statistics/kolmogorov-smirnov.js';

const draws = (count: number, name: string): number[] => {
  const random = streams(7).stream(name);
  return Array.from({ length: count }, () => random.uniform());
};

describe('testUniformity', () => {
  it('measures the distances above and below of a known sample', () => {
    const { above, below } = testUniformity([0.1, 0.2, 0.9]);
    expect(above).toBeCloseTo(2 / 3 - 0.2, 12);
    expect(below).toBeCloseTo(0.9 - 2 / 3, 12);
  });

  it('has the critical values of tables: 1.36 and 1.63 over √n at 5 % and 1 %', () => {
    // A sample shifted by exactly d has distance d above.
    const n = 10_000;
    const shifted = (d: number): number[] =>
      Array.from({ length: n }, (_, k) => Math.max(0, (k + 1) / n - d));
    expect(testUniformity(shifted(1.358 / Math.sqrt(n))).pEither).toBeCloseTo(0.05, 2);
    expect(testUniformity(shifted(1.628 / Math.sqrt(n))).pEither).toBeCloseTo(0.01, 3);
    expect(testUniformity(shifted(1.224 / Math.sqrt(n))).pAbove).toBeCloseTo(0.05, 2);
  });

  it('rejects uniform samples as often as it says, and others almost always', () => {
    const rejected = (change: (u: number) => number): number =>
      Array.from({ length: 1000 }, (_, k) => testUniformity(draws(100, `sample ${k}`).map(change))).filter(
        ({ pEither }) => pEither < 0.05,
      ).length / 1000;
    expect(rejected((u) => u)).toBeGreaterThan(0.03);
    expect(rejected((u) => u)).toBeLessThan(0.07);
    expect(rejected((u) => u * u)).toBeGreaterThan(0.95);
  });

  it('tells too many small values from too few', () => {
    const small = testUniformity(draws(500, 'a').map((u) => u * u));
    const large = testUniformity(draws(500, 'a').map(Math.sqrt));
    expect(small.pAbove).toBeLessThan(1e-6);
    expect(large.pAbove).toBeGreaterThan(0.1);
    expect(large.pEither).toBeLessThan(1e-6);
  });

  it('refuses an empty sample', () => {
    expect(() => testUniformity([])).toThrow('at least one value');
  });
});
