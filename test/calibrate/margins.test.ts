import { describe, expect, it } from 'vitest';
import { chanceAbove, chanceLeftOpen, marginOf, withFurtherStage } from '../../calibrate/margins.js';
import type { HypothesisTally } from '../../calibrate/tally.js';
import { streams } from '../../numerics/random/streams.js';
import { normalProbability } from '../../numerics/statistics/quantiles.js';
import { holmLevels } from '../../proofs-check/holm.js';

const random = streams(5).stream('scores');

function tally(mean: number, deviation: number, runs = 2000): HypothesisTally {
  const pValues = Array.from({ length: runs }, () =>
    Math.max(1e-12, 2 * normalProbability(-(mean + deviation * random.normal()))),
  );
  return {
    claim: 'c',
    hypothesis: 'claim',
    wanted: 'supported',
    repeatable: true,
    wrong: 0,
    open: 0,
    pValues,
    estimates: [],
  };
}

describe('marginOf', () => {
  it.each([
    [5, 1],
    [6, 0.5],
    [7.5, 1.2], // most p-values at the floor
  ])('finds the law of the scores: %d ± %d', (mean, deviation) => {
    const { fit } = marginOf(tally(mean, deviation));
    expect(fit?.mean).toBeCloseTo(mean, 0);
    expect((fit?.deviation ?? 0) / deviation).toBeGreaterThan(0.85);
    expect((fit?.deviation ?? 0) / deviation).toBeLessThan(1.15);
  });

  it('says nothing of p-values that are all at their floor', () => {
    const margin = marginOf(tally(30, 1));
    expect(margin.fit).toBeUndefined();
    expect(chanceAbove(margin, 1e-3)).toBe(0);
  });
});

describe('chanceLeftOpen', () => {
  const laws = [
    { mean: 4, deviation: 0.8 },
    { mean: 4.4, deviation: 1 },
    { mean: 5, deviation: 1 },
    { mean: 6, deviation: 1 },
  ];
  const margins = laws.map((fit) => ({ of: { ...tally(4, 1, 1), repeatable: true }, fit }));
  const alpha = 5e-4;

  it('bounds how often Holm leaves something open, closely', () => {
    const draws = 20_000;
    let open = 0;
    for (let k = 0; k < draws; k++) {
      const p = laws.map(
        ({ mean, deviation }) => 2 * normalProbability(-(mean + deviation * random.normal())),
      );
      const levels = holmLevels(p, alpha);
      if (p.some((each, j) => each > levels[j])) open++;
    }
    const bound = chanceLeftOpen(margins, alpha);
    expect(open / draws).toBeLessThan(1.03 * bound);
    expect(open / draws).toBeGreaterThan(0.5 * bound);
  });

  it('falls with a further stage, where there may be one', () => {
    const further = chanceLeftOpen(margins.map(withFurtherStage), alpha);
    expect(further).toBeLessThan(chanceLeftOpen(margins, alpha) / 20);
    const [fixed] = [{ ...margins[0], of: { ...margins[0].of, repeatable: false } }];
    expect(withFurtherStage(fixed)).toEqual(fixed);
  });

  it('is nothing for margins that are wide', () => {
    expect(chanceLeftOpen([{ of: tally(30, 1, 1) }], alpha)).toBe(0);
  });
});
