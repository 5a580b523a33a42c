import { describe, expect, it } from 'vitest';
import { inflated } from '../../calibrate/inflate.js';
import { drawUnits, poolEvidence } from '../../calibrate/pool.js';
import { streams } from '../../numerics/random/streams.js';
import type { Evidence } from '../../proofs-check/result.js';
import { CLAIM, madeUpEvidence } from './made-up-evidence.js';

const pilots = [1, 2].map((seed) => madeUpEvidence({ seed, noise: 0.4 }));
const errorsOf = (units: Evidence['units'], id: string): number[] =>
  units.flatMap(({ measured }) => (measured[id] ?? []).map(({ error }) => Number(error)));

describe('poolEvidence', () => {
  it('joins units of all runs that differ in index alone, each with the plan of one run', () => {
    const { plan } = poolEvidence(CLAIM, pilots);
    expect(plan.map(({ unit }) => unit)).toEqual(CLAIM.units('quick'));
    expect(new Set(plan.map(({ stratum }) => stratum)).size).toBe(2);
    for (const { stratum } of plan) expect(stratum).toHaveLength(72);
  });

  it('keeps units apart that have rows for other hypotheses or groups', () => {
    const [pilot] = pilots;
    const units = pilot.units.map(({ unit, measured }, k) => ({
      unit,
      measured: k < 5 ? measured : { ...measured, uniform: [] },
    }));
    const { plan } = poolEvidence(CLAIM, [{ ...pilot, units }]);
    expect(plan.slice(0, 5).map(({ stratum }) => stratum.length)).toEqual([5, 5, 5, 5, 5]);
    expect(plan[5].stratum).toHaveLength(31);
    // Every draw has as many rows of every hypothesis as a real run.
    const drawn = drawUnits(poolEvidence(CLAIM, [{ ...pilot, units }]), streams(1).stream('x'));
    expect(errorsOf(drawn, 'uniform')).toHaveLength(10);
    expect(errorsOf(drawn, 'claim')).toHaveLength(144);
  });

  it('refuses to go without evidence', () => {
    expect(() => poolEvidence(CLAIM, [])).toThrow('no pilot evidence of designed-rate');
  });
});

describe('drawUnits', () => {
  it('gives the same for the same stream, and another run for another', () => {
    const pool = poolEvidence(CLAIM, pilots);
    const drawn = (name: string): Evidence['units'] => drawUnits(pool, streams(1).stream(name));
    expect(drawn('a')).toEqual(drawn('a'));
    expect(drawn('a')).not.toEqual(drawn('b'));
  });

  it('leaves the rows of a unit together: claim and control depend on each other as they did', () => {
    const drawn = drawUnits(poolEvidence(CLAIM, pilots), streams(1).stream('a'));
    for (const { measured } of drawn) {
      const [claim, slow] = ['claim', 'slow-rate'].map((id) => measured[id] ?? []);
      const factor = Math.exp((3 / 8) * Math.log(Number(claim[0].width)));
      expect(Number(slow[0].error) / Number(claim[0].error)).toBeCloseTo(factor, 8);
    }
  });

  it('draws with the mean and the variance of the pilots, without bias', () => {
    const pool = poolEvidence(CLAIM, pilots.slice(0, 1));
    const wide = (units: Evidence['units']): number[] =>
      units
        .filter(({ unit }) => unit.width === 16384)
        .map(({ measured }) => Math.log(Number(measured.claim?.[0].error)));
    const moments = (values: readonly number[], freedom: number): [number, number] => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return [mean, values.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (values.length - freedom)];
    };
    const [mean, variance] = moments(wide(pilots[0].units), 1);
    const many = Array.from({ length: 400 }, (_, k) => wide(drawUnits(pool, streams(k).stream('x')))).flat();
    const drawn = moments(many, 0);
    expect(drawn[0]).toBeCloseTo(mean, 1);
    expect(drawn[1] / variance).toBeCloseTo(1, 1);
  });
});

describe('inflated', () => {
  it('makes the plain variance of the pool the unbiased one, on the scale of the decision', () => {
    const pool = [0, 1, 3].map((v) => ({
      claim: [
        { group: 'g', level: v, predicted: 0 },
        { group: 'h', error: Math.exp(v) },
      ],
      functions: [{ error: v }],
    }));
    const result = inflated(pool, ['claim']);
    const mean = 4 / 3;
    result.forEach(({ claim, functions }, k) => {
      const expected = mean + Math.sqrt(1.5) * ([0, 1, 3][k] - mean);
      expect(claim?.[0].level).toBeCloseTo(expected, 12);
      expect(Math.log(Number(claim?.[1].error))).toBeCloseTo(expected, 12);
      // Rows that nothing is decided from stay.
      expect(functions).toEqual([{ error: [0, 1, 3][k] }]);
    });
  });

  it('leaves a unit alone, bounds and exact zeros as they are', () => {
    const alone = [{ claim: [{ group: 'g', error: 2 }] }];
    expect(inflated(alone, ['claim'])).toEqual(alone);
    const zeros = [0, 1].map((error) => ({ claim: [{ group: 'g', error, deviation: error, tolerance: 1 }] }));
    expect(inflated(zeros, ['claim'])).toEqual(zeros);
  });
});
