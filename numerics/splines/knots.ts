/**
 * Checks data (x, y) for a spline and copies them.
 *
 * @throws RangeError unless there are at least `fewest` points, as many y as x, all finite, x strictly increasing.
 */
export function checkedKnots(
  caller: string,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  fewest: number,
): { x: Float64Array; y: Float64Array } {
  if (x.length !== y.length || x.length < fewest) {
    throw new RangeError(
      `${caller}: got ${x.length} x and ${y.length} y, expected equally many and at least ${fewest}`,
    );
  }
  for (let j = 0; j < x.length; j++) {
    if (!Number.isFinite(x[j]) || !Number.isFinite(y[j])) {
      throw new RangeError(
        `${caller}: got the point (${x[j]}, ${y[j]}) at index ${j}, expected finite numbers`,
      );
    }
    if (j > 0 && !(x[j] > x[j - 1])) {
      throw new RangeError(
        `${caller}: got x[${j - 1}] = ${x[j - 1]} before x[${j}] = ${x[j]}, expected strictly increasing x: ` +
          'sort the data and merge repeated inputs with mergeReplicates',
      );
    }
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

/** The index j of the knot interval [x_j, x_{j+1}] with t in it; −1 left of all knots, x.length − 1 right of them. */
export function knotInterval(x: Float64Array, t: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] <= t) low = middle + 1;
    else high = middle;
  }
  // The last knot itself belongs to the last interval.
  return t === x[x.length - 1] ? x.length - 2 : low - 1;
}
