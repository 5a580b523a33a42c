import { describe, expect, it } from 'vitest';
import type { Row } from '../../../proofs-check/claim.js';
import { decideIdentity } from '../../../proofs-check/decisions/identity.js';

const row = (deviation: number, tolerance = 1e-9, scale = 1): Row => ({
  group: 'g',
  deviation,
  tolerance,
  scale,
});
const verdict = (...rows: Row[]): string => decideIdentity(rows, 'made up').verdict;

describe('decideIdentity', () => {
  it('supports what stays within tolerance in every case', () => {
    expect(verdict(row(0), row(1e-9), row(5e-10))).toBe('supported');
  });
  it('is refuted by a single case', () => {
    expect(verdict(row(0), row(0), row(1.0001e-9))).toBe('refuted');
  });
  it('is refuted by a deviation that is no number', () => {
    expect(verdict(row(NaN))).toBe('refuted');
  });
  it('does not decide by a tolerance too wide to say anything', () => {
    expect(verdict(row(1e-5, 1e-3), row(0))).toBe('inconclusive');
    expect(verdict(row(1e-2, 1e-3))).toBe('inconclusive');
  });
  it('takes a tolerance without scale at its word', () => {
    expect(verdict({ group: 'g', deviation: 0.01, tolerance: 0.1 })).toBe('supported');
  });
  it('lists groups with their worst case, worst first', () => {
    const { groups, statistic } = decideIdentity([row(1e-10), { ...row(3e-9), group: 'h' }], 'made up');
    expect(groups).toMatchObject([
      { group: 'h', cases: 1, violations: 1, 'largest deviation': 3e-9 },
      { group: 'g', cases: 1, violations: 0 },
    ]);
    expect(statistic.estimate).toBeCloseTo(3, 12);
  });
});
