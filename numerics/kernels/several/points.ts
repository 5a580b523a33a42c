/** Points of ℝ^d as rows, from a list of points × inputs numbers. @throws RangeError unless the points are whole */
export function pointRows(x: ArrayLike<number>, inputs: number): Float64Array[] {
  const count = x.length / inputs;
  if (!Number.isInteger(count) || count === 0) {
    throw new RangeError(`got ${x.length} input values, expected those of one point or more, ${inputs} each`);
  }
  const flat = Float64Array.from(x);
  return Array.from({ length: count }, (_, j) => flat.subarray(j * inputs, (j + 1) * inputs));
}

/** ‖x‖ */
export const norm = (x: ArrayLike<number>): number => Math.sqrt(dot(x, x));

/** The largest ‖x‖ of some points, points × inputs numbers. */
export const reachOf = (x: ArrayLike<number>, inputs: number): number =>
  pointRows(x, inputs).reduce((reach, point) => Math.max(reach, norm(point)), 0);

/** ⟨x, y⟩ */
export function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/** ‖x − y‖ */
export function distance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] - y[i]) * (x[i] - y[i]);
  return Math.sqrt(sum);
}
