import { kronrod21 } from './gauss-kronrod.js';
import { IntervalHeap } from './interval-heap.js';
import type { Interval } from './interval-heap.js';
import { segments } from './segments.js';
import type { Segment } from './segments.js';

/** How accurately, and where to cut. */
export interface IntegrateOptions {
  /**
   * Points where the integrand has a kink or a jump; those outside the range are ignored. Name every jump: one that
   * falls between an interval's end and its outermost node, .2 % of the width, goes unseen.
   */
  readonly breaks?: readonly number[];
  /** Wanted error relative to the value; default 1e-14. Round-off in ∫|f| is always accepted. */
  readonly relativeTolerance?: number;
  /** Wanted absolute error; default 0. */
  readonly absoluteTolerance?: number;
}

/** An integral and an estimate of its absolute error. */
export interface Integral {
  readonly value: number;
  readonly error: number;
}

// The share of ∫|f| below which differences of the two rules are round-off, as in QUADPACK.
const ROUND_OFF = 50 * Number.EPSILON;
const MAX_INTERVALS = 2000;

/**
 * The integral of f from `from` to `to`; either end may be infinite.
 *
 * Globally adaptive: the interval with the largest error is bisected until the errors' sum is small enough
 * (QUADPACK's QAG with its 21-point rule). Infinite ends are mapped by x = end ± t/(1−t), whose first
 * sampling reaches from 2e-3 to 5e2 beyond the finite end: features of another scale need a break beside them.
 * @throws Error when f is not finite somewhere, or when 2000 intervals do not suffice.
 */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  options: IntegrateOptions = {},
): Integral {
  if (Number.isNaN(from) || Number.isNaN(to)) {
    throw new RangeError(
      `integrate: got the range [${from}, ${to}], expected two numbers (infinities allowed)`,
    );
  }
  if (from === to) return { value: 0, error: 0 };
  if (from > to) {
    const { value, error } = integrate(f, to, from, options);
    return { value: -value, error };
  }
  const { breaks = [], relativeTolerance = 1e-14, absoluteTolerance = 0 } = options;
  const heap = new IntervalHeap();
  const checked = (x: number): number => {
    const y = f(x);
    if (Number.isFinite(y)) return y;
    throw new Error(
      `integrate: got f(${x}) = ${y} on [${from}, ${to}], expected finite values: cut the range at the singularity`,
    );
  };
  for (const segment of segments(checked, from, to, breaks))
    heap.push(estimate(segment, segment.from, segment.to));

  for (;;) {
    const { value, error, magnitude } = total(heap.items);
    if (error <= Math.max(absoluteTolerance, relativeTolerance * Math.abs(value), ROUND_OFF * magnitude)) {
      return { value, error };
    }
    const worst = heap.pop()!;
    const middle = 0.5 * (worst.from + worst.to);
    if (heap.items.length >= MAX_INTERVALS || !(middle > worst.from && middle < worst.to)) {
      throw new Error(
        `integrate: no convergence on [${from}, ${to}]: value ${value}, error ${error} after ` +
          `${heap.items.length + 1} intervals; name the kinks in \`breaks\` or loosen the tolerance`,
      );
    }
    heap.push(estimate(worst.segment, worst.from, middle));
    heap.push(estimate(worst.segment, middle, worst.to));
  }
}

function estimate(segment: Segment, from: number, to: number): Interval {
  return { segment, from, to, ...kronrod21(segment.integrand, from, to) };
}

function total(intervals: readonly Interval[]): { value: number; error: number; magnitude: number } {
  let value = 0;
  let error = 0;
  let magnitude = 0;
  for (const interval of intervals) {
    value += interval.value;
    error += interval.error;
    magnitude += interval.magnitude;
  }
  return { value, error, magnitude };
}
