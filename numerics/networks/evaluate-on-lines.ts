import { evaluateNetwork, inputsOf, type Network } from './network.js';

/** Points on a line parallel to the last axis: the other inputs, and the last one ascending. */
export interface AxisLine {
  readonly others: readonly number[];
  readonly last: readonly number[];
}

/**
 * f at all points of the lines, line by line. On such a line a unit has one input, with bias b + Σ w_k x_k over the
 * others, so that one pass over the units does for all points of a line: several times faster than point by point.
 */
export function evaluateOnLines(network: Network, lines: readonly AxisLine[]): Float64Array {
  const inputs = inputsOf(network);
  const { activation, a, d, u } = network;
  const w = network.b.map((_, i) => network.w[(i + 1) * inputs - 1]);
  const b = new Float64Array(w.length);
  const values = new Float64Array(lines.reduce((sum, { last }) => sum + last.length, 0));
  let at = 0;
  for (const { others, last } of lines) {
    for (let i = 0; i < b.length; i++) {
      let bias = network.b[i];
      for (let k = 0; k < inputs - 1; k++) bias += network.w[i * inputs + k] * others[k];
      b[i] = bias;
    }
    const skipped = u ? others.reduce((sum, x, k) => sum + u[k] * x, 0) : 0;
    const onLine = { activation, w, b, a, d: d + skipped, ...(u && { u: u.slice(inputs - 1) }) };
    values.set(evaluateNetwork(onLine, last), at);
    at += last.length;
  }
  return values;
}

/** The points of the lines, as rows. */
export const pointsOnLines = (lines: readonly AxisLine[]): number[][] =>
  lines.flatMap(({ others, last }) => last.map((x) => [...others, x]));

/**
 * Lines through the ball of the radius about 0, even in all inputs: `across` values of each of the others, `along` of the
 * last one, the ends of ±radius included; only points of the ball.
 */
export function linesInBall(inputs: number, radius: number, across: number, along: number): AxisLine[] {
  const even = (count: number): number[] =>
    Array.from({ length: count }, (_, k) => radius * ((2 * k) / (count - 1) - 1));
  const squared = (point: readonly number[]): number => point.reduce((sum, x) => sum + x * x, 0);
  const inside = (point: readonly number[]): boolean =>
    squared(point) <= radius * radius * (1 + 8 * Number.EPSILON);
  const bases = (count: number): number[][] =>
    count === 0 ? [[]] : bases(count - 1).flatMap((base) => even(across).map((x) => [...base, x]));
  return bases(inputs - 1)
    .map((others) => ({ others, last: even(along).filter((x) => inside([...others, x])) }))
    .filter(({ last }) => last.length > 0);
}
