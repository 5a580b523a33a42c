/** Inputs without repetition, in ascending (lexicographic) order. */
export interface DistinctPoints {
  /** distinct points × inputs, row by row */
  readonly points: Float64Array;
  /** For each given point, which of the distinct ones it is. */
  readonly indexOf: Int32Array;
}

/** Sorts points (points × inputs, row by row) and joins equal ones. */
export function distinctPoints(x: readonly number[], inputs: number): DistinctPoints {
  const count = x.length / inputs;
  const compare = (j: number, k: number): number => {
    for (let i = 0; i < inputs; i++) {
      const difference = x[j * inputs + i] - x[k * inputs + i];
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = Array.from({ length: count }, (_, j) => j).sort(compare);
  const points: number[] = [];
  const indexOf = new Int32Array(count);
  order.forEach((j, k) => {
    if (k === 0 || compare(j, order[k - 1]) !== 0) points.push(...x.slice(j * inputs, (j + 1) * inputs));
    indexOf[j] = points.length / inputs - 1;
  });
  return { points: Float64Array.from(points), indexOf };
}
