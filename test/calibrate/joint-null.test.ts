import { describe, expect, it } from 'vitest';
import { jointNull, type JointNull } from '../../calibrate/joint-null.js';
import { poolEvidence } from '../../calibrate/pool.js';
import { streams } from '../../numerics/random/streams.js';
import type { Evidence } from '../../proofs-check/result.js';
import { CLAIM, madeUpEvidence } from './made-up-evidence.js';

const decidedShare = (evidence: Evidence, level: number): { share: number; of: JointNull } => {
  const of = jointNull(poolEvidence(CLAIM, [evidence]), [level], 400, streams(2).stream('x'))!;
  return { share: of.decided[0].count / of.draws, of };
};

describe('jointNull', () => {
  it('decides at the bound no more often than the level allows, whatever the slope was', () => {
    for (const slope of [-0.5, 0.3]) {
      const { share, of } = decidedShare(madeUpEvidence({ noise: 0.4, slope }), 0.05);
      expect(of.groups).toBe(2);
      // Two groups with the same noise are decided together, at half the level each.
      expect(share).toBeGreaterThan(0.005);
      expect(share).toBeLessThan(0.06);
    }
  });

  it('catches noise that makes decisions wrong', () => {
    expect(decidedShare(madeUpEvidence({ noise: 0.1, outlier: 10 }), 0.01).share).toBeGreaterThan(0.1);
  });

  it('has nothing to say of a claim without rates', () => {
    const { units, ...rest } = madeUpEvidence({ noise: 0.4 });
    const none = { ...rest, units: units.map(({ unit }) => ({ unit, measured: {} })) };
    expect(jointNull(poolEvidence(CLAIM, [none]), [0.05], 10, streams(1).stream('x'))).toBeUndefined();
  });
});
