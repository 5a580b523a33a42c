/** Data with every input once: increasing x, the mean of y at each x, and how many points were there. */
export interface MergedData {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Sorts data by x and merges points with the same x into one with their mean y and their number as weight.
 *
 * Σ(g(x_j) − y_j)² over all points and Σ w(g(x) − ȳ)² over the merged ones differ by a constant only, so
 * least squares and smoothing with these weights are unchanged.
 * @throws RangeError when x and y have different lengths or a value is not finite.
 */
export function mergeReplicates(x: ArrayLike<number>, y: ArrayLike<number>): MergedData {
  const groups = groupByInput(x, y);
  return {
    x: Float64Array.from(groups, (group) => group.x),
    y: Float64Array.from(groups, (group) => group.y.reduce((sum, value) => sum + value, 0) / group.y.length),
    weights: Float64Array.from(groups, (group) => group.y.length),
  };
}

/**
 * The same for interpolation, where points at one x must agree.
 *
 * @throws RangeError as mergeReplicates, and when two points have the same x but different y.
 */
export function mergeForInterpolation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const groups = groupByInput(x, y);
  for (const group of groups) {
    const other = group.y.find((value) => value !== group.y[0]);
    if (other !== undefined) {
      throw new RangeError(
        `mergeForInterpolation: got y = ${group.y[0]} and y = ${other} at the same x = ${group.x}, expected one ` +
          'value per input: no function interpolates both; smooth instead of interpolating, or merge them first',
      );
    }
  }
  return {
    x: Float64Array.from(groups, (group) => group.x),
    y: Float64Array.from(groups, (group) => group.y[0]),
  };
}

function groupByInput(x: ArrayLike<number>, y: ArrayLike<number>): { x: number; y: number[] }[] {
  if (x.length !== y.length) {
    throw new RangeError(`mergeReplicates: got ${x.length} x and ${y.length} y, expected equally many`);
  }
  const order = Array.from({ length: x.length }, (_, j) => j).sort((i, j) => x[i] - x[j]);
  const groups: { x: number; y: number[] }[] = [];
  for (const j of order) {
    if (!Number.isFinite(x[j]) || !Number.isFinite(y[j])) {
      throw new RangeError(
        `mergeReplicates: got the point (${x[j]}, ${y[j]}) at index ${j}, expected finite numbers`,
      );
    }
    const last = groups.at(-1);
    if (last?.x === x[j]) last.y.push(y[j]);
    else groups.push({ x: x[j], y: [y[j]] });
  }
  return groups;
}
