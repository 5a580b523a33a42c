/**
 * The B-spline of degree d on the knots t_first … t_{first+d+1} (distinct, ascending) at s, with values in [0, 1]: on
 * evenly continued knots all of them add up to 1. By the recurrence of Cox and de Boor, whose terms are all positive.
 */
export function bSpline(knots: ArrayLike<number>, first: number, degree: number, s: number): number {
  if (!(s >= knots[first] && s <= knots[first + degree + 1])) return 0;
  const values = new Float64Array(degree + 1);
  // Degree 0: the interval that holds s; the last end belongs to the last interval.
  let at = degree;
  while (at > 0 && s < knots[first + at]) at--;
  values[at] = 1;
  for (let d = 1; d <= degree; d++) {
    for (let i = 0; i + d <= degree; i++) {
      const j = first + i;
      // A value of 0 may belong to a gap so narrow that the quotient overflows.
      const rising = values[i] && ((s - knots[j]) / (knots[j + d] - knots[j])) * values[i];
      const falling =
        values[i + 1] && ((knots[j + d + 1] - s) / (knots[j + d + 1] - knots[j + 1])) * values[i + 1];
      values[i] = rising + falling;
    }
  }
  return values[0];
}

/** The divided difference f[t_first, …, t_last] of values at distinct nodes. */
export function dividedDifference(
  nodes: ArrayLike<number>,
  values: ArrayLike<number>,
  first: number,
  last: number,
): number {
  const table = Float64Array.from({ length: last - first + 1 }, (_, i) => values[first + i]);
  for (let gap = 1; gap < table.length; gap++) {
    for (let i = 0; i + gap < table.length; i++) {
      table[i] = (table[i + 1] - table[i]) / (nodes[first + i + gap] - nodes[first + i]);
    }
  }
  return table[0];
}
