import type { Arrangement } from './arrangement.js';
import { Patterns } from './patterns.js';

/** Earlier classes among which a class without a neighbour looks for the most similar one. */
const COMPARED = 256;

/**
 * Patterns on points in any number of inputs: the occupied cells of the arrangement of hyperplanes
 * ⟨w,x_j⟩ + b = 0. The classes form a tree, each differing from its parent (of lower number) at few points, mostly
 * one; so all residual sums take one pass down the tree and all outputs one pass up: the running sums of one
 * input, for several. O(inputs · (classes + points)).
 * @param x distinct points × inputs, row by row
 */
export function cellArrangement(
  x: Float64Array,
  inputs: number,
  [left, right]: readonly [number, number],
): Arrangement {
  const size = inputs + 1;
  const points = x.length / inputs;
  const rise = right - left;
  const extended = new Float64Array(points * size); // (x_j, 1)
  const height = new Float64Array(points); // 1/‖(x_j, 1)‖
  for (let j = 0; j < points; j++) {
    let squares = 1;
    for (let i = 0; i < inputs; i++) {
      extended[j * size + i] = x[j * inputs + i];
      squares += x[j * inputs + i] * x[j * inputs + i];
    }
    extended[j * size + inputs] = 1;
    height[j] = 1 / Math.sqrt(squares);
  }

  let patterns = new Patterns(points);
  let tree = new Tree();
  const pattern = new Int32Array(patterns.words);
  // The root is the pattern of no activity, be it occupied or not.
  tree.add(patterns.find(pattern), -1, []);

  const marginAt = (z: Float64Array, at: number, j: number): number => {
    let margin = z[at + inputs];
    for (let i = 0; i < inputs; i++) margin += z[at + i] * extended[j * size + i];
    return margin;
  };
  const weighted = new Float64Array(points * size);
  const total = new Float64Array(size);

  return {
    get classes() {
      return patterns.count;
    },
    classOf(z, at, from) {
      pattern.fill(0);
      for (let j = 0; j < points; j++) if (marginAt(z, at, j) > 0) pattern[j >> 5] |= 1 << (j & 31);
      const known = patterns.count;
      const c = patterns.find(pattern);
      if (c === known) tree.add(c, from, patterns.differences(from, c));
      return c;
    },
    distance(z, at, c) {
      let least = Infinity;
      for (let j = 0; j < points; j++) {
        const signed = patterns.active(c, j) ? marginAt(z, at, j) : -marginAt(z, at, j);
        const distance = signed * height[j];
        // Written so that NaN comes out as such.
        if (!(distance >= least)) least = distance;
      }
      return least;
    },
    sumResiduals(residuals, sums) {
      total.fill(0);
      for (let j = 0; j < points; j++) {
        for (let i = 0; i < size; i++) {
          const term = residuals[j] * extended[j * size + i];
          weighted[j * size + i] = rise * term;
          total[i] += left * term;
        }
      }
      for (let i = 0; i < size; i++) sums[i] = total[i];
      tree.down(size, weighted, sums);
    },
    sumOutputs(moments, outputs) {
      weighted.fill(0);
      tree.up(size, weighted, moments);
      for (let j = 0; j < points; j++) {
        let sum = 0;
        for (let i = 0; i < size; i++)
          sum += (rise * weighted[j * size + i] + left * moments[i]) * extended[j * size + i];
        outputs[j] = sum;
      }
    },
    compact(occupied) {
      const before = patterns;
      const wanted = new Set(occupied);
      const rename = new Int32Array(before.count).fill(-1);
      patterns = new Patterns(points);
      tree = new Tree();
      rename[0] = patterns.find(before.pattern(0));
      tree.add(0, -1, []);
      wanted.delete(0);
      const place = (old: number, parent: number): void => {
        const c = patterns.find(before.pattern(old));
        rename[old] = c;
        tree.add(c, parent, patterns.differences(parent, c));
        wanted.delete(old);
      };
      // Breadth first over neighbours that differ at one point; what is left hangs below its most similar class.
      let next = 0;
      for (;;) {
        for (; next < patterns.count; next++) {
          pattern.set(patterns.pattern(next));
          for (let j = 0; j < points; j++) {
            pattern[j >> 5] ^= 1 << (j & 31);
            const old = before.lookUp(pattern);
            if (wanted.has(old)) place(old, next);
            pattern[j >> 5] ^= 1 << (j & 31);
          }
        }
        const left = wanted.values().next();
        if (left.done === true) return rename;
        place(left.value, patterns.mostSimilar(before.pattern(left.value), COMPARED));
      }
    },
  };
}

/** Classes in an order in which parents come first, and the points at which each differs from its parent. */
class Tree {
  private parents: number[] = [];
  /** Of class c: flips[starts[c]] … flips[starts[c + 1] − 1]; j where it is active and its parent is not, else ~j. */
  private starts: number[] = [0];
  private flips: number[] = [];

  add(c: number, parent: number, flips: readonly number[]): void {
    this.parents[c] = parent;
    this.flips.push(...flips);
    this.starts[c + 1] = this.flips.length;
  }

  /** sums_c = sums_parent ± the terms of the points at which c differs; the root's are given. */
  down(size: number, terms: Float64Array, sums: Float64Array): void {
    const { parents, starts, flips } = this;
    for (let c = 1; c < parents.length; c++) {
      const from = parents[c] * size;
      const to = c * size;
      for (let i = 0; i < size; i++) sums[to + i] = sums[from + i];
      for (let k = starts[c]; k < starts[c + 1]; k++) {
        const j = flips[k];
        if (j >= 0) for (let i = 0; i < size; i++) sums[to + i] += terms[j * size + i];
        else for (let i = 0; i < size; i++) sums[to + i] -= terms[~j * size + i];
      }
    }
  }

  /** For every point the sum of `values` over the classes active there, added to `sums`; the root ends with all. */
  up(size: number, sums: Float64Array, values: Float64Array): void {
    const { parents, starts, flips } = this;
    for (let c = parents.length - 1; c > 0; c--) {
      const from = c * size;
      const to = parents[c] * size;
      for (let k = starts[c]; k < starts[c + 1]; k++) {
        const j = flips[k];
        if (j >= 0) for (let i = 0; i < size; i++) sums[j * size + i] += values[from + i];
        else for (let i = 0; i < size; i++) sums[~j * size + i] -= values[from + i];
      }
      for (let i = 0; i < size; i++) values[to + i] += values[from + i];
    }
  }
}
