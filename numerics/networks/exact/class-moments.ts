import { advanceClasses, advanceLineClasses, type Advance } from './advance.js';
import { advancePlaneClasses } from './advance-plane.js';
import type { Arrangement } from './arrangement.js';
import { Classes } from './classes.js';
import { ExpiryHeap } from './expiry-heap.js';
import { addSquare, applyIdentityPlus, solveIdentityPlus } from './small-matrix.js';

/** A unit whose certificate lasts for fewer steps than this, at the class's pace, is moved by itself. */
const NEAR = 16;
/** It goes back to its class once the certificate would last for so many. */
const FAR = 64;
/** Steps between looks at what need not be looked at in every step. */
const WATCH = 32;
/** Certificates are shortened by this share, and by so much of ‖(w, b)‖: sums round. */
const SHORTENED = 1e-6;
const ROUNDING = 16 * Number.EPSILON;

/** How training went. */
export interface ClassMomentsWork {
  /** Changes of a unit's activation pattern, at most one for each unit and step. */
  crossings: number;
  /** Certificates that expired. */
  checks: number;
  /** Steps of single units, near a wall. */
  nearSteps: number;
  /** Times that all units were written down anew, the start included. */
  loads: number;
  /** Times that the units of one class were. */
  rebases: number;
}

/**
 * The units of a two-layer network with a piecewise linear activation under gradient descent, at a cost that does
 * not depend on their number. Far units with one activation pattern move by one linear map. Each has a
 * certificate: the path length of its class up to which it cannot have reached a wall. Near units are moved one
 * by one, so that a kink that sticks to a data point costs a few operations a step and no unit is checked twice
 * in a step.
 */
export class ClassMoments {
  readonly work: ClassMomentsWork = { crossings: 0, checks: 0, nearSteps: 0, loads: 0, rebases: 0 };
  /** inputs + 2, and inputs + 1: the lengths of (w, b, a) and (w, b) */
  private readonly dimension: number;
  private readonly size: number;
  private readonly state: Classes;
  private readonly advance: Advance;
  /** The class c of a far unit; ~c for a near one. */
  private readonly classOf: Int32Array;
  private heaps: ExpiryHeap[] = [];
  private near = new Int32Array(8);
  /** How far the (w, b) of each near unit may still go before its walls are looked at. */
  private slack = new Float64Array(8);
  /**
   * What rounding has kept from the rows of near units so far (Kahan's compensated sums): without it, tens of
   * thousands of steps far smaller than the parameters add up their roundings, as in plain gradient descent.
   */
  private lost: Float64Array;
  private nearCount = 0;
  private sums = new Float64Array(0);
  private steps = 0;
  private readonly present: Float64Array;
  private readonly base: Float64Array;
  private readonly scratch: Float64Array;

  /**
   * @param z units × (inputs + 2), a row (w, b, a) for each; taken over and changed. The row of a far unit is as
   *   it was when last written down.
   */
  constructor(
    private readonly arrangement: Arrangement,
    private readonly z: Float64Array,
    inputs: number,
  ) {
    this.dimension = inputs + 2;
    this.size = inputs + 1;
    this.advance = [advanceLineClasses, advancePlaneClasses].at(inputs - 1) ?? advanceClasses;
    this.lost = new Float64Array(8 * this.dimension);
    this.present = new Float64Array(this.dimension);
    this.base = new Float64Array(this.dimension);
    this.scratch = new Float64Array(this.dimension * this.dimension);
    this.classOf = new Int32Array(z.length / this.dimension);
    for (let unit = 0; unit < this.classOf.length; unit++) {
      this.classOf[unit] = arrangement.classOf(z, unit * this.dimension, 0);
    }
    this.state = new Classes(this.size, arrangement.classes);
    this.load();
  }

  /** Σ_i a_i φ(⟨w_i,x_j⟩ + b_i) for every point. */
  outputs(out: Float64Array): void {
    const { state, sums, size, z, near, classOf, dimension } = this;
    const { slopes } = state;
    for (let k = 0; k < sums.length; k++) sums[k] = slopes[k]; // no garbage, unlike a subarray
    for (let n = 0; n < this.nearCount; n++) {
      const unit = near[n];
      const at = unit * dimension;
      const to = ~classOf[unit] * size;
      const a = z[at + size];
      for (let k = 0; k < size; k++) sums[to + k] += a * z[at + k];
    }
    this.arrangement.sumOutputs(sums, out);
  }

  /** One step, given the sum of the residuals of the batch at each point. */
  step(residuals: Float64Array, hidden: number, output: number): void {
    const { state, arrangement } = this;
    arrangement.sumResiduals(residuals, state.push);
    this.advance(state, arrangement.classes, hidden, output);
    this.moveNear(hidden, output);
    for (let k = 0; k < state.expiredCount; k++) this.check(state.expired[k]);
    for (let k = 0; k < state.strainedCount; k++) this.rebase(state.strained[k]);
    if (++this.steps % WATCH === 0) this.watch();
    if (this.sums.length !== arrangement.classes * this.size) {
      this.sums = new Float64Array(arrangement.classes * this.size);
    }
  }

  /** The row (w, b, a) of a unit as it is now. */
  row(unit: number, out: Float64Array): void {
    const { z, classOf, dimension, state } = this;
    const at = unit * dimension;
    const c = classOf[unit];
    if (c >= 0) applyIdentityPlus(state.change, c * dimension * dimension, z, at, out);
    else for (let k = 0; k < dimension; k++) out[k] = z[at + k];
  }

  private moveNear(hidden: number, output: number): void {
    const { z, near, slack, lost, classOf, dimension, size } = this;
    const { push } = this.state;
    this.work.nearSteps += this.nearCount;
    for (let n = 0; n < this.nearCount; n++) {
      const unit = near[n];
      const at = unit * dimension;
      const to = ~classOf[unit] * size;
      const from = n * dimension;
      const a = z[at + size];
      let gain = 0;
      let moved = 0;
      for (let k = 0; k < size; k++) {
        const p = push[to + k];
        const before = z[at + k];
        gain += p * before;
        const change = -hidden * a * p - lost[from + k];
        const after = before + change;
        lost[from + k] = after - before - change;
        z[at + k] = after;
        moved += Math.abs(p);
      }
      const change = -output * gain - lost[from + size];
      const after = a + change;
      lost[from + size] = after - a - change;
      z[at + size] = after;
      slack[n] -= Math.abs(hidden * a) * moved;
      if (!(slack[n] > 0)) slack[n] = this.lookAtWalls(unit);
    }
  }

  /** Finds the class of a near unit; returns how far its (w, b) may go from here. */
  private lookAtWalls(unit: number): number {
    const { z, classOf, arrangement } = this;
    const at = unit * this.dimension;
    const c = ~classOf[unit];
    let distance = arrangement.distance(z, at, c);
    if (!(distance > 0)) {
      const other = arrangement.classOf(z, at, c);
      if (other !== c) {
        this.work.crossings++;
        classOf[unit] = ~other;
        this.makeRoom();
        distance = arrangement.distance(z, at, other);
      }
    }
    return this.certified(distance, z, at);
  }

  private makeRoom(): void {
    const { classes } = this.arrangement;
    this.state.reserve(classes);
    while (this.heaps.length < classes) this.heaps.push(new ExpiryHeap(0));
  }

  /** Looks at the members of a class whose certificates have expired. */
  private check(c: number): void {
    const { state, z, dimension, present } = this;
    const heap = this.heaps[c];
    while (heap.due <= state.path[c]) {
      const unit = heap.pop();
      this.work.checks++;
      const at = unit * dimension;
      applyIdentityPlus(state.change, c * dimension * dimension, z, at, present);
      const distance = this.certified(this.arrangement.distance(present, 0, c), present, 0);
      const lasting = distance / this.reach(z, at, c);
      const key = state.path[c] + lasting;
      // The second condition is what keeps a unit on a wall from being checked forever.
      if (lasting > NEAR * state.pace[c] && key > state.path[c]) heap.push(key, unit);
      else this.makeNear(unit, c);
    }
    state.due[c] = heap.due;
  }

  /** Takes a unit out of class c; its present row is in `present`. */
  private makeNear(unit: number, c: number): void {
    const { state, z, dimension, size, present, classOf } = this;
    const at = unit * dimension;
    addSquare(state.moments, c * dimension * dimension, z, at, dimension, -1);
    for (let k = 0; k < size; k++) state.slopes[c * size + k] -= present[size] * present[k];
    if (--state.members[c] === 0) state.reset(c);
    z.set(present, at);
    classOf[unit] = ~c;
    if (this.nearCount === this.near.length) this.growNear();
    this.lost.fill(0, this.nearCount * dimension, (this.nearCount + 1) * dimension);
    this.near[this.nearCount] = unit;
    this.slack[this.nearCount++] = this.lookAtWalls(unit);
  }

  private growNear(): void {
    const { near, slack, lost } = this;
    this.near = new Int32Array(2 * near.length);
    this.slack = new Float64Array(2 * slack.length);
    this.lost = new Float64Array(2 * lost.length);
    this.near.set(near);
    this.slack.set(slack);
    this.lost.set(lost);
  }

  /** What is done once in a while: forget empty classes if they are many, send near units back to classes. */
  private watch(): void {
    const { state, arrangement } = this;
    let occupied = this.nearCount;
    for (let c = 0; c < arrangement.classes; c++) if (state.members[c] > 0) occupied++;
    if (arrangement.compact && arrangement.classes > 2 * occupied + 64) return this.load();
    for (let n = this.nearCount - 1; n >= 0; n--) this.makeFarIfSafe(n);
  }

  private makeFarIfSafe(n: number): void {
    const { state, z, dimension, size, base, classOf } = this;
    const unit = this.near[n];
    const at = unit * dimension;
    const c = ~classOf[unit];
    const alone = state.members[c] === 0;
    const distance = this.certified(this.arrangement.distance(z, at, c), z, at);
    if (!(distance > 0)) return;
    solveIdentityPlus(state.change, c * dimension * dimension, z, at, base, this.scratch);
    if (alone) state.balance[c] = balanceOf(squaresOf(base, 0, size), base[size] * base[size]);
    const lasting = distance / this.reach(base, 0, c);
    const key = state.path[c] + lasting;
    if (!(lasting > FAR * state.pace[c] && key > state.path[c])) return;

    for (let k = 0; k < size; k++) state.slopes[c * size + k] += z[at + size] * z[at + k];
    z.set(base, at);
    addSquare(state.moments, c * dimension * dimension, z, at, dimension, 1);
    state.members[c]++;
    classOf[unit] = c;
    this.heaps[c].push(key, unit);
    state.due[c] = this.heaps[c].due;
    this.nearCount--;
    this.near[n] = this.near[this.nearCount];
    this.slack[n] = this.slack[this.nearCount];
    this.lost.copyWithin(n * dimension, this.nearCount * dimension, (this.nearCount + 1) * dimension);
  }

  /** Writes all units down anew, each in a class. */
  private load(): void {
    const { z, classOf, state, arrangement, dimension, size, present } = this;
    const square = dimension * dimension;
    const units = classOf.length;
    this.work.loads++;
    if (this.heaps.length > 0) {
      for (let unit = 0; unit < units; unit++) {
        const c = classOf[unit];
        if (c < 0) {
          classOf[unit] = ~c;
        } else {
          applyIdentityPlus(state.change, c * square, z, unit * dimension, present);
          z.set(present, unit * dimension);
        }
      }
    }
    this.nearCount = 0;
    const rename = arrangement.compact?.(classOf);
    if (rename) {
      state.pace.fill(0);
      for (let unit = 0; unit < units; unit++) classOf[unit] = rename[classOf[unit]];
    }

    const { classes } = arrangement;
    state.reserve(classes);
    state.members.fill(0);
    for (let c = 0; c < state.members.length; c++) state.reset(c);
    for (let unit = 0; unit < units; unit++) {
      const c = classOf[unit];
      state.members[c]++;
      addSquare(state.moments, c * square, z, unit * dimension, dimension, 1);
    }
    for (let c = 0; c < classes; c++) this.readMoments(c);
    this.heaps = Array.from({ length: classes }, (_, c) => new ExpiryHeap(state.members[c]));
    for (let unit = 0; unit < units; unit++) {
      const c = classOf[unit];
      this.heaps[c].append(this.firstKey(unit, c), unit);
    }
    this.heaps.forEach((heap, c) => {
      heap.order();
      state.due[c] = heap.due;
    });
    this.sums = new Float64Array(classes * size);
  }

  /** Writes the members of a class down anew. */
  private rebase(c: number): void {
    const { z, state, dimension, present } = this;
    const square = dimension * dimension;
    const heap = this.heaps[c];
    this.work.rebases++;
    heap.forEach((unit) => {
      applyIdentityPlus(state.change, c * square, z, unit * dimension, present);
      z.set(present, unit * dimension);
    });
    state.reset(c);
    heap.forEach((unit) => addSquare(state.moments, c * square, z, unit * dimension, dimension, 1));
    this.readMoments(c);
    heap.rekey((unit) => this.firstKey(unit, c));
    state.due[c] = heap.due;
  }

  /** Brings up to date what depends on the moments of a class, when it has just been written down. */
  private readMoments(c: number): void {
    const { state, dimension, size } = this;
    const at = c * dimension * dimension;
    let squares = 0;
    for (let k = 0; k < size; k++) {
      squares += state.moments[at + k * (dimension + 1)];
      state.slopes[c * size + k] = state.moments[at + size * dimension + k];
    }
    state.balance[c] = balanceOf(squares, state.moments[at + size * (dimension + 1)]);
  }

  /** The expiry key of a member of a class that has just been written down. */
  private firstKey(unit: number, c: number): number {
    const { z, arrangement, dimension } = this;
    const at = unit * dimension;
    const distance = this.certified(arrangement.distance(z, at, c), z, at);
    // A unit on a wall is looked at after the first step.
    return distance > 0 ? distance / this.reach(z, at, c) : 0;
  }

  /** A distance less what rounding may have added to it. */
  private certified(distance: number, z: Float64Array, at: number): number {
    return distance * (1 - SHORTENED) - ROUNDING * Math.sqrt(squaresOf(z, at, this.size));
  }

  /** How far the member's (w, b) can move while the path of class c grows by 1; z₀ starts at `at`. */
  private reach(z: Float64Array, at: number, c: number): number {
    const a = z[at + this.size];
    return Math.sqrt(squaresOf(z, at, this.size) + (a * a) / this.state.balance[c]);
  }
}

function squaresOf(z: Float64Array, at: number, size: number): number {
  let sum = 0;
  for (let k = 0; k < size; k++) sum += z[at + k] * z[at + k];
  return sum;
}

/** Σa² / Σ‖(w, b)‖², or 1 where that is no use. */
function balanceOf(hidden: number, output: number): number {
  const balance = output / hidden;
  return balance > 0 && balance < Infinity ? balance : 1;
}
