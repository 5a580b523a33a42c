import { describe, expect, it } from 'vitest';
import { checkInstruments } from '../../proofs-check/instrument-check.js';
import { selfCheck } from '../../proofs-check/self-check.js';
import { distinct, largest } from '../../proofs-check/largest.js';

// That it fails where something is broken is shown by planted defects, in test/defects.
describe('the self-check', () => {
  it('finds nothing wrong, and has a run of every outcome for the exit code', () => {
    expect(() => checkInstruments()).not.toThrow();
    expect([...new Set(selfCheck().map(({ ends }) => ends))].sort()).toEqual([
      'passed',
      'refuted',
      'unfinished',
    ]);
  });
});

describe('the largest value of a column', () => {
  it('keeps to no bound where a row lacks it, or there is no row', () => {
    expect(largest([{ a: 1 }, { a: 3 }], 'a')).toBe(3);
    for (const rows of [[], [{ a: 1 }, {}]]) expect(largest(rows, 'a') <= Infinity).toBe(false);
  });

  it('stands beside its different texts', () => {
    expect(distinct([{ law: 'p' }, { law: 'q' }, { law: 'p' }], 'law')).toEqual(['p', 'q']);
  });
});
