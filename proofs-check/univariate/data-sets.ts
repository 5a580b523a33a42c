import type { Data } from '../../numerics/networks/training.js';
import type { RandomStream } from '../../numerics/random/streams.js';

/** The paper's five points, unadjusted. Uneven enough for a wrong penalty to show. */
export const P5: Data = { x: [-2, -1, 0, 1, 2], y: [1.5, 0.5, 1.5, 0.5, 1.5] };

/** Points over the range of the data, ends included. */
export function gridOver({ x }: Pick<Data, 'x'>, points: number): number[] {
  const [low, high] = [Math.min(...x), Math.max(...x)];
  return Array.from({ length: points }, (_, k) => low + ((high - low) * k) / (points - 1));
}

/**
 * Random data: `points` distinct inputs in [−reach, reach], ascending, no two nearer than a third of the even
 * spacing (which bounds the condition number), standard normal targets.
 */
export function randomData(points: number, reach: number, random: RandomStream): Data {
  const spacing = (2 * reach) / points;
  const x = Array.from(
    { length: points },
    (_, j) => -reach + spacing * (j + 0.5 + (random.uniform() - 0.5) * (2 / 3)),
  );
  return { x, y: x.map(() => random.normal()) };
}

/** The largest of |f − g| at the given points. */
export function largestGap(
  f: (x: number) => number,
  g: (x: number) => number,
  points: readonly number[],
): number {
  return Math.max(...points.map((t) => Math.abs(f(t) - g(t))));
}

/** The L2 norm of a function over a grid's range, by the trapezoidal rule. */
export function l2(values: readonly number[], spacing: number): number {
  const last = values.length - 1;
  const squares = values.reduce(
    (sum, value, k) => sum + (k === 0 || k === last ? 0.5 : 1) * value * value,
    0,
  );
  return Math.sqrt(squares * spacing);
}
