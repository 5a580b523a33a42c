import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import jStat from 'jstat';
import { decideIdentity } from '../../proofs-check/decisions/identity.js';
import { decideLevel } from '../../proofs-check/decisions/level.js';
import { LEAST_P, pValue } from '../../proofs-check/p-value.js';
import { deviation } from './made-up-claim.js';

const level = (values: readonly number[]): { group: string; level: number; predicted: number }[] =>
  values.map((value) => ({ group: 'g', level: value, predicted: 0 }));

describe('pValue', () => {
  it('is that of Student’s two-sided test of the bound that the mean lies nearer to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 12 }),
        (values) => {
          // Runs that repeat one another are not independent.
          fc.pre(new Set(values).size === values.length);
          const n = values.length;
          const mean = values.reduce((sum, v) => sum + v, 0) / n;
          const variance = values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / (n - 1);
          fc.pre(variance > 1e-6);
          const tolerance = 0.3;
          const t = Math.abs(Math.abs(mean) - tolerance) / Math.sqrt(variance / n);
          const expected = 2 * (1 - jStat.studentt.cdf(t, n - 1));
          const p = pValue(
            (rows, alpha) => decideLevel(rows, alpha, { name: 'm', tolerance }),
            level(values),
          );
          // jStat’s quantile and distribution function agree to about 1e-8.
          if (expected > 1e-9) expect(p / expected).toBeCloseTo(1, 5);
        },
      ),
    );
  });

  it('is least where chance plays no part, and 1 where nothing decides', () => {
    const identity = (rows: readonly ReturnType<typeof deviation>[]): number =>
      pValue((given) => decideIdentity(given, 'made up'), rows);
    expect(identity([deviation(0)])).toBe(LEAST_P);
    expect(identity([deviation(1)])).toBe(LEAST_P);
    // A tolerance as wide as the data decides nothing at any level.
    expect(identity([{ ...deviation(0), tolerance: 1 }])).toBe(1);
  });
});
