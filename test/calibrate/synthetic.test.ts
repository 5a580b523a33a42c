import { describe, expect, it } from 'vitest';
import { poolEvidence } from '../../calibrate/pool.js';
import { syntheticRuns, type SyntheticRun } from '../../calibrate/synthetic.js';
import { tallyRuns } from './tally-runs.js';
import { CLAIM, madeUpEvidence, type MadeUp } from './made-up-evidence.js';

const runsOf = (made: MadeUp, count: number, seed = 1): SyntheticRun[] => [
  ...syntheticRuns([poolEvidence(CLAIM, [madeUpEvidence(made)])], 'quick', seed, count),
];

describe('syntheticRuns', () => {
  it('pass with the planned noise: claim supported, every control refuted', () => {
    const { runs, notPassed, hypotheses } = tallyRuns(runsOf({ noise: 0.4 }, 200).map(({ final }) => final));
    expect([runs, notPassed]).toEqual([200, 0]);
    expect(hypotheses.map(({ hypothesis }) => hypothesis)).toEqual([
      'claim',
      ...CLAIM.controls.map(({ id }) => id),
    ]);
    for (const { wrong, open } of hypotheses) expect(wrong + open).toBe(0);
  });

  it('do not support a claim that is false', () => {
    const { notPassed, hypotheses } = tallyRuns(
      runsOf({ noise: 0.4, slope: -0.1 }, 20).map(({ final }) => final),
    );
    expect(notPassed).toBe(20);
    expect(hypotheses[0].wrong).toBe(20);
  });

  it('draw a claim once more that noise left open, and judge it on both draws', () => {
    const runs = runsOf({ noise: 0.4, slope: -0.49, outlier: 3 }, 40);
    const extended = runs.filter(({ first, final }) => first !== final);
    expect(extended.length).toBeGreaterThan(0);
    for (const { first, final } of runs) {
      expect(final.results[0].evidence.units).toHaveLength(first === final ? 72 : 144);
      if (first !== final) expect(first.results[0].chance.needed).toBeGreaterThan(1);
    }
    expect(extended.some(({ final }) => final.passed)).toBe(true);
  });

  it('depend on seed and number alone', () => {
    const p = (run: SyntheticRun): number => run.first.results[0].chance.p;
    const made = { noise: 1 };
    expect(runsOf(made, 3).map(p)).toEqual(runsOf(made, 5).slice(0, 3).map(p));
    expect(runsOf(made, 3).map(p)).not.toEqual(runsOf(made, 3, 2).map(p));
  });
});
