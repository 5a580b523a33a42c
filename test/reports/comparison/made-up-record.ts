import type { ClaimRecord, EstimateRecord, RunRecord } from '../../../reports/comparison/record.js';

/** Records made up for the tests of comparisons. */

export function estimate(change: Partial<EstimateRecord> = {}): EstimateRecord {
  return {
    name: 'slope, gaussian',
    scale: 'linear',
    estimate: -0.5,
    standardError: 0.01,
    degreesOfFreedom: 200,
    ...change,
  };
}

export function claimRecord(change: Partial<ClaimRecord> = {}): ClaimRecord {
  return {
    id: 'rate',
    verdict: 'supported',
    statistic: { name: 'worst slope', estimate: -0.5, interval: [-0.56, -0.44], claimed: '≤ -0.5' },
    controls: [{ id: 'wrong', verdict: 'refuted' }],
    chance: { level: 1e-5 },
    missing: 0,
    seconds: 10,
    estimates: [estimate(), estimate({ name: 'error at width 1024', scale: 'log', estimate: 0.02 })],
    tolerances: [{ name: 'kernel', used: 1e-3 }],
    ...change,
  };
}

export function runRecord(
  claims: readonly ClaimRecord[] = [claimRecord()],
  change: Partial<RunRecord> = {},
): RunRecord {
  return { schema: 1, passed: true, profile: 'quick', seed: 1, claims: [...claims], history: [], ...change };
}
