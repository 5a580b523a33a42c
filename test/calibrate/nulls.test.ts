import { describe, expect, it } from 'vitest';
import { noiseOf, type Noise } from '../../calibrate/noise.js';
import {
  calibrate,
  extrapolatedMissRate,
  missRate,
  type NullCalibration,
} from '../../calibrate/null-calibration.js';
import { nullsOf, twoSided } from '../../calibrate/nulls.js';
import { poolEvidence } from '../../calibrate/pool.js';
import { streams } from '../../numerics/random/streams.js';
import type { Row } from '../../proofs-check/claim.js';
import { decideComparison } from '../../proofs-check/decisions/comparison.js';
import { decideLevel } from '../../proofs-check/decisions/level.js';
import { decideRate } from '../../proofs-check/decisions/rate.js';
import { pValue } from '../../proofs-check/p-value.js';
import { CLAIM, madeUpEvidence } from './made-up-evidence.js';

/** Residuals with mean 0, so that a null shifts nothing. */
const symmetric = (seed: number, count: number): number[] => {
  const random = streams(seed).stream('residuals');
  return Array.from({ length: count / 2 }, () => random.normal()).flatMap((value) => [value, -value]);
};

const noise = (type: Noise['type'], cells: readonly (readonly [place: number, runs: number])[]): Noise => ({
  type,
  claim: 'made-up',
  hypothesis: 'claim',
  group: 'g',
  cells: cells.map(([place, runs]) => ({ place, runs, values: symmetric(place, 40) })),
});

const RATE = noise('rate', [
  [64, 20],
  [512, 8],
  [4096, 16],
]);

/** The draws that a null makes from a stream, made once more. */
function picks({ cells }: Noise, stream: string): { place: number; value: number }[] {
  const random = streams(3).stream(stream);
  return cells.flatMap(({ place, runs, values }) =>
    // Told apart: decisions do not count one run twice.
    Array.from({ length: runs }, (_, k) => ({
      place,
      value: values[random.integer(values.length)] + 1e-10 * k,
    })),
  );
}

describe('nullsOf', () => {
  it.each([
    [
      'rate',
      RATE,
      (rows: readonly Row[], alpha: number) => decideRate(rows, alpha, { exponent: 0, tolerance: 0 }),
      ({ place, value }: { place: number; value: number }): Row => ({
        group: 'g',
        width: place,
        error: Math.exp(value),
      }),
    ],
    [
      'level',
      noise('level', [[0, 24]]),
      (rows: readonly Row[], alpha: number) => decideLevel(rows, alpha, { name: 'level', tolerance: 1 }),
      ({ value }: { value: number }): Row => ({ group: 'g', level: 1 + value, predicted: 0 }),
    ],
    [
      'comparison',
      noise('comparison', [[0, 24]]),
      decideComparison,
      ({ value }: { value: number }): Row => ({ group: 'g', logRatio: value }),
    ],
  ] as const)(
    'draws what the decision sees at its bound: a %s has the same p-value',
    (_, of, decide, row) => {
      const [null_] = nullsOf(of);
      for (const stream of ['a', 'b', 'c', 'd']) {
        const t = null_.draw(streams(3).stream(stream));
        const rows = picks(of, stream).map(row);
        expect(pValue(decide, rows) / twoSided(t, null_.degreesOfFreedom)).toBeCloseTo(1, 5);
      }
    },
  );

  it('has none for a group without noise, and two for a printed law', () => {
    expect(nullsOf({ ...RATE, cells: [{ place: 1, runs: 4, values: [2, 2] }] })).toEqual([]);
    const printed = { coefficient: 1, exponent: -0.5, sizes: [64, 512], repetitions: 5 };
    const names = nullsOf({ ...RATE, type: 'reproduction' }, printed).map(({ name }) => name);
    expect(names).toEqual(['mean ratio', 'exponent']);
  });
});

describe('calibrate', () => {
  const LEVELS = [0.05, 0.01, 0.001];
  const random = (name: string): ReturnType<ReturnType<typeof streams>['stream']> => streams(11).stream(name);

  it('finds the coverage of good intervals at nominal', () => {
    const printed = { coefficient: 1, exponent: -0.5, sizes: [64, 128, 256, 512], repetitions: 20 };
    const quiet = {
      ...RATE,
      type: 'reproduction' as const,
      cells: RATE.cells.map((cell) => ({ ...cell, values: cell.values.map((v) => 0.1 * v) })),
    };
    for (const each of [
      ...nullsOf(RATE),
      ...nullsOf(noise('level', [[0, 24]])),
      ...nullsOf(quiet, printed),
    ]) {
      const result = calibrate(each, LEVELS, 4000, random(each.name));
      expect(missRate(result, 0.05)).toBeGreaterThan(0.035);
      expect(missRate(result, 0.05)).toBeLessThan(0.065);
      expect(result.uniformity.pAbove).toBeGreaterThan(1e-4);
    }
  });

  it('catches an interval that one outlier in a cell makes worthless', () => {
    const cells = RATE.cells.map((cell, k) => (k < 2 ? cell : { ...cell, values: [...cell.values, 40] }));
    const [each] = nullsOf({ ...RATE, cells });
    const result = calibrate(each, LEVELS, 4000, random('outlier'));
    expect(missRate(result, 0.01)).toBeGreaterThan(0.05);
    expect(result.uniformity.pAbove).toBeLessThan(1e-6);
  });

  it('goes on from the two smallest levels with ten misses', () => {
    const at = (level: number, count: number): NullCalibration['misses'][number] => ({
      level,
      above: count,
      below: 0,
    });
    const [of] = nullsOf(RATE);
    const made = { of, draws: 1e5, pValues: [], uniformity: { above: 0, below: 0, pAbove: 1, pEither: 1 } };
    // Misses go as the square root of the level.
    const misses = [at(1e-2, 1e4), at(1e-4, 1e3), at(1e-6, 9)];
    expect(extrapolatedMissRate({ ...made, misses }, 1e-6)).toBeCloseTo(1e-3, 8);
    expect(extrapolatedMissRate({ ...made, misses: [at(1e-2, 10), at(1e-3, 1)] }, 1e-6)).toBeUndefined();
    expect(() => missRate({ ...made, misses }, 0.5)).toThrow('0.5 was not counted');
  });
});

describe('noiseOf', () => {
  it('has the groups of every hypothesis with the runs of one plan, and the values of all pilots', () => {
    const pilots = [1, 2, 3].map((seed) => madeUpEvidence({ seed, noise: 0.4 }));
    const all = noiseOf(poolEvidence(CLAIM, pilots));
    expect(all).toHaveLength(2 * (1 + CLAIM.controls.length));
    for (const { type, cells } of all) {
      expect(type).toBe('rate');
      expect(cells.map(({ place, runs, values }) => [place, runs, values.length])).toEqual([
        [256, 36, 108],
        [16384, 36, 108],
      ]);
    }
  });
});
