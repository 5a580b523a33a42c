import type { Classes } from './classes.js';

/** What the pace keeps of a larger step than the present one: a memory of about a hundred steps, for SGD. */
export const MEMORY = 0.99;
/** Norm of the (w, b)-rows and of the a-row of E, in balanced coordinates, up to which I + E is safe to invert. */
export const STRAIN = 0.5;

/**
 * One step of all classes. With the residual sums (p, q) of a class, its members obey
 *   (w, b) ← (w, b) − η_h a (p, q),   a ← a − η_o ⟨(p, q), (w, b)⟩,
 * so E ← E + N(I + E) for one matrix N. Then Σ a (w, b) is read off the moments, and the path grows by
 * |η_h| ‖(p, q)‖ ‖a-row of I + E‖, in the norm that `Classes.path` describes; it also bounds the (w, b)-rows of E.
 * It grows by a unit in its last place more, for the rounding of the sums: a step may be smaller than that.
 * @param hidden η_h
 * @param output η_o
 */
export type Advance = (state: Classes, classes: number, hidden: number, output: number) => void;

/** For any number of inputs. */
export const advanceClasses: Advance = (state, classes, hidden, output) => {
  const { size, members, change, moments, slopes, push, path, pace, balance, due, expired, strained } = state;
  const dimension = size + 1;
  const square = dimension * dimension;
  const last = size * dimension; // the a-row
  const before = new Float64Array(dimension);
  const image = new Float64Array(dimension);
  let count = 0;
  let strainedCount = 0;
  for (let c = 0; c < classes; c++) {
    if (members[c] === 0) continue;
    const [at, to] = [c * square, c * size];
    let squares = 0;
    for (let i = 0; i < size; i++) squares += push[to + i] * push[to + i];
    if (squares === 0) continue; // at rest

    let reach = 0;
    for (let k = 0; k < dimension; k++) {
      const entry = change[at + last + k] + (k === size ? 1 : 0);
      before[k] = entry;
      reach += entry * entry * (k === size ? balance[c] : 1);
      // a-row of N(I + E): −η_o Σ_i (p, q)_i (row i of I + E)
      let sum = 0;
      for (let i = 0; i < size; i++)
        sum += push[to + i] * (change[at + i * dimension + k] + (i === k ? 1 : 0));
      change[at + last + k] -= output * sum;
    }
    for (let i = 0; i < size; i++) {
      const rate = hidden * push[to + i];
      for (let k = 0; k < dimension; k++) change[at + i * dimension + k] -= rate * before[k];
    }

    // Σ a (w, b) = ((w, b)-rows of I + E) Σz₀z₀ᵀ (a-row of I + E)ᵀ
    for (let k = 0; k < dimension; k++) {
      let sum = moments[at + last + k];
      for (let i = 0; i < dimension; i++) sum += moments[at + k * dimension + i] * change[at + last + i];
      image[k] = sum;
    }
    for (let i = 0; i < size; i++) {
      let sum = image[i];
      for (let k = 0; k < dimension; k++) sum += change[at + i * dimension + k] * image[k];
      slopes[to + i] = sum;
    }

    const growth = Math.abs(hidden) * Math.sqrt(squares * reach) + Number.EPSILON * path[c];
    path[c] += growth;
    const remembered = MEMORY * pace[c];
    pace[c] = growth > remembered ? growth : remembered;
    if (path[c] >= due[c]) expired[count++] = c;
    let swing = 0;
    for (let k = 0; k < size; k++) swing += change[at + last + k] * change[at + last + k];
    if (!(path[c] < STRAIN && swing < STRAIN * STRAIN * balance[c])) strained[strainedCount++] = c;
  }
  state.expiredCount = count;
  state.strainedCount = strainedCount;
};

/** For one input: the same, written out. */
export const advanceLineClasses: Advance = (state, classes, hidden, output) => {
  const { members, change, moments, slopes, push, path, pace, balance, due, expired, strained } = state;
  let count = 0;
  let strainedCount = 0;
  for (let c = 0; c < classes; c++) {
    if (members[c] === 0) continue;
    const p = push[2 * c];
    const q = push[2 * c + 1];
    const squares = p * p + q * q;
    if (squares === 0) continue; // at rest
    const e = 9 * c;

    const aw = change[e + 6];
    const ab = change[e + 7];
    const aa = 1 + change[e + 8];
    const row = aw * aw + ab * ab + aa * aa * balance[c];
    const growth = Math.abs(hidden) * Math.sqrt(squares * row) + Number.EPSILON * path[c];

    const ww = change[e];
    const wb = change[e + 1];
    const wa = change[e + 2];
    const bw = change[e + 3];
    const bb = change[e + 4];
    const ba = change[e + 5];
    const hp = hidden * p;
    const hq = hidden * q;
    const op = output * p;
    const oq = output * q;
    const ww1 = ww - hp * aw;
    const wb1 = wb - hp * ab;
    const wa1 = wa - hp * aa;
    const bw1 = bw - hq * aw;
    const bb1 = bb - hq * ab;
    const ba1 = ba - hq * aa;
    const aw1 = aw - (op * (1 + ww) + oq * bw);
    const ab1 = ab - (op * wb + oq * (1 + bb));
    const aa1 = change[e + 8] - (op * wa + oq * ba);
    change[e] = ww1;
    change[e + 1] = wb1;
    change[e + 2] = wa1;
    change[e + 3] = bw1;
    change[e + 4] = bb1;
    change[e + 5] = ba1;
    change[e + 6] = aw1;
    change[e + 7] = ab1;
    change[e + 8] = aa1;

    const mwb = moments[e + 1];
    const mwa = moments[e + 2];
    const mba = moments[e + 5];
    const iw = mwa + (moments[e] * aw1 + mwb * ab1 + mwa * aa1);
    const ib = mba + (mwb * aw1 + moments[e + 4] * ab1 + mba * aa1);
    const maa = moments[e + 8];
    const ia = maa + (mwa * aw1 + mba * ab1 + maa * aa1);
    slopes[2 * c] = iw + (ww1 * iw + wb1 * ib + wa1 * ia);
    slopes[2 * c + 1] = ib + (bw1 * iw + bb1 * ib + ba1 * ia);

    path[c] += growth;
    const remembered = MEMORY * pace[c];
    pace[c] = growth > remembered ? growth : remembered;
    if (path[c] >= due[c]) expired[count++] = c;
    if (!(path[c] < STRAIN && aw1 * aw1 + ab1 * ab1 < STRAIN * STRAIN * balance[c]))
      strained[strainedCount++] = c;
  }
  state.expiredCount = count;
  state.strainedCount = strainedCount;
};
