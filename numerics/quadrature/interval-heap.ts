import type { PanelEstimate } from './gauss-kronrod.js';
import type { Segment } from './segments.js';

/** A subinterval of a segment together with its estimate. */
export interface Interval extends PanelEstimate {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

/** A binary heap of intervals with the largest error on top. */
export class IntervalHeap {
  readonly items: Interval[] = [];

  push(interval: Interval): void {
    const { items } = this;
    let at = items.length;
    items.push(interval);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent].error >= interval.error) break;
      items[at] = items[parent];
      at = parent;
    }
    items[at] = interval;
  }

  /** Removes and returns the interval with the largest error; undefined when the heap is empty. */
  pop(): Interval | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return last;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && items[child + 1].error > items[child].error) child++;
      if (items[child].error <= last.error) break;
      items[at] = items[child];
      at = child;
    }
    items[at] = last;
    return top;
  }
}
