/** From so few points on, one pass over units and points is no longer faster. */
const FEWEST = 8;

/** Whether `sumOfLines` applies to these points: ascending, and enough of them to pay. */
export function sumOfLinesApplies(points: ArrayLike<number>): boolean {
  if (points.length < FEWEST) return false;
  for (let k = 1; k < points.length; k++) if (!(points[k - 1] <= points[k])) return false;
  return true;
}

/**
 * Adds to `sums`, at each of the ascending `points` x, Σ_i s_i(x) (p_i x + q_i), s_i being `right` where w_i x + b_i > 0
 * and `left` elsewhere: what units with one input and an activation that is linear on either side of 0 add up to.
 * A unit changes sides once, so its line enters two running sums: O(units · log points + points).
 */
export function sumOfLines(
  { w, b }: { readonly w: Float64Array; readonly b: Float64Array },
  p: Float64Array,
  q: Float64Array,
  [left, right]: readonly [left: number, right: number],
  points: ArrayLike<number>,
  sums: Float64Array,
): void {
  const count = points.length;
  const steps = new Float64Array(count + 1);
  const offsets = new Float64Array(count + 1);
  for (let unit = 0; unit < w.length; unit++) {
    // The margin, as rounded, is monotone in x: the first point on the other side than the first of all.
    const begins = w[unit] * points[0] + b[unit] > 0;
    let [low, high] = [0, count];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (w[unit] * points[middle] + b[unit] > 0 === begins) low = middle;
      else high = middle;
    }
    const first = begins ? right : left;
    const change = begins ? left - right : right - left;
    steps[0] += first * p[unit];
    offsets[0] += first * q[unit];
    steps[high] += change * p[unit];
    offsets[high] += change * q[unit];
  }
  let [slope, offset] = [0, 0];
  for (let k = 0; k < count; k++) {
    slope += steps[k];
    offset += offsets[k];
    sums[k] += slope * points[k] + offset;
  }
}
