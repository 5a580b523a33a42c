/** The middle of repeated measurements, and how far they scatter. */
export interface Summary {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** The p-quantile, linear between order statistics. */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError('no measurements to take a quantile of');
  const sorted = values.toSorted((a, b) => a - b);
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** Median and quartiles. */
export const summarize = (values: readonly number[]): Summary => ({
  median: quantile(values, 0.5),
  lower: quantile(values, 0.25),
  upper: quantile(values, 0.75),
});

/** p of cost ∝ width^p: least squares of log cost on log width. */
export function exponent(widths: readonly number[], costs: readonly number[]): number {
  const x = widths.map(Math.log);
  const y = costs.map(Math.log);
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [xMean, yMean] = [mean(x), mean(y)];
  const [product, square] = x.reduce(
    ([xy, xx], xi, k) => [xy + (xi - xMean) * (y[k] - yMean), xx + (xi - xMean) * (xi - xMean)],
    [0, 0],
  );
  if (!(square > 0)) throw new RangeError('an exponent needs at least two widths');
  return product / square;
}

/** The largest difference between outputs; ∞ if one is missing or not a number. */
export function deviation(outputs: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (outputs.length !== expected.length) return Infinity;
  let largest = 0;
  for (let j = 0; j < expected.length; j++) {
    const difference = Math.abs(outputs[j] - expected[j]);
    if (!(difference <= largest)) largest = difference >= 0 ? difference : Infinity;
  }
  return largest;
}

/** The list turned so that another entry comes first in every round. */
export const rotated = <T>(list: readonly T[], turns: number): T[] => {
  const first = list.length > 0 ? turns % list.length : 0;
  return [...list.slice(first), ...list.slice(0, first)];
};
