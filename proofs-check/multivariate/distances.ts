/** The distances of two functions from their values at the same places. */
export interface Distances {
  readonly sup: number;
  /** Root mean square. */
  readonly rms: number;
}

/** @throws RangeError unless there are equally many values, at least one */
export function distances(f: ArrayLike<number>, g: ArrayLike<number>): Distances {
  if (f.length !== g.length || f.length === 0) {
    throw new RangeError(`got ${f.length} and ${g.length} values, expected equally many, at least one`);
  }
  let [sup, squares] = [0, 0];
  for (let k = 0; k < f.length; k++) {
    const gap = Math.abs(f[k] - g[k]);
    sup = Math.max(sup, gap);
    squares += gap * gap;
  }
  return { sup, rms: Math.sqrt(squares / f.length) };
}
