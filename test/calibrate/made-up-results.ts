import { jointNull } from '../../calibrate/joint-null.js';
import { calibrate } from '../../calibrate/null-calibration.js';
import { nullsOf } from '../../calibrate/nulls.js';
import { noiseOf } from '../../calibrate/noise.js';
import { marginOf } from '../../calibrate/margins.js';
import { poolEvidence } from '../../calibrate/pool.js';
import type { Results } from '../../calibrate/results.js';
import { syntheticRuns } from '../../calibrate/synthetic.js';
import { tallyRuns } from './tally-runs.js';
import { streams } from '../../numerics/random/streams.js';
import { testUniformity } from '../../numerics/statistics/kolmogorov-smirnov.js';
import { CLAIM, madeUpEvidence, type MadeUp } from './made-up-evidence.js';

/** Results of a claim with made-up evidence, by the code that makes real ones. */
export function madeUpResults(made: MadeUp): Results {
  const pool = poolEvidence(CLAIM, [madeUpEvidence(made)]);
  const runs = [...syntheticRuns([pool], 'quick', 1, 30)];
  const firstLook = tallyRuns(runs.map(({ first }) => first));
  const random = streams(1);
  const nulls = noiseOf(pool)
    .flatMap((noise) => nullsOf(noise))
    .map((each, k) => calibrate(each, [0.05, 0.01, 0.001, 1e-4], 1000, random.stream(`null ${k}`)));
  const pValues = Array.from({ length: 100 }, (_, k) => (k + 0.5) / 100);
  const real = runs.slice(0, 3).map(({ final }) => final);
  return {
    date: '2026-01-02',
    profile: 'quick',
    seed: 1,
    code: 'of today',
    alpha: 5e-4,
    fresh: real.map(({ passed }, k) => ({
      seed: 601 + k,
      code: k === 0 ? 'of yesterday' : 'of today',
      passed,
      extended: k === 1 ? ['designed-rate'] : [],
      faults: passed ? [] : ['a | b was open'],
    })),
    real: tallyRuns(real),
    synthetic: tallyRuns(runs.map(({ final }) => final)),
    firstLook,
    margins: firstLook.hypotheses.map(marginOf),
    units: 72,
    alone: 0,
    nulls,
    joint: [jointNull(pool, [0.05, 0.01], 200, random.stream('joint'))!],
    tails: nulls.slice(0, 2),
    scores: [{ claim: 'penalty-functions', pValues, uniformity: testUniformity(pValues) }],
    stale: { 'target-scale': 2 },
    pilots: 1,
  };
}
