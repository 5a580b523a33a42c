import { afterAll, describe, expect, it } from 'vitest';
import { FALSE_OPERATORS } from '../../../proofs-check/multivariate/false-operators.js';
import { operatorIdentities } from '../../../proofs-check/multivariate/operator-identities.js';
import { TOLERANCES } from '../../../proofs-check/multivariate/operator-identity.js';
import { streams } from '../../../numerics/random/streams.js';
import { closeCas } from '../../../theory/cas/ask.js';

afterAll(closeCas);

describe('operator-identities', () => {
  it.each(FALSE_OPERATORS.map((version) => [version.control.id, version] as const))(
    'has a rejected step under %s',
    { timeout: 20_000 },
    async (_, { theory, derive }) => {
      const { steps } = await derive(theory);
      expect(steps.map(({ status }) => status)).toContain('rejected');
    },
  );

  it('measures every identity, and reports its errors by dimension', () => {
    const rows = operatorIdentities
      .units('quick')
      .filter(({ index, d }) => index === 0 && (d === 2 || d === 3))
      .flatMap((unit) => operatorIdentities.measure(unit, streams(7, [unit.id])).claim ?? []);
    const { groups, verdict } = operatorIdentities.decide(rows, 1e-6);
    expect(verdict).toBe('supported');
    expect(groups.map((row) => row['relative error of'])).toEqual(Object.keys(TOLERANCES));
    for (const row of groups) {
      for (const [column, error] of Object.entries(row)) {
        if (column.startsWith('d = ')) expect(Number(error)).toBeLessThan(Number(row.target));
      }
    }
  });
});
