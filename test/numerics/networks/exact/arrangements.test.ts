import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrangement } from '../../../../numerics/networks/exact/arrangement.js';
import { cellArrangement } from '../../../../numerics/networks/exact/cell-arrangement.js';
import { distinctPoints } from '../../../../numerics/networks/exact/distinct-points.js';
import { lineArrangement } from '../../../../numerics/networks/exact/line-arrangement.js';
import { streams } from '../../../../numerics/random/streams.js';

interface Case {
  readonly inputs: number;
  readonly points: Float64Array;
  readonly slopes: readonly [number, number];
  readonly arrangement: Arrangement;
  /** (w, b, a) of units, and the class of each. */
  readonly units: readonly Float64Array[];
  readonly classes: readonly number[];
}

/** Random points and units, by the implementation for lines or the one for any number of inputs. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    seed: fc.integer({ min: 0, max: 1e9 }),
    inputs: fc.constantFrom(1, 2, 3),
    count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 33, max: 80 })),
    slopes: fc.constantFrom([0, 1] as const, [0.2, 1] as const, [-1, 1] as const),
    line: fc.boolean(),
  })
  .map(({ seed, inputs, count, slopes, line }) => {
    const random = streams(seed).stream('arrangement');
    const { points } = distinctPoints(
      Array.from({ length: count * inputs }, () => random.normal()),
      inputs,
    );
    const units = Array.from({ length: 60 }, () =>
      Float64Array.from({ length: inputs + 2 }, () => random.normal()),
    );
    units[0].fill(0, 0, inputs); // no weights: active everywhere or nowhere
    units[1].fill(0);
    const useLine = line && inputs === 1;
    const arrangement = useLine ? lineArrangement(points, slopes) : cellArrangement(points, inputs, slopes);
    let classes = units.map((z) => arrangement.classOf(z, 0, 0));
    // The tree of cells as it is after compaction, in half of the cases.
    if (arrangement.compact && seed % 2 === 0) {
      const rename = arrangement.compact(Int32Array.from(classes));
      classes = classes.map((c) => rename[c]);
    }
    return { inputs, points, slopes, arrangement, units, classes };
  });

const marginsOf = ({ inputs, points }: Case, z: Float64Array): number[] =>
  Array.from({ length: points.length / inputs }, (_, j) => {
    let margin = z[inputs];
    for (let i = 0; i < inputs; i++) margin += z[i] * points[j * inputs + i];
    return margin;
  });

describe('arrangements', () => {
  it('put two units in one class if and only if they are active at the same points', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const patterns = c.units.map((z) =>
          marginsOf(c, z)
            .map((m) => (m > 0 ? '1' : '0'))
            .join(''),
        );
        patterns.forEach((p, i) =>
          patterns.forEach((q, k) => expect(c.classes[i] === c.classes[k]).toBe(p === q)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('know the distance to the nearest wall, and its sign outside of the class', () => {
    fc.assert(
      fc.property(cases, (c) => {
        c.units.forEach((z, n) => {
          const own = c.classes[n];
          const lengths = Array.from({ length: c.points.length / c.inputs }, (_, j) =>
            Math.hypot(1, ...c.points.subarray(j * c.inputs, (j + 1) * c.inputs)),
          );
          const nearest = Math.min(...marginsOf(c, z).map((m, j) => Math.abs(m) / lengths[j]));
          const distance = c.arrangement.distance(z, 0, own);
          // On a line only the two walls of the class are looked at; another may be nearer, but is never met first.
          if (c.arrangement.compact) expect(distance).toBeCloseTo(nearest, 12);
          else expect(distance).toBeGreaterThanOrEqual(nearest - 1e-12);
          const other = c.classes.find((k) => k !== own);
          if (other !== undefined) expect(c.arrangement.distance(z, 0, other)).toBeLessThanOrEqual(0);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('on a line: a unit that moves by less than the distance stays in its class', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 6.3, noNaN: true }), (c, angle) => {
        fc.pre(c.inputs === 1);
        c.units.forEach((z, n) => {
          const length = 0.999_999 * c.arrangement.distance(z, 0, c.classes[n]);
          if (!(length > 1e-9)) return;
          const moved = Float64Array.of(
            z[0] + length * Math.cos(angle),
            z[1] + length * Math.sin(angle),
            z[2],
          );
          expect(c.arrangement.classOf(moved, 0, c.classes[n])).toBe(c.classes[n]);
        });
      }),
    );
  });

  it('sum residuals for every class, and moments for every point, as the definition does', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 1e6 }), (c, seed) => {
        const { inputs, points, slopes, arrangement, units, classes } = c;
        const size = inputs + 1;
        const count = points.length / inputs;
        const random = streams(seed).stream('residuals');
        const residuals = Float64Array.from({ length: count }, () => random.normal());
        const extended = (j: number): number[] => [...points.subarray(j * inputs, (j + 1) * inputs), 1];
        const slope = (margin: number): number => (margin > 0 ? slopes[1] : slopes[0]);
        const tolerance = 64 * Number.EPSILON * count * 60;

        const sums = new Float64Array(arrangement.classes * size);
        arrangement.sumResiduals(residuals, sums);
        const moments = new Float64Array(arrangement.classes * size);
        const expected = new Float64Array(count);
        units.forEach((z, n) => {
          const margins = marginsOf(c, z);
          for (let i = 0; i < size; i++) {
            const direct = margins.reduce((sum, m, j) => sum + residuals[j] * slope(m) * extended(j)[i], 0);
            expect(Math.abs(sums[classes[n] * size + i] - direct)).toBeLessThan(tolerance * 10);
            moments[classes[n] * size + i] += z[size] * z[i];
          }
          margins.forEach((m, j) => (expected[j] += z[size] * slope(m) * m));
        });
        const outputs = new Float64Array(count);
        arrangement.sumOutputs(moments, outputs);
        outputs.forEach((f, j) => expect(Math.abs(f - expected[j])).toBeLessThan(tolerance * 10));
      }),
      { numRuns: 40 },
    );
  });
});

describe('distinctPoints', () => {
  it('joins repeated inputs and sorts them', () => {
    const { points, indexOf } = distinctPoints([2, 1, 2, 0, 1], 1);
    expect([...points]).toEqual([0, 1, 2]);
    expect([...indexOf]).toEqual([2, 1, 2, 0, 1]);
    const plane = distinctPoints([1, 2, 0, 5, 1, 2, 1, 0], 2);
    expect([...plane.points]).toEqual([0, 5, 1, 0, 1, 2]);
    expect([...plane.indexOf]).toEqual([2, 0, 2, 1]);
  });
});
