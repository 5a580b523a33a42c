import { describe, expect, it } from 'vitest';
import { streams } from '../../numerics/random/streams.js';
import type { Unit } from '../../proofs-check/claim.js';
import { findClaim } from '../../proofs-check/registry.js';
import type { Evidence } from '../../proofs-check/result.js';
import { alwaysSupported, judged } from './ablation.js';

/** A setting that violates an assumption, measured by the claim's own protocol. */
interface Ablation {
  readonly claim: string;
  readonly what: string;
  /** A part of the statement of the assumption. */
  readonly assumption: string;
  /** What units have in place of the plan's. */
  readonly units: readonly Omit<Unit, 'id'>[];
}

const of = (widths: readonly number[], common: Omit<Unit, 'id'>): Omit<Unit, 'id'>[] =>
  widths.flatMap((width) => [0, 1, 2].map((index) => ({ ...common, width, index: index + 100 })));

const ABLATIONS: readonly Ablation[] = [
  {
    claim: 'univariate-rate',
    what: 'data outside the support of ζ',
    assumption: 'operatorname{supp}',
    units: of([128, 512], { law: 'binary-uniform(w0=1,aB=1.5)' }),
  },
  {
    claim: 'univariate-rate',
    what: 'weights that are not sub-Gaussian',
    assumption: 'sub-Gaussian',
    units: of([128, 512], { law: 'laplace(scaleW=1,scaleB=1)' }),
  },
  {
    claim: 'polyharmonic-rate',
    what: 'biases that do not reach the data',
    assumption: 'a_B',
    units: of([256, 1024], { law: 'sphere-uniform(aB=0.8)', inputs: 1 }),
  },
  {
    claim: 'homogeneous-rates',
    what: 'data outside the support of ζ, under ReLU²',
    assumption: 'operatorname{supp}',
    units: of([256, 1024], { group: 'ReLU²', law: 'binary-uniform(w0=1,aB=1.5)' }),
  },
  {
    claim: 'spectral-bias',
    what: 'a frequency of half the number of points',
    assumption: 'resolved',
    units: [0, 1, 2, 3].map((index) => ({
      law: 'binary-uniform(w0=1,aB=2)',
      learner: 'infinite',
      index,
      points: 32,
      width: 1024,
      frequencies: 4,
      fitted: index % 2 === 0 ? 8 : 16,
    })),
  },
  {
    claim: 'adaptive-rate',
    what: 'a ζ that does not vary',
    assumption: 'varies',
    units: [32, 64].flatMap((points) =>
      [0, 1].map((index) => ({ points, index: index + 100, law: 'uniform(aW=1,aB=2)' })),
    ),
  },
  {
    claim: 'green-rates',
    what: 'kinks that hardly cover the data',
    assumption: 'cover the data',
    units: of([256, 1024], { activation: 'gaussian-bump', trained: 'output layer', room: 0.25 }),
  },
  {
    claim: 'output-layer-reduction',
    what: 'too few units to fit the data',
    assumption: 'full rank',
    units: of([2, 4], { law: 'uniform(aW=1,aB=2)' }),
  },
  {
    claim: 'penalty-functions',
    what: 'fifty draws',
    assumption: 'precise enough',
    units: [0, 1].map((index) => ({ law: 'gaussian', index, draws: 50 })),
  },
  {
    claim: 'designed-initialization',
    what: 'fifty draws',
    assumption: 'precise enough',
    units: [0, 1].map((index) => ({ family: 'polynomial', index, draws: 50 })),
  },
];

describe('a setting that violates an assumption, really measured, is never supported and named', () => {
  it.each(ABLATIONS.map((each) => [each.claim, each.what, each] as const))(
    '%s: %s',
    (_, what, { claim: id, assumption, units: settings }) => {
      const units = settings.map((setting, k): Unit => ({ ...setting, id: `${what}/${k}` }));
      const claim = { ...findClaim(id), controls: [], units: () => units };
      const evidence: Evidence = {
        claim: id,
        profile: 'quick',
        seed: 1,
        derivations: claim.derivations ? { claim: [{ title: 'left out', steps: [] }] } : {},
        units: units.map((unit) => ({ unit, measured: claim.measure(unit, streams(1, [id, unit.id])) })),
      };
      const result = judged(alwaysSupported(claim), evidence, 0.01);
      const broken = result?.assumptions.filter(({ holds }) => !holds) ?? [];
      expect(broken.map(({ statement }) => statement).join()).toContain(assumption);
      expect(result?.decision.reason).toContain('assumption broken');
      // Refused with an error, refuted or undecided.
      expect(judged(claim, evidence, 0.01)?.decision.verdict).not.toBe('supported');
    },
  );
});
