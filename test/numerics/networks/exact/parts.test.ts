import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceClasses, advanceLineClasses } from '../../../../numerics/networks/exact/advance.js';
import { advancePlaneClasses } from '../../../../numerics/networks/exact/advance-plane.js';
import { Classes } from '../../../../numerics/networks/exact/classes.js';
import { CompensatedSums } from '../../../../numerics/networks/compensated-sums.js';
import { ExpiryHeap } from '../../../../numerics/networks/exact/expiry-heap.js';
import { Patterns } from '../../../../numerics/networks/exact/patterns.js';
import {
  addSquare,
  applyIdentityPlus,
  solveIdentityPlus,
} from '../../../../numerics/networks/exact/small-matrix.js';

const entries = (count: number, size: number): fc.Arbitrary<Float64Array> =>
  fc.float64Array({ minLength: count, maxLength: count, min: -size, max: size, noNaN: true });

describe('ExpiryHeap', () => {
  it('yields units by key, however they came in', () => {
    const keys = fc.array(fc.double({ noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(keys, keys, (first, later) => {
        const heap = new ExpiryHeap(0);
        const all = [...first, ...later];
        first.forEach((key, unit) => heap.append(key, unit));
        heap.order();
        later.forEach((key, k) => heap.push(key, first.length + k));
        const taken: number[] = [];
        while (heap.size > 0) {
          const { due } = heap;
          const unit = heap.pop();
          expect(due === all[unit]).toBe(true);
          taken.push(unit);
        }
        expect(heap.due).toBe(Infinity);
        expect([...taken].sort((p, q) => p - q)).toEqual(all.map((_, unit) => unit));
        taken.forEach((unit, k) => k > 0 && expect(all[taken[k - 1]] <= all[unit]).toBe(true));
      }),
    );
  });
});

describe('Patterns', () => {
  it('numbers patterns as a map of strings would, beyond 53 bits too', () => {
    const bits = fc.array(fc.boolean(), { minLength: 70, maxLength: 70 });
    fc.assert(
      fc.property(fc.array(bits, { minLength: 1, maxLength: 40 }), (list) => {
        const patterns = new Patterns(70);
        const oracle = new Map<string, number>();
        for (const pattern of [...list, ...list]) {
          const words = new Int32Array(3);
          pattern.forEach((on, j) => (words[j >> 5] |= Number(on) << (j & 31)));
          const text = pattern.map(Number).join('');
          expect(patterns.lookUp(words)).toBe(oracle.get(text) ?? -1);
          if (!oracle.has(text)) oracle.set(text, oracle.size);
          const c = patterns.find(words);
          expect(c).toBe(oracle.get(text));
          pattern.forEach((on, j) => expect(patterns.active(c, j)).toBe(on));
          const differing = patterns.differences(0, c).map((flip) => (flip < 0 ? ~flip : flip));
          expect(differing.sort((p, q) => p - q)).toEqual(
            pattern.flatMap((on, j) => (on === list[0][j] ? [] : [j])),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('small matrices', () => {
  it('solve undoes apply, for E of norm below 1 in some scaling', () => {
    fc.assert(
      fc.property(
        entries(16, 0.2),
        entries(4, 1),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (e, v, log) => {
          const scale = Math.exp(log);
          // Scale the last coordinate: E → D E D⁻¹.
          const scaled = e.map((entry, k) => {
            const [i, j] = [k >> 2, k & 3];
            return entry * (i === 3 ? scale : 1) * (j === 3 ? 1 / scale : 1);
          });
          const [image, back] = [new Float64Array(4), new Float64Array(4)];
          applyIdentityPlus(scaled, 0, v, 0, image);
          solveIdentityPlus(scaled, 0, image, 0, back, new Float64Array(16));
          const sizes = [1, 1, 1, scale];
          const size = Math.max(...v.map((entry, i) => Math.abs(entry) / sizes[i]));
          // ‖(I + E)⁻¹‖ ≤ 1/(1 − .8)
          v.forEach((entry, i) =>
            expect(Math.abs(back[i] - entry)).toBeLessThanOrEqual(100 * Number.EPSILON * size * sizes[i]),
          );
        },
      ),
    );
  });

  it('what is added and taken away again leaves round-off', () => {
    fc.assert(
      fc.property(entries(3, 1), (v) => {
        const matrix = new Float64Array(9);
        addSquare(matrix, 0, v, 0, 3, 1);
        matrix.forEach((entry, k) => expect(entry).toBe(v[Math.floor(k / 3)] * v[k % 3] + 0));
        addSquare(matrix, 0, v, 0, 3, -1);
        expect(matrix.every((entry) => entry === 0)).toBe(true);
      }),
    );
  });
});

describe('CompensatedSums', () => {
  it('add a million small changes to within a unit in the last place', () => {
    const sums = new CompensatedSums([1]);
    for (let k = 0; k < 1e6; k++) sums.add(0, 1e-17);
    expect(sums.values[0]).toBeCloseTo(1 + 1e-11, 15);
  });
});

describe.each([
  [1, advanceLineClasses],
  [2, advancePlaneClasses],
])('advance for %i inputs', (inputs, advance) => {
  it('does what the general one does, and moves z as gradient descent does', () => {
    const size = inputs + 1;
    const dimension = inputs + 2;
    fc.assert(
      fc.property(
        entries(dimension * dimension, 0.3),
        entries(dimension, 1),
        entries(size, 1),
        (change, z, push) => {
          fc.pre(Math.hypot(...push) > 1e-100); // else the class is at rest
          const [hidden, output] = [0.013, 0.07];
          const [special, general] = [1, 2].map(() => {
            const state = new Classes(size, 1);
            state.members[0] = 1;
            state.change.set(change);
            addSquare(state.moments, 0, z, 0, dimension, 1);
            state.push.set(push);
            state.due[0] = 0;
            return state;
          });
          const before = new Float64Array(dimension);
          applyIdentityPlus(change, 0, z, 0, before);
          advance(special, 1, hidden, output);
          advanceClasses(general, 1, hidden, output);
          const close = (p: Float64Array, q: Float64Array): void =>
            p.forEach((v, i) => expect(Math.abs(v - q[i])).toBeLessThan(1e-14));
          close(special.change, general.change);
          close(special.slopes, general.slopes);
          close(special.path, general.path);
          expect(special.expiredCount).toBe(general.expiredCount);
          expect(special.strainedCount).toBe(general.strainedCount);

          const after = new Float64Array(dimension);
          applyIdentityPlus(special.change, 0, z, 0, after);
          const a = before[size];
          const gain = push.reduce((sum, p, i) => sum + p * before[i], 0);
          close(
            after.subarray(0, size),
            push.map((p, i) => before[i] - hidden * a * p),
          );
          close(after.subarray(size), Float64Array.of(a - output * gain));
          close(
            special.slopes,
            after.subarray(0, size).map((v) => after[size] * v),
          );
          // The path bounds how far (w, b) has moved in this step.
          const moved = Math.hypot(...push.map((_, i) => after[i] - before[i]));
          expect(moved).toBeLessThanOrEqual(
            (special.path[0] + 8 * Number.EPSILON) * Math.hypot(...z) * (1 + 1e-12),
          );
        },
      ),
    );
  });
});
