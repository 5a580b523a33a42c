import { streams } from '../../numerics/random/streams.js';
import type { Measured, Row, Unit } from '../../proofs-check/claim.js';
import type { Evidence } from '../../proofs-check/result.js';
import { designedRate } from '../../proofs-check/univariate/designed-rate.js';

/** A claim with a plan of two widths whose rows are easily made up. */
export const CLAIM = designedRate;

export interface MadeUp {
  readonly seed?: number;
  /** Standard deviation of the log error. */
  readonly noise: number;
  /** Slope of the claim's errors; the others do not fall, but for the slow rate. */
  readonly slope?: number;
  /** What is added to the log error of the last unit. */
  readonly outlier?: number;
}

/** Evidence of one quick run whose log errors lie on known lines, with normal noise. */
export function madeUpEvidence({ seed = 1, noise, slope = -0.5, outlier = 0 }: MadeUp): Evidence {
  const units = CLAIM.units('quick');
  const last = units.length - 1;
  return {
    claim: CLAIM.id,
    profile: 'quick',
    seed,
    derivations: {},
    units: units.map((unit, k) => {
      const scatter = noise * streams(seed).stream(unit.id).normal() + (k === last ? outlier : 0);
      return { unit, measured: measuredAt(unit, slope, scatter) };
    }),
  };
}

function measuredAt({ width }: Unit, slope: number, scatter: number): Measured {
  const rows = (exponent: number): Row[] =>
    ['sup', 'L2'].map((group) => ({
      group,
      width: Number(width),
      relativeResidual: 1e-7,
      error: Math.exp(exponent * Math.log(Number(width)) + scatter),
    }));
  const flat = rows(0);
  return {
    claim: rows(slope),
    'slow-rate': rows(slope + 3 / 8),
    uniform: flat,
    inverted: flat,
    'growing-weights': flat,
  };
}
