/** A piece of the line of integration, as the image of a finite interval of a parameter t. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** The integrand in t: f(x(t)) |dx/dt|. */
  readonly integrand: (t: number) => number;
}

/**
 * Cuts [from, to] (from < to, ends may be infinite) at the breaks inside it.
 *
 * A half-line is mapped to t in [0, 1] by x = end ± t/(1−t); the whole line without breaks is cut at 0.
 */
export function segments(
  f: (x: number) => number,
  from: number,
  to: number,
  breaks: readonly number[],
): Segment[] {
  const inside = breaks.filter((point) => point > from && point < to).sort((p, q) => p - q);
  if (inside.length === 0 && from === -Infinity && to === Infinity) inside.push(0);
  const points = [from, ...inside, to];
  return points.slice(1).flatMap((right, k) => (right > points[k] ? [segment(f, points[k], right)] : []));
}

function segment(f: (x: number) => number, a: number, b: number): Segment {
  if (b === Infinity) return halfLine(f, a, 1);
  if (a === -Infinity) return halfLine(f, b, -1);
  return { from: a, to: b, integrand: f };
}

function halfLine(f: (x: number) => number, end: number, direction: number): Segment {
  return {
    from: 0,
    to: 1,
    integrand: (t) => {
      const rest = 1 - t;
      return f(end + (direction * t) / rest) / (rest * rest);
    },
  };
}
