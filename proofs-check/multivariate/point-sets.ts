import type { Data } from '../../numerics/networks/training.js';
import type { RandomStream } from '../../numerics/random/streams.js';

/** Data in d inputs: x is points × inputs, row by row. */
export interface PointData extends Data {
  readonly inputs: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Points in a disk, spread like the seeds of a sunflower: `count` × 2 numbers. */
export const sunflower = (count: number, radius: number): number[] =>
  Array.from({ length: count }, (_, j) => {
    const r = radius * Math.sqrt((j + 0.5) / count);
    return [r * Math.cos(j * GOLDEN_ANGLE), r * Math.sin(j * GOLDEN_ANGLE)];
  }).flat();

/** Ten sunflower points of radius .95 with a target that is neither radial nor a ridge function. */
export const S10: PointData = withTargets(
  sunflower(10, 0.95),
  2,
  ([p, q]) => Math.sin(3 * p) + Math.cos(2 * q + p) + 0.7 * p,
);

/** The centre and the corners of a regular hexagon, turned off the axes: seven points that a few thousand steps fit. */
export const H7: PointData = withTargets(
  [
    0,
    0,
    ...Array.from({ length: 6 }, (_, j) => (j * Math.PI) / 3 + 0.2).flatMap((t) => [
      0.95 * Math.cos(t),
      0.95 * Math.sin(t),
    ]),
  ],
  2,
  ([p, q]) => Math.sin(3 * p) + Math.cos(2 * q + p) + 0.7 * p,
);

/**
 * The centre and, on each axis, a point at .95 on one side and one at .7 on the other: 2d + 1 points in any dimension, without
 * the symmetry that would hide a wrong target.
 */
export function star(inputs: number): PointData {
  const axis = (i: number, x: number): number[] =>
    Array.from({ length: inputs }, (_, k) => (k === i ? x : 0));
  const x = Array.from({ length: inputs }, (_, i) => [...axis(i, 0.95), ...axis(i, -0.7)]).flat();
  return withTargets([...axis(0, 0), ...x], inputs, (point) =>
    point.reduce((sum, value, i) => sum + Math.sin((3 + i) * value + i), 0),
  );
}

/** Data with the values of a function. */
export function withTargets(
  x: readonly number[],
  inputs: number,
  target: (point: readonly number[]) => number,
): PointData {
  const y = Array.from({ length: x.length / inputs }, (_, j) =>
    target(x.slice(j * inputs, (j + 1) * inputs)),
  );
  return { x, y, inputs };
}

/**
 * Random data in the ball of the radius: points no two of which are nearer than a third of the spacing that would fill it
 * (which bounds the condition number), standard normal targets.
 */
export function randomPoints(count: number, inputs: number, radius: number, random: RandomStream): PointData {
  const apart = (2 / 3) * radius * Math.exp(-Math.log(count) / inputs);
  const points: number[][] = [];
  while (points.length < count) {
    const point = pointInBall(inputs, radius, random);
    const near = points.some((other) => Math.hypot(...other.map((value, i) => value - point[i])) < apart);
    if (!near) points.push(point);
  }
  return { x: points.flat(), y: points.map(() => random.normal()), inputs };
}

/** A point uniform in the ball of the radius. */
export function pointInBall(inputs: number, radius: number, random: RandomStream): number[] {
  const direction = Array.from({ length: inputs }, () => random.normal());
  const factor =
    (radius * Math.exp(Math.log(1 - random.uniform()) / inputs)) / (Math.hypot(...direction) || 1);
  return direction.map((value) => value * factor);
}
